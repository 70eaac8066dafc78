# Monitoring without a standby address: the interface stays Normal (Waiting) for ever, and only its link is tracked.
lab = active-active.ini
[interface CTX1/inside]
ip address = 10.1.1.1 255.255.255.0
10 fault blackhole ASA1:CTX1/inside
60 fault carrier ASA1:CTX1/outside
until 70
---
   10.000  you   FAULT   blackhole ASA1:CTX1/inside
   60.000  you   FAULT   carrier ASA1:CTX1/outside
   60.500  ASA1  IF      CTX1/outside Normal (Monitored) -> No Link
   60.500  ASA1  RULE    G1 1 failed here, 0 on ASA2: asks ASA2 to take it
   60.505  ASA2  STATE   G0 Standby Ready -> Just Active (Other unit wants me Active)
   60.505  ASA2  STATE   G1 Standby Ready -> Just Active (Other unit wants me Active)
   60.510  ASA1  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   60.510  ASA1  STATE   G1 Active -> Failed (Interface check)
   60.555  ASA2  STATE   G0 Just Active -> Active Drain (Other unit wants me Active)
   60.555  ASA2  STATE   G1 Just Active -> Active Drain (Other unit wants me Active)
   60.605  ASA2  STATE   G0 Active Drain -> Active Applying Config (Other unit wants me Active)
   60.605  ASA2  STATE   G1 Active Drain -> Active Applying Config (Other unit wants me Active)
   60.655  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   60.655  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   60.705  ASA2  STATE   G0 Active Config Applied -> Active (Other unit wants me Active)
   60.705  ASA2  STATE   G1 Active Config Applied -> Active (Other unit wants me Active)
   60.705  ASA2  CONNS   G1 connections: 2000 kept, 0 lost

70.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Failed (mate: Active)                   Active (mate: Failed)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Waiting)                        Normal (Waiting)
CTX1/outside No Link (Waiting)                       Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.195 s out of service, 0 connections lost
CTX1         50.705 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
