# Each context is configured where its group is active: CTX2 on ASA2; its line goes to ASA1. Typed at ASA1 it stays there.
lab = active-active.ini
10 type ASA2/CTX2 no monitor-interface outside
20 type ASA1/CTX2 no monitor-interface inside
until 30
---
   10.000  you   TYPE    ASA2/CTX2(config)# no monitor-interface outside
   10.000  ASA2  CONFIG  replicates to ASA1: no monitor-interface outside
   10.005  ASA1  CONFIG  obeys what ASA2 replicates: no monitor-interface outside
   20.000  you   TYPE    ASA1/CTX2(config)# no monitor-interface inside
   20.000  ASA1  RULE    warns: not replicated from the standby, configurations differ

30.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Not-Monitored)                  Normal (Monitored)
CTX2/outside Normal (Not-Monitored)                  Normal (Not-Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
