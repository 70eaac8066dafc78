# A context joins the other group, with failover off: its interfaces count there from then on, and it goes where group 2 goes.
lab = active-active.ini
10 type ASA2 no failover
11 type ASA1 no failover
12 type ASA1 context CTX1
13 type ASA1 join-failover-group 2
14 type ASA1 failover
50 type ASA2 failover
120 fault carrier ASA2:CTX1/inside
until 130
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
   12.000  you   TYPE    ASA1(config)# context CTX1
   13.000  you   TYPE    ASA1(config-ctx)# join-failover-group 2
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
   31.200  ASA1  CONNS   G2 connections: 1000 kept, 0 lost
   50.000  you   TYPE    ASA2(config)# failover
   50.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   50.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   50.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   50.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   50.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   50.005  ASA1  MATE    hears ASA2
   50.010  ASA2  MATE    hears ASA1
   50.010  ASA2  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   50.010  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
   50.010  ASA2  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   50.010  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
   50.010  ASA2  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   50.010  ASA1  CONNS   G2 connections: 328 kept, 672 lost
   51.000  ASA1  LINK    state link statelink has failed
   51.005  ASA1  LINK    state link statelink works
   52.010  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   52.010  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   52.010  ASA2  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   54.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   54.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   54.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   54.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   55.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   55.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   55.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   55.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   73.020  ASA2  CONFIG  has the configuration of ASA1 now
   76.010  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
   76.010  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
   76.010  ASA2  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
   76.010  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
   76.010  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
   76.010  ASA2  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
   92.010  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
   92.010  ASA2  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
   92.010  ASA2  STATE   G2 Standby Ready -> Just Active (Preempt mate)
   92.015  ASA1  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
   92.060  ASA2  STATE   G2 Just Active -> Active Drain (Preempt mate)
   92.110  ASA2  STATE   G2 Active Drain -> Active Applying Config (Preempt mate)
   92.160  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (Preempt mate)
   92.210  ASA2  STATE   G2 Active Config Applied -> Active (Preempt mate)
   92.210  ASA2  CONNS   G2 connections: 2000 kept, 0 lost
  120.000  you   FAULT   carrier ASA2:CTX1/inside
  120.500  ASA2  IF      CTX1/inside Normal (Monitored) -> No Link
  120.500  ASA2  RULE    G2 1 failed here, 0 on ASA1: asks ASA1 to take it
  120.505  ASA1  STATE   G2 Standby Ready -> Just Active (Other unit wants me Active)
  120.510  ASA2  STATE   G2 Active -> Failed (Interface check)
  120.555  ASA1  STATE   G2 Just Active -> Active Drain (Other unit wants me Active)
  120.605  ASA1  STATE   G2 Active Drain -> Active Applying Config (Other unit wants me Active)
  120.655  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (Other unit wants me Active)
  120.705  ASA1  STATE   G2 Active Config Applied -> Active (Other unit wants me Active)
  120.705  ASA1  CONNS   G2 connections: 2000 kept, 0 lost

130.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Active (mate: Failed)                   Failed (mate: Active)
CTX1/inside  Normal (Monitored)                      No Link (Waiting)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         19.100 s out of service, 0 connections lost
CTX2         0.390 s out of service, 672 connections lost
