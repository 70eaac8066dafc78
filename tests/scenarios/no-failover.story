# no failover at the active unit: the groups stay where they are, and the standby does not act; failover makes it join again.
lab = active-active.ini
10 type ASA1 no failover
60 type ASA1 failover
until 130
---
   10.000  you   TYPE    ASA1(config)# no failover
   10.000  ASA1  STATE   G0 Active -> Disabled (Set by the config command)
   10.000  ASA1  STATE   G1 Active -> Disabled (Set by the config command)
   10.000  ASA1  STATE   G2 Standby Ready -> Disabled (Set by the config command)
   10.005  ASA2  MATE    ASA1 is there, with failover off
   10.005  ASA2  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA2  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA2  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA2  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   60.000  you   TYPE    ASA1(config)# failover
   60.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   60.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   60.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   60.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   60.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   60.005  ASA2  MATE    hears ASA1
   60.005  ASA2  STATE   G0 Standby Ready -> Just Active (No Active unit found)
   60.005  ASA2  STATE   G1 Standby Ready -> Just Active (No Active unit found)
   60.010  ASA1  MATE    hears ASA2
   60.010  ASA1  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   60.010  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   60.010  ASA1  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   60.010  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   60.010  ASA1  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   60.055  ASA2  STATE   G0 Just Active -> Active Drain (No Active unit found)
   60.055  ASA2  STATE   G1 Just Active -> Active Drain (No Active unit found)
   60.105  ASA2  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   60.105  ASA2  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   60.155  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   60.155  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   60.205  ASA2  STATE   G0 Active Config Applied -> Active (No Active unit found)
   60.205  ASA2  STATE   G1 Active Config Applied -> Active (No Active unit found)
   60.205  ASA2  CONNS   G1 connections: 332 kept, 1668 lost
   60.727  ASA2  LINK    state link statelink has failed
   61.005  ASA2  LINK    state link statelink works
   62.010  ASA1  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   62.010  ASA1  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   62.010  ASA1  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   63.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   63.728  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   63.728  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   63.728  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   86.010  ASA1  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
   86.010  ASA1  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
   86.010  ASA1  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
   86.010  ASA1  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
   86.010  ASA1  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
   86.010  ASA1  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  102.010  ASA1  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  102.010  ASA1  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  102.010  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
  102.010  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
  102.015  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
  102.015  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
  102.060  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
  102.060  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
  102.110  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
  102.110  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
  102.160  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
  102.160  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
  102.210  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
  102.210  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
  102.210  ASA1  CONNS   G1 connections: 2000 kept, 0 lost

130.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.390 s out of service, 834 connections lost
CTX1         0.390 s out of service, 834 connections lost
CTX2         0.000 s out of service, 0 connections lost
