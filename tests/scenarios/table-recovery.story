# Formerly active group recovers: no failover. It is a standby and stays one, as nothing preempts.
lab = no-preempt.ini
10 fault carrier ASA1:CTX1/inside
30 mend carrier ASA1:CTX1/inside
until 120
---
   10.000  you   FAULT   carrier ASA1:CTX1/inside
   10.500  ASA1  IF      CTX1/inside Normal (Monitored) -> No Link
   10.500  ASA1  RULE    G1 1 failed here, 0 on ASA2: asks ASA2 to take it
   10.505  ASA2  STATE   G0 Standby Ready -> Just Active (Other unit wants me Active)
   10.505  ASA2  STATE   G1 Standby Ready -> Just Active (Other unit wants me Active)
   10.510  ASA1  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   10.510  ASA1  STATE   G1 Active -> Failed (Interface check)
   10.555  ASA2  STATE   G0 Just Active -> Active Drain (Other unit wants me Active)
   10.555  ASA2  STATE   G1 Just Active -> Active Drain (Other unit wants me Active)
   10.605  ASA2  STATE   G0 Active Drain -> Active Applying Config (Other unit wants me Active)
   10.605  ASA2  STATE   G1 Active Drain -> Active Applying Config (Other unit wants me Active)
   10.655  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   10.655  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   10.705  ASA2  STATE   G0 Active Config Applied -> Active (Other unit wants me Active)
   10.705  ASA2  STATE   G1 Active Config Applied -> Active (Other unit wants me Active)
   10.705  ASA2  CONNS   G1 connections: 2000 kept, 0 lost
   24.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   25.583  ASA2  TEST    CTX1/inside network activity test passed
   25.583  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   30.000  you   MEND    carrier ASA1:CTX1/inside
   30.500  ASA1  IF      CTX1/inside No Link -> Normal (Waiting)
   30.500  ASA1  STATE   G1 Failed -> Standby Ready (Failover interface become OK)
   30.500  ASA1  PREEMPT G1 stays: no preempt
   34.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   34.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)

120.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Standby Ready (mate: Active)            Active (mate: Standby Ready)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.195 s out of service, 0 connections lost
CTX1         0.705 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
