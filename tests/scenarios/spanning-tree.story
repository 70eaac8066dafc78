# A switch port without portfast: after the cable is back it forwards nothing for 30 s, the tests fail, and the group moves once more.
lab = active-active.ini
[switch SW-IN]
portfast = no
10 fault carrier ASA1:CTX1/inside
20 mend carrier ASA1:CTX1/inside
until 90
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
   20.000  you   MEND    carrier ASA1:CTX1/inside
   20.500  ASA1  IF      CTX1/inside No Link -> Normal (Waiting)
   20.500  ASA1  STATE   G1 Failed -> Standby Ready (Failover interface become OK)
   20.500  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
   20.500  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
   20.505  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   20.505  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
   20.550  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
   20.550  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
   20.600  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
   20.600  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
   20.650  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
   20.650  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
   20.700  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
   20.700  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
   20.700  ASA1  CONNS   G1 connections: 1000 kept, 0 lost
   23.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   23.006  ASA1  IF      CTX1/inside Normal (Waiting) -> Testing
   24.583  ASA2  TEST    CTX1/inside network activity test passed
   24.583  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   24.588  ASA1  TEST    CTX1/inside network activity test failed: only the mate hears
   24.588  ASA1  IF      CTX1/inside Testing -> Failed
   24.588  ASA1  RULE    G1 1 failed here, 0 on ASA2: asks ASA2 to take it
   24.593  ASA2  STATE   G0 Standby Ready -> Just Active (Other unit wants me Active)
   24.593  ASA2  STATE   G1 Standby Ready -> Just Active (Other unit wants me Active)
   24.598  ASA1  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   24.598  ASA1  STATE   G1 Active -> Failed (Interface check)
   24.643  ASA2  STATE   G0 Just Active -> Active Drain (Other unit wants me Active)
   24.643  ASA2  STATE   G1 Just Active -> Active Drain (Other unit wants me Active)
   24.693  ASA2  STATE   G0 Active Drain -> Active Applying Config (Other unit wants me Active)
   24.693  ASA2  STATE   G1 Active Drain -> Active Applying Config (Other unit wants me Active)
   24.743  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   24.743  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   24.793  ASA2  STATE   G0 Active Config Applied -> Active (Other unit wants me Active)
   24.793  ASA2  STATE   G1 Active Config Applied -> Active (Other unit wants me Active)
   24.793  ASA2  CONNS   G1 connections: 2000 kept, 0 lost
   51.482  ASA1  TEST    CTX1/inside network activity test passed
   51.482  ASA1  IF      CTX1/inside Failed -> Normal (Waiting)
   51.482  ASA1  STATE   G1 Failed -> Standby Ready (Failover interface become OK)
   51.482  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
   51.482  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
   51.487  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   51.487  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
   51.532  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
   51.532  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
   51.582  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
   51.582  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
   51.632  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
   51.632  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
   51.682  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
   51.682  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
   51.682  ASA1  CONNS   G1 connections: 2000 kept, 0 lost
   53.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   53.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)

90.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.780 s out of service, 0 connections lost
CTX1         5.188 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
