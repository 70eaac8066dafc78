# Without a state link that was there, connections are lost at the next failover.
lab = active-active.ini
10 type ASA1 no failover link
20 fault power ASA1
until 40
---
   10.000  you   TYPE    ASA1(config)# no failover link
   10.000  ASA1  CONFIG  replicates to ASA2: no failover link
   10.005  ASA2  CONFIG  obeys what ASA1 replicates: no failover link
   20.000  you   FAULT   power ASA1
   20.000  ASA1  UNIT    up -> off
   20.500  ASA2  LINK    failover link folink has failed
   23.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   33.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   33.001  ASA2  IF      CTX1/outside Normal (Monitored) -> Testing
   33.001  ASA2  IF      CTX2/inside Normal (Monitored) -> Testing
   33.001  ASA2  IF      CTX2/outside Normal (Monitored) -> Testing
   34.583  ASA2  TEST    CTX1/inside network activity test passed
   34.583  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   34.583  ASA2  TEST    CTX1/outside network activity test passed
   34.583  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
   34.583  ASA2  TEST    CTX2/inside network activity test passed
   34.583  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
   34.583  ASA2  TEST    CTX2/outside network activity test passed
   34.583  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
   35.005  ASA2  MATE    takes ASA1 for failed: silent for 15.000 s, no answer anywhere
   35.005  ASA2  STATE   G0 Standby Ready -> Just Active (HELLO not heard from mate)
   35.005  ASA2  STATE   G1 Standby Ready -> Just Active (HELLO not heard from mate)
   35.055  ASA2  STATE   G0 Just Active -> Active Drain (HELLO not heard from mate)
   35.055  ASA2  STATE   G1 Just Active -> Active Drain (HELLO not heard from mate)
   35.105  ASA2  STATE   G0 Active Drain -> Active Applying Config (HELLO not heard from mate)
   35.105  ASA2  STATE   G1 Active Drain -> Active Applying Config (HELLO not heard from mate)
   35.155  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   35.155  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   35.205  ASA2  STATE   G0 Active Config Applied -> Active (HELLO not heard from mate)
   35.205  ASA2  STATE   G1 Active Config Applied -> Active (HELLO not heard from mate)
   35.205  ASA2  CONNS   G1 connections: 0 kept, 2000 lost

40.000       ASA1 primary, off                       ASA2 secondary, up
its mate     not heard yet                           failed
group 1      Disabled (mate: Not Detected)           Active (mate: Failed)
group 2      Disabled (mate: Not Detected)           Active (mate: Failed)
CTX1/inside  Unknown (Waiting)                       Normal (Waiting)
CTX1/outside Unknown (Waiting)                       Normal (Waiting)
CTX2/inside  Unknown (Waiting)                       Normal (Waiting)
CTX2/outside Unknown (Waiting)                       Normal (Waiting)
admin        15.205 s out of service, 1000 connections lost
CTX1         15.205 s out of service, 1000 connections lost
CTX2         0.000 s out of service, 0 connections lost
