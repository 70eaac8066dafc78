# A switch that dies takes the same interface from both units: there is no healthier side to move to, and nothing moves.
lab = active-active.ini
10 fault down SW-IN
30 mend down SW-IN
until 60
---
   10.000  you   FAULT   down SW-IN
   10.500  ASA1  IF      CTX1/inside Normal (Monitored) -> No Link
   10.500  ASA1  RULE    G1 1 failed here, 0 on ASA2: asks ASA2 to take it
   10.500  ASA1  IF      CTX2/inside Normal (Monitored) -> No Link
   10.500  ASA1  STATE   G2 Standby Ready -> Failed (Interface check)
   10.500  ASA2  IF      CTX1/inside Normal (Monitored) -> No Link
   10.500  ASA2  STATE   G1 Standby Ready -> Failed (Interface check)
   10.500  ASA2  IF      CTX2/inside Normal (Monitored) -> No Link
   10.500  ASA2  RULE    G2 1 failed here, 0 on ASA1: asks ASA1 to take it
   10.505  ASA2  RULE    G1 stays: A failed group cannot become active.
   10.505  ASA2  RULE    G2 stays: ASA1 is not Standby Ready for it
   10.505  ASA1  RULE    G1 stays: ASA2 is not Standby Ready for it
   10.505  ASA1  RULE    G1 stays: ASA2 is not Standby Ready for it
   10.505  ASA1  RULE    G2 stays: A failed group cannot become active.
   10.510  ASA2  RULE    G2 stays: ASA1 is not Standby Ready for it
   30.000  you   MEND    down SW-IN
   30.000  ASA1  CONNS   G1 connections: 1000 kept, 0 lost
   30.000  ASA2  CONNS   G2 connections: 1000 kept, 0 lost
   30.500  ASA1  IF      CTX1/inside No Link -> Normal (Waiting)
   30.500  ASA1  IF      CTX2/inside No Link -> Normal (Waiting)
   30.500  ASA1  STATE   G2 Failed -> Standby Ready (Failover interface become OK)
   30.500  ASA2  IF      CTX1/inside No Link -> Normal (Waiting)
   30.500  ASA2  STATE   G1 Failed -> Standby Ready (Failover interface become OK)
   30.500  ASA2  IF      CTX2/inside No Link -> Normal (Waiting)
   33.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   33.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   33.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   33.728  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)

60.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         20.000 s out of service, 0 connections lost
CTX2         20.000 s out of service, 0 connections lost
