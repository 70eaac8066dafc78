# failover reload-standby: the mate reloads; its active group moves at once, and comes home when it is back.
lab = active-active.ini
10 type ASA1 failover reload-standby
until 140
---
   10.000  you   TYPE    ASA1# failover reload-standby
   10.005  ASA2  UNIT    up -> booting
   10.010  ASA1  MATE    ASA2 says that it reloads
   10.010  ASA1  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   10.010  ASA1  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   10.010  ASA1  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   10.010  ASA1  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   10.010  ASA1  STATE   G2 Standby Ready -> Just Active (HELLO not heard from mate)
   10.060  ASA1  STATE   G2 Just Active -> Active Drain (HELLO not heard from mate)
   10.110  ASA1  STATE   G2 Active Drain -> Active Applying Config (HELLO not heard from mate)
   10.160  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   10.210  ASA1  STATE   G2 Active Config Applied -> Active (HELLO not heard from mate)
   10.210  ASA1  CONNS   G2 connections: 1000 kept, 0 lost
   10.500  ASA1  LINK    failover link folink has failed
   10.500  ASA1  LINK    state link statelink has failed
   70.005  ASA2  UNIT    booting -> up
   70.005  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   70.005  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   70.005  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   70.005  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   70.005  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   70.010  ASA1  LINK    failover link folink works
   70.010  ASA1  MATE    hears ASA2
   70.015  ASA2  MATE    hears ASA1
   70.015  ASA2  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   70.015  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
   70.015  ASA2  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   70.015  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
   70.015  ASA2  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   71.010  ASA1  LINK    state link statelink works
   72.015  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   72.015  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   72.015  ASA2  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   73.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   73.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   73.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   73.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   75.006  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   75.006  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   75.006  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   75.006  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   96.015  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
   96.015  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
   96.015  ASA2  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
   96.015  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
   96.015  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
   96.015  ASA2  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  112.015  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  112.015  ASA2  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  112.015  ASA2  STATE   G2 Standby Ready -> Just Active (Preempt mate)
  112.020  ASA1  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
  112.065  ASA2  STATE   G2 Just Active -> Active Drain (Preempt mate)
  112.115  ASA2  STATE   G2 Active Drain -> Active Applying Config (Preempt mate)
  112.165  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (Preempt mate)
  112.215  ASA2  STATE   G2 Active Config Applied -> Active (Preempt mate)
  112.215  ASA2  CONNS   G2 connections: 1000 kept, 0 lost

140.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.400 s out of service, 0 connections lost
