# Failover off on one unit alone, an edit there, failover on: the unit joins its mate, which has the old configuration, and the edit is lost.
lab = active-active.ini
10 type ASA1 no failover
11 type ASA1 failover group 1
12 type ASA1 no preempt
13 type ASA1 failover
until 90
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
   11.000  you   TYPE    ASA1(config)# failover group 1
   12.000  you   TYPE    ASA1(config-fover-group)# no preempt
   13.000  you   TYPE    ASA1(config)# failover
   13.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   13.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   13.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   13.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   13.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   13.005  ASA2  MATE    hears ASA1
   13.005  ASA2  STATE   G0 Standby Ready -> Just Active (No Active unit found)
   13.005  ASA2  STATE   G1 Standby Ready -> Just Active (No Active unit found)
   13.010  ASA1  MATE    hears ASA2
   13.010  ASA1  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   13.010  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   13.010  ASA1  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   13.010  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   13.010  ASA1  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   13.055  ASA2  STATE   G0 Just Active -> Active Drain (No Active unit found)
   13.055  ASA2  STATE   G1 Just Active -> Active Drain (No Active unit found)
   13.105  ASA2  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   13.105  ASA2  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   13.155  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   13.155  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   13.205  ASA2  STATE   G0 Active Config Applied -> Active (No Active unit found)
   13.205  ASA2  STATE   G1 Active Config Applied -> Active (No Active unit found)
   13.205  ASA2  CONNS   G1 connections: 1898 kept, 102 lost
   13.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   13.728  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   13.728  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   13.728  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   15.010  ASA1  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   15.010  ASA1  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   15.010  ASA1  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   18.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   18.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   18.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   18.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   36.020  ASA1  CONFIG  has the configuration of ASA2 now
   39.010  ASA1  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
   39.010  ASA1  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
   39.010  ASA1  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
   39.010  ASA1  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
   39.010  ASA1  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
   39.010  ASA1  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
   55.010  ASA1  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
   55.010  ASA1  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
   55.010  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
   55.010  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
   55.015  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   55.015  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
   55.060  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
   55.060  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
   55.110  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
   55.110  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
   55.160  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
   55.160  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
   55.210  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
   55.210  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
   55.210  ASA1  CONNS   G1 connections: 2000 kept, 0 lost

90.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.390 s out of service, 51 connections lost
CTX1         0.390 s out of service, 51 connections lost
CTX2         0.000 s out of service, 0 connections lost
