# Interface failure on standby group above threshold: no failover. The standby is marked failed, and while it is the active group does not try to move, even above its own threshold.
lab = active-active.ini
10 fault carrier ASA2:CTX1/inside
20 fault carrier ASA1:CTX1/inside
20 fault carrier ASA1:CTX1/outside
until 60
---
   10.000  you   FAULT   carrier ASA2:CTX1/inside
   10.500  ASA2  IF      CTX1/inside Normal (Monitored) -> No Link
   10.500  ASA2  STATE   G1 Standby Ready -> Failed (Interface check)
   20.000  you   FAULT   carrier ASA1:CTX1/inside
   20.000  you   FAULT   carrier ASA1:CTX1/outside
   20.500  ASA1  IF      CTX1/inside Normal (Monitored) -> No Link
   20.500  ASA1  IF      CTX1/outside Normal (Monitored) -> No Link
   20.500  ASA1  RULE    G1 stays: ASA2 is not Standby Ready for it
   33.001  ASA2  IF      CTX1/outside Normal (Monitored) -> Testing
   34.583  ASA2  TEST    CTX1/outside network activity test passed
   34.583  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)

60.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Failed)                   Failed (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  No Link (Waiting)                       No Link (Waiting)
CTX1/outside No Link (Waiting)                       Normal (Waiting)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         40.000 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
