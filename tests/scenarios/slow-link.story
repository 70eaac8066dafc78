# A failover link that delays and loses: hellos are missed, LANTEST answers, nothing moves.
lab = active-active.ini
10 fault loss folink 60
10 fault delay folink 200
until 60
---
   10.000  you   FAULT   loss folink 60 %
   10.000  you   FAULT   delay folink 200 ms
   12.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   13.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   19.132  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   26.405  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   32.132  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   36.405  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   38.132  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   44.132  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   50.405  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   54.132  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces

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
CTX2         0.000 s out of service, 0 connections lost
