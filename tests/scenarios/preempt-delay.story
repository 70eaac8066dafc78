# The delay of preempt begins when the preferred unit could take the group.
lab = preempt-delay.ini
10 fault carrier ASA1:CTX1/outside
20 mend carrier ASA1:CTX1/outside
until 60
---
   10.000  you   FAULT   carrier ASA1:CTX1/outside
   10.500  ASA1  IF      CTX1/outside Normal (Monitored) -> No Link
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
   20.000  you   MEND    carrier ASA1:CTX1/outside
   20.500  ASA1  IF      CTX1/outside No Link -> Normal (Waiting)
   20.500  ASA1  STATE   G1 Failed -> Standby Ready (Failover interface become OK)
   20.500  ASA1  PREEMPT G1 comes home in 30 s
   23.728  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   50.500  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
   50.500  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
   50.505  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   50.505  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
   50.550  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
   50.550  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
   50.600  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
   50.600  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
   50.650  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
   50.650  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
   50.700  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
   50.700  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
   50.700  ASA1  CONNS   G1 connections: 2000 kept, 0 lost

60.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.390 s out of service, 0 connections lost
CTX1         0.900 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
