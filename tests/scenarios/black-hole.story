# A port that is up and swallows everything: silence, then the tests, then the unit that alone hears nothing is the failed one.
lab = active-active.ini
10 fault blackhole ASA1:CTX1/inside
60 mend blackhole ASA1:CTX1/inside
until 80
---
   10.000  you   FAULT   blackhole ASA1:CTX1/inside
   23.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   23.006  ASA1  IF      CTX1/inside Normal (Monitored) -> Testing
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
   60.000  you   MEND    blackhole ASA1:CTX1/inside
   60.974  ASA1  TEST    CTX1/inside network activity test passed
   60.974  ASA1  IF      CTX1/inside Failed -> Normal (Waiting)
   60.974  ASA1  STATE   G1 Failed -> Standby Ready (Failover interface become OK)
   60.974  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
   60.974  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
   60.979  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   60.979  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
   61.024  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
   61.024  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
   61.074  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
   61.074  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
   61.124  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
   61.124  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
   61.174  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
   61.174  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
   61.174  ASA1  CONNS   G1 connections: 2000 kept, 0 lost
   63.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   63.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)

80.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.390 s out of service, 0 connections lost
CTX1         14.988 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
