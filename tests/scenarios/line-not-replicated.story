# A line that is typed while the mate is not heard is not replicated later; the mate has it when it pulls the configuration.
lab = active-active.ini
10 fault power ASA2
40 type ASA1 failover polltime 3 holdtime 9
50 mend power ASA2
until 160
---
   10.000  you   FAULT   power ASA2
   10.000  ASA2  UNIT    up -> off
   10.500  ASA1  LINK    failover link folink has failed
   10.500  ASA1  LINK    state link statelink has failed
   12.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   23.728  ASA1  IF      CTX1/inside Normal (Monitored) -> Testing
   23.728  ASA1  IF      CTX1/outside Normal (Monitored) -> Testing
   23.728  ASA1  IF      CTX2/inside Normal (Monitored) -> Testing
   23.728  ASA1  IF      CTX2/outside Normal (Monitored) -> Testing
   24.732  ASA1  MATE    takes ASA2 for failed: silent for 15.000 s, no answer anywhere
   24.732  ASA1  IF      CTX1/inside Testing -> Normal (Waiting)
   24.732  ASA1  IF      CTX1/outside Testing -> Normal (Waiting)
   24.732  ASA1  IF      CTX2/inside Testing -> Normal (Waiting)
   24.732  ASA1  IF      CTX2/outside Testing -> Normal (Waiting)
   24.732  ASA1  STATE   G2 Standby Ready -> Just Active (HELLO not heard from mate)
   24.782  ASA1  STATE   G2 Just Active -> Active Drain (HELLO not heard from mate)
   24.832  ASA1  STATE   G2 Active Drain -> Active Applying Config (HELLO not heard from mate)
   24.882  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   24.932  ASA1  STATE   G2 Active Config Applied -> Active (HELLO not heard from mate)
   24.932  ASA1  CONNS   G2 connections: 1000 kept, 0 lost
   40.000  you   TYPE    ASA1(config)# failover polltime 3 holdtime 9
   40.000  ASA1  CONFIG  does not replicate to ASA2, which cannot be told now: failover polltime 3 holdtime 9
   50.000  you   MEND    power ASA2
   50.000  ASA2  UNIT    off -> booting
  110.000  ASA2  UNIT    booting -> up
  110.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
  110.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
  110.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
  110.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
  110.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
  110.005  ASA1  LINK    failover link folink works
  110.005  ASA1  MATE    hears ASA2
  110.005  ASA2  MATE    hears ASA1
  110.005  ASA2  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
  110.005  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
  110.005  ASA2  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
  110.005  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
  110.005  ASA2  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
  111.005  ASA1  LINK    state link statelink works
  112.005  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
  112.005  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
  112.005  ASA2  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
  113.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
  113.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
  113.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
  113.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  115.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
  115.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
  115.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
  115.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  133.015  ASA2  CONFIG  has the configuration of ASA1 now
  136.005  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
  136.005  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
  136.005  ASA2  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
  136.005  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
  136.005  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
  136.005  ASA2  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  152.005  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  152.005  ASA2  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  152.005  ASA2  STATE   G2 Standby Ready -> Just Active (Preempt mate)
  152.010  ASA1  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
  152.055  ASA2  STATE   G2 Just Active -> Active Drain (Preempt mate)
  152.105  ASA2  STATE   G2 Active Drain -> Active Applying Config (Preempt mate)
  152.155  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (Preempt mate)
  152.205  ASA2  STATE   G2 Active Config Applied -> Active (Preempt mate)
  152.205  ASA2  CONNS   G2 connections: 1000 kept, 0 lost

160.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         15.127 s out of service, 0 connections lost
