# A failover link that passes one way only has failed for who cannot hear; the other one notices nothing.
lab = active-active.ini
10 fault oneway ASA1:folink
40 mend oneway ASA1:folink
until 50
---
   10.000  you   FAULT   oneway ASA1:folink
   13.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   25.005  ASA2  LINK    failover link folink has failed
   25.005  ASA2  MATE    ASA1 answers on data interfaces only: folink has failed
   40.000  you   MEND    oneway ASA1:folink
   41.005  ASA2  LINK    failover link folink works
   41.005  ASA2  MATE    hears ASA1

50.000       ASA1 primary, up                        ASA2 secondary, up
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
