# An interface-policy of 2 lets one failed interface pass; it is edited with failover off, and judged when failover is on again.
lab = active-active.ini
10 type ASA2 no failover
11 type ASA1 no failover
12 type ASA1 failover group 1
13 type ASA1 interface-policy 2
14 type ASA1 failover
60 type ASA2 failover
130 fault carrier ASA1:CTX1/inside
140 fault carrier ASA1:CTX1/outside
until 150
---
   10.000  you   TYPE    ASA2(config)# no failover
   10.000  ASA2  STATE   G0 Standby Ready -> Disabled (Set by the config command)
   10.000  ASA2  STATE   G1 Standby Ready -> Disabled (Set by the config command)
   10.000  ASA2  STATE   G2 Active -> Disabled (Set by the config command)
   10.005  ASA1  MATE    ASA2 is there, with failover off
   10.005  ASA1  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA1  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA1  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA1  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   11.000  you   TYPE    ASA1(config)# no failover
   11.000  ASA1  STATE   G0 Active -> Disabled (Set by the config command)
   11.000  ASA1  STATE   G1 Active -> Disabled (Set by the config command)
   11.000  ASA1  STATE   G2 Standby Ready -> Disabled (Set by the config command)
   12.000  you   TYPE    ASA1(config)# failover group 1
   13.000  you   TYPE    ASA1(config-fover-group)# interface-policy 2
   14.000  you   TYPE    ASA1(config)# failover
   14.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   14.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   14.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   14.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   14.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   29.000  ASA1  MATE    ASA2 is not detected
   29.000  ASA1  STATE   G0 Negotiation -> Just Active (No Active unit found)
   29.000  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   29.050  ASA1  STATE   G0 Just Active -> Active Drain (No Active unit found)
   29.100  ASA1  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   29.150  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   29.200  ASA1  STATE   G0 Active Config Applied -> Active (No Active unit found)
   30.000  ASA1  STATE   G1 Negotiation -> Just Active (No Active unit found)
   30.000  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   30.050  ASA1  STATE   G1 Just Active -> Active Drain (No Active unit found)
   30.100  ASA1  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   30.150  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   30.200  ASA1  STATE   G1 Active Config Applied -> Active (No Active unit found)
   31.000  ASA1  STATE   G2 Negotiation -> Just Active (No Active unit found)
   31.050  ASA1  STATE   G2 Just Active -> Active Drain (No Active unit found)
   31.100  ASA1  STATE   G2 Active Drain -> Active Applying Config (No Active unit found)
   31.150  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (No Active unit found)
   31.200  ASA1  STATE   G2 Active Config Applied -> Active (No Active unit found)
   60.000  you   TYPE    ASA2(config)# failover
   60.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   60.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   60.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   60.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   60.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   60.005  ASA1  MATE    hears ASA2
   60.010  ASA2  MATE    hears ASA1
   60.010  ASA2  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   60.010  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
   60.010  ASA2  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   60.010  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
   60.010  ASA2  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   60.010  ASA1  CONNS   G2 connections: 162 kept, 838 lost
   61.000  ASA1  LINK    state link statelink has failed
   61.005  ASA1  LINK    state link statelink works
   62.010  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   62.010  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   62.010  ASA2  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   64.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   64.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   64.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   64.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   83.020  ASA2  CONFIG  has the configuration of ASA1 now
   86.010  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
   86.010  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
   86.010  ASA2  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
   86.010  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
   86.010  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
   86.010  ASA2  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  102.010  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  102.010  ASA2  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  102.010  ASA2  STATE   G2 Standby Ready -> Just Active (Preempt mate)
  102.015  ASA1  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
  102.060  ASA2  STATE   G2 Just Active -> Active Drain (Preempt mate)
  102.110  ASA2  STATE   G2 Active Drain -> Active Applying Config (Preempt mate)
  102.160  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (Preempt mate)
  102.210  ASA2  STATE   G2 Active Config Applied -> Active (Preempt mate)
  102.210  ASA2  CONNS   G2 connections: 1000 kept, 0 lost
  130.000  you   FAULT   carrier ASA1:CTX1/inside
  130.500  ASA1  IF      CTX1/inside Normal (Monitored) -> No Link
  140.000  you   FAULT   carrier ASA1:CTX1/outside
  140.500  ASA1  IF      CTX1/outside Normal (Monitored) -> No Link
  140.500  ASA1  RULE    G1 2 failed here, 0 on ASA2: asks ASA2 to take it
  140.505  ASA2  STATE   G0 Standby Ready -> Just Active (Other unit wants me Active)
  140.505  ASA2  STATE   G1 Standby Ready -> Just Active (Other unit wants me Active)
  140.510  ASA1  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
  140.510  ASA1  STATE   G1 Active -> Failed (Interface check)
  140.555  ASA2  STATE   G0 Just Active -> Active Drain (Other unit wants me Active)
  140.555  ASA2  STATE   G1 Just Active -> Active Drain (Other unit wants me Active)
  140.605  ASA2  STATE   G0 Active Drain -> Active Applying Config (Other unit wants me Active)
  140.605  ASA2  STATE   G1 Active Drain -> Active Applying Config (Other unit wants me Active)
  140.655  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (Other unit wants me Active)
  140.655  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (Other unit wants me Active)
  140.705  ASA2  STATE   G0 Active Config Applied -> Active (Other unit wants me Active)
  140.705  ASA2  STATE   G1 Active Config Applied -> Active (Other unit wants me Active)
  140.705  ASA2  CONNS   G1 connections: 2000 kept, 0 lost
  144.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
  145.583  ASA2  TEST    CTX1/inside network activity test passed
  145.583  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)

150.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Failed (mate: Active)                   Active (mate: Failed)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  No Link (Waiting)                       Normal (Waiting)
CTX1/outside No Link (Waiting)                       Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.195 s out of service, 0 connections lost
CTX1         10.705 s out of service, 0 connections lost
CTX2         0.195 s out of service, 838 connections lost
