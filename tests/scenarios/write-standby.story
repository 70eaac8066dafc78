# write standby: the standby pulls everything again by way of Cold Standby; contexts that are active there lose their connections.
lab = active-active.ini
10 type ASA1 write standby
until 70
---
   10.000  you   TYPE    ASA1# write standby
   10.005  ASA2  STATE   G0 Standby Ready -> Cold Standby (Configuration mismatch)
   10.005  ASA2  STATE   G1 Standby Ready -> Cold Standby (Configuration mismatch)
   10.005  ASA2  CONNS   G2 connections: 0 kept, 1000 lost
   12.005  ASA2  STATE   G0 Cold Standby -> Sync Config (Configuration mismatch)
   12.005  ASA2  STATE   G1 Cold Standby -> Sync Config (Configuration mismatch)
   36.005  ASA2  STATE   G0 Sync Config -> Sync File System (Configuration mismatch)
   36.005  ASA2  STATE   G1 Sync Config -> Sync File System (Configuration mismatch)
   36.005  ASA2  STATE   G0 Sync File System -> Standby Ready (Configuration mismatch)
   36.005  ASA2  STATE   G1 Sync File System -> Bulk Sync (Configuration mismatch)
   52.005  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Configuration mismatch)

70.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.000 s out of service, 1000 connections lost
