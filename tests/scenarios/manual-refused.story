# A standby that has failed cannot be made active by hand, nor can its mate give the group away; a reset does not last while the cable is out.
lab = active-active.ini
10 fault carrier ASA2:CTX1/inside
20 type secondary failover active group 1
21 type primary no failover active group 1
22 type secondary failover reset group 1
until 30
---
   10.000  you   FAULT   carrier ASA2:CTX1/inside
   10.500  ASA2  IF      CTX1/inside Normal (Monitored) -> No Link
   10.500  ASA2  STATE   G1 Standby Ready -> Failed (Interface check)
   20.000  you   TYPE    ASA2# failover active group 1
   20.000  ASA2  RULE    G1 stays: A failed group cannot become active.
   20.000  you   REFUSED the command: refused: A failed group cannot become active.
   21.000  you   TYPE    ASA1# no failover active group 1
   21.000  ASA1  RULE    G1 stays: ASA2 is not Standby Ready for it
   21.000  you   REFUSED the command: refused: While the standby group has failed, or is not ready, the active group does not fail over.
   22.000  you   TYPE    ASA2# failover reset group 1
   22.000  ASA2  STATE   G1 Failed -> Standby Ready (Set by the config command)
   22.000  ASA2  STATE   G1 Standby Ready -> Failed (Interface check)
   23.728  ASA1  IF      CTX1/inside Normal (Monitored) -> Testing
   25.310  ASA1  TEST    CTX1/inside network activity test passed
   25.310  ASA1  IF      CTX1/inside Testing -> Normal (Waiting)

30.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Failed)                   Failed (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Waiting)                        No Link (Waiting)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
