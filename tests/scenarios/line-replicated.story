# A line that is typed where group 1 is active goes to the mate by a message, and both have other timers from then on: a dead mate is noticed after the new holdtime.
lab = active-active.ini
10 type ASA1 failover polltime unit msec 500 holdtime 3
20 fault power ASA1
until 24
---
   10.000  you   TYPE    ASA1(config)# failover polltime msec 500 holdtime 3
   10.000  ASA1  CONFIG  replicates to ASA2: failover polltime msec 500 holdtime 3
   10.005  ASA2  CONFIG  obeys what ASA1 replicates: failover polltime msec 500 holdtime 3
   20.000  you   FAULT   power ASA1
   20.000  ASA1  UNIT    up -> off
   20.500  ASA2  LINK    failover link folink has failed
   20.500  ASA2  LINK    state link statelink has failed
   21.505  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   23.005  ASA2  MATE    takes ASA1 for failed: silent for 3.000 s, no answer anywhere
   23.005  ASA2  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   23.005  ASA2  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   23.005  ASA2  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   23.005  ASA2  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   23.005  ASA2  STATE   G0 Standby Ready -> Just Active (HELLO not heard from mate)
   23.005  ASA2  STATE   G1 Standby Ready -> Just Active (HELLO not heard from mate)
   23.055  ASA2  STATE   G0 Just Active -> Active Drain (HELLO not heard from mate)
   23.055  ASA2  STATE   G1 Just Active -> Active Drain (HELLO not heard from mate)
   23.105  ASA2  STATE   G0 Active Drain -> Active Applying Config (HELLO not heard from mate)
   23.105  ASA2  STATE   G1 Active Drain -> Active Applying Config (HELLO not heard from mate)
   23.155  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   23.155  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   23.205  ASA2  STATE   G0 Active Config Applied -> Active (HELLO not heard from mate)
   23.205  ASA2  STATE   G1 Active Config Applied -> Active (HELLO not heard from mate)
   23.205  ASA2  CONNS   G1 connections: 2000 kept, 0 lost

24.000       ASA1 primary, off                       ASA2 secondary, up
its mate     not heard yet                           failed
group 1      Disabled (mate: Not Detected)           Active (mate: Failed)
group 2      Disabled (mate: Not Detected)           Active (mate: Failed)
CTX1/inside  Unknown (Waiting)                       Normal (Waiting)
CTX1/outside Unknown (Waiting)                       Normal (Waiting)
CTX2/inside  Unknown (Waiting)                       Normal (Waiting)
CTX2/outside Unknown (Waiting)                       Normal (Waiting)
admin        3.205 s out of service, 0 connections lost
CTX1         3.205 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
