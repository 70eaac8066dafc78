# Failover link and state link on one cable fail together; nothing moves, but the state grows stale.
lab = shared-state-link.ini
10 fault carrier folink
80 mend carrier folink
until 120
---
   10.000  you   FAULT   carrier folink
   10.500  ASA1  LINK    failover link folink has failed
   10.500  ASA1  LINK    state link folink has failed
   10.500  ASA2  LINK    failover link folink has failed
   10.500  ASA2  LINK    state link folink has failed
   12.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   13.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   24.732  ASA1  MATE    ASA2 answers on data interfaces only: folink has failed
   25.005  ASA2  MATE    ASA1 answers on data interfaces only: folink has failed
   80.000  you   MEND    carrier folink
   80.500  ASA1  LINK    state link folink works
   80.500  ASA2  LINK    state link folink works
   80.732  ASA1  LINK    failover link folink works
   80.732  ASA1  MATE    hears ASA2
   80.737  ASA2  LINK    failover link folink works
   80.737  ASA2  MATE    hears ASA1

120.000      ASA1 primary, up                        ASA2 secondary, up
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
