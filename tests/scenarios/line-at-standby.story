# A line that is typed at the standby is obeyed there with a warning and goes nowhere: the configurations part, until the standby pulls its mate's again.
lab = active-active.ini
10 type ASA2 failover polltime 5 holdtime 15
30 type ASA1 write standby
until 60
---
   10.000  you   TYPE    ASA2(config)# failover polltime 5 holdtime 15
   10.000  ASA2  RULE    warns: not replicated from the standby, configurations differ
   13.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   18.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   23.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   28.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   30.000  you   TYPE    ASA1# write standby
   30.005  ASA2  STATE   G0 Standby Ready -> Cold Standby (Configuration mismatch)
   30.005  ASA2  STATE   G1 Standby Ready -> Cold Standby (Configuration mismatch)
   30.005  ASA2  CONNS   G2 connections: 0 kept, 1000 lost
   32.005  ASA2  STATE   G0 Cold Standby -> Sync Config (Configuration mismatch)
   32.005  ASA2  STATE   G1 Cold Standby -> Sync Config (Configuration mismatch)
   35.010  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   38.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   43.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   48.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   53.015  ASA2  CONFIG  has the configuration of ASA1 now
   53.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   56.005  ASA2  STATE   G0 Sync Config -> Sync File System (Configuration mismatch)
   56.005  ASA2  STATE   G1 Sync Config -> Sync File System (Configuration mismatch)
   56.005  ASA2  STATE   G0 Sync File System -> Standby Ready (Configuration mismatch)
   56.005  ASA2  STATE   G1 Sync File System -> Bulk Sync (Configuration mismatch)

60.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Bulk Sync)                Bulk Sync (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.000 s out of service, 1000 connections lost
