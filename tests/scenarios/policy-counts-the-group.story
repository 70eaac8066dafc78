# The threshold is counted over the whole group: with interface-policy 2 one failed interface moves nothing, the second moves the group.
lab = active-active.ini
[group 1]
interface-policy = 2
10 fault carrier ASA1:CTX1/inside
30 fault carrier ASA1:CTX1/outside
until 40
---
   10.000  you   FAULT   carrier ASA1:CTX1/inside
   10.500  ASA1  IF      CTX1/inside Normal (Monitored) -> No Link
   23.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   24.583  ASA2  TEST    CTX1/inside network activity test passed
   24.583  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   30.000  you   FAULT   carrier ASA1:CTX1/outside
   30.500  ASA1  IF      CTX1/outside Normal (Monitored) -> No Link
   30.500  ASA1  RULE    G1 2 failed here, 0 on ASA2: asks ASA2 to take it
   30.505  ASA2  STATE   G0 Standby Ready -> Just Active (Other unit wants me Active)
   30.505  ASA2  STATE   G1 Standby Ready -> Just Active (Other unit wants me Active)
   30.510  ASA1  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   30.510  ASA1  STATE   G1 Active -> Failed (Interface check)
   30.555  ASA2  STATE   G0 Just Active -> Active Drain (Other unit wants me Active)
   30.555  ASA2  STATE   G1 Just Active -> Active Drain (Other unit wants me Active)
   30.605  ASA2  STATE   G0 Active Drain -> Active Applying Config (Other unit wants me Active)
   30.605  ASA2  STATE   G1 Active Drain -> Active Applying Config (Other unit wants me Active)
   30.655  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   30.655  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   30.705  ASA2  STATE   G0 Active Config Applied -> Active (Other unit wants me Active)
   30.705  ASA2  STATE   G1 Active Config Applied -> Active (Other unit wants me Active)
   30.705  ASA2  CONNS   G1 connections: 2000 kept, 0 lost

40.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Failed (mate: Active)                   Active (mate: Failed)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  No Link (Waiting)                       Normal (Waiting)
CTX1/outside No Link (Waiting)                       Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.195 s out of service, 0 connections lost
CTX1         20.705 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
