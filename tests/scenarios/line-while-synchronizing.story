# A line that is typed while the mate pulls the configuration does not go with it, nor is it replicated: the configurations have parted.
lab = active-active.ini
10 type ASA1 write standby
20 type ASA1 failover polltime 2 holdtime 6
until 60
---
   10.000  you   TYPE    ASA1# write standby
   10.005  ASA2  STATE   G0 Standby Ready -> Cold Standby (Configuration mismatch)
   10.005  ASA2  STATE   G1 Standby Ready -> Cold Standby (Configuration mismatch)
   10.005  ASA2  CONNS   G2 connections: 0 kept, 1000 lost
   12.005  ASA2  STATE   G0 Cold Standby -> Sync Config (Configuration mismatch)
   12.005  ASA2  STATE   G1 Cold Standby -> Sync Config (Configuration mismatch)
   20.000  you   TYPE    ASA1(config)# failover polltime 2 holdtime 6
   20.000  ASA1  CONFIG  does not replicate to ASA2, which synchronizes: failover polltime 2 holdtime 6
   36.005  ASA2  STATE   G0 Sync Config -> Sync File System (Configuration mismatch)
   36.005  ASA2  STATE   G1 Sync Config -> Sync File System (Configuration mismatch)
   36.005  ASA2  STATE   G0 Sync File System -> Standby Ready (Configuration mismatch)
   36.005  ASA2  STATE   G1 Sync File System -> Bulk Sync (Configuration mismatch)
   52.005  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Configuration mismatch)

60.000       ASA1 primary, up                        ASA2 secondary, up
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
