# The mate's licence changes: failover is disabled on the secondary, and the groups stay where they are; failover brings it back.
lab = active-active.ini
10 fault licence ASA2
60 mend licence ASA2
70 type ASA2 failover
until 150
---
   10.000  you   FAULT   licence ASA2
   10.005  ASA2  AGREE   ASA1 has another licence: failover is disabled here
   10.005  ASA2  STATE   G0 Standby Ready -> Disabled (Other unit license is different)
   10.005  ASA2  STATE   G1 Standby Ready -> Disabled (Other unit license is different)
   10.005  ASA2  STATE   G2 Active -> Disabled (Other unit license is different)
   10.010  ASA1  MATE    ASA2 is there, with failover off
   10.010  ASA1  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   10.010  ASA1  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   10.010  ASA1  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   10.010  ASA1  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   60.000  you   MEND    licence ASA2
   70.000  you   TYPE    ASA2(config)# failover
   70.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   70.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   70.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   70.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   70.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   70.005  ASA1  MATE    hears ASA2
   70.005  ASA1  STATE   G2 Standby Ready -> Just Active (No Active unit found)
   70.010  ASA2  MATE    hears ASA1
   70.010  ASA2  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   70.010  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
   70.010  ASA2  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   70.010  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
   70.010  ASA2  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   70.055  ASA1  STATE   G2 Just Active -> Active Drain (No Active unit found)
   70.105  ASA1  STATE   G2 Active Drain -> Active Applying Config (No Active unit found)
   70.155  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (No Active unit found)
   70.205  ASA1  STATE   G2 Active Config Applied -> Active (No Active unit found)
   70.205  ASA1  CONNS   G2 connections: 0 kept, 1000 lost
   71.000  ASA1  LINK    state link statelink has failed
   71.005  ASA1  LINK    state link statelink works
   72.010  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   72.010  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   72.010  ASA2  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   73.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   73.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   73.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   73.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   75.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   75.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   75.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   75.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   96.010  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
   96.010  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
   96.010  ASA2  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
   96.010  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
   96.010  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
   96.010  ASA2  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  112.010  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  112.010  ASA2  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  112.010  ASA2  STATE   G2 Standby Ready -> Just Active (Preempt mate)
  112.015  ASA1  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
  112.060  ASA2  STATE   G2 Just Active -> Active Drain (Preempt mate)
  112.110  ASA2  STATE   G2 Active Drain -> Active Applying Config (Preempt mate)
  112.160  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (Preempt mate)
  112.210  ASA2  STATE   G2 Active Config Applied -> Active (Preempt mate)
  112.210  ASA2  CONNS   G2 connections: 1000 kept, 0 lost

150.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.390 s out of service, 1000 connections lost
