# With another key than its mate a unit understands nothing on the failover link: the link counts as failed, and nothing moves.
lab = active-active.ini
10 type ASA2 failover key secret
60 type ASA2 no failover key
until 70
---
   10.000  you   TYPE    ASA2(config)# failover key ...
   10.000  ASA2  RULE    warns: not replicated from the standby, configurations differ
   12.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   13.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   24.732  ASA1  LINK    failover link folink has failed
   24.732  ASA1  MATE    ASA2 answers on data interfaces only: folink has failed
   25.005  ASA2  LINK    failover link folink has failed
   25.005  ASA2  MATE    ASA1 answers on data interfaces only: folink has failed
   60.000  you   TYPE    ASA2(config)# no failover key
   60.000  ASA2  RULE    warns: not replicated from the standby, configurations differ
   60.732  ASA1  LINK    failover link folink works
   60.732  ASA1  MATE    hears ASA2
   60.737  ASA2  LINK    failover link folink works
   60.737  ASA2  MATE    hears ASA1

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
CTX2         0.000 s out of service, 0 connections lost
