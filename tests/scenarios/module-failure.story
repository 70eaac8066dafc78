# A service module of the active unit fails: that is a failure of the unit, both of its groups are marked failed; mended, it preempts.
lab = active-active.ini
10 fault module ASA1
60 mend module ASA1
until 90
---
   10.000  you   FAULT   module ASA1
   12.000  ASA1  MODULE  service module has failed: the unit is unfit
   12.000  ASA1  RULE    G1 asks ASA2 to take it
   12.000  ASA1  STATE   G2 Standby Ready -> Failed (Detect service card failure)
   12.005  ASA2  STATE   G0 Standby Ready -> Just Active (Other unit wants me Active)
   12.005  ASA2  STATE   G1 Standby Ready -> Just Active (Other unit wants me Active)
   12.010  ASA1  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   12.010  ASA1  STATE   G1 Active -> Failed (Detect service card failure)
   12.055  ASA2  STATE   G0 Just Active -> Active Drain (Other unit wants me Active)
   12.055  ASA2  STATE   G1 Just Active -> Active Drain (Other unit wants me Active)
   12.105  ASA2  STATE   G0 Active Drain -> Active Applying Config (Other unit wants me Active)
   12.105  ASA2  STATE   G1 Active Drain -> Active Applying Config (Other unit wants me Active)
   12.155  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   12.155  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   12.205  ASA2  STATE   G0 Active Config Applied -> Active (Other unit wants me Active)
   12.205  ASA2  STATE   G1 Active Config Applied -> Active (Other unit wants me Active)
   12.205  ASA2  CONNS   G1 connections: 2000 kept, 0 lost
   60.000  you   MEND    module ASA1
   62.000  ASA1  MODULE  service module works again
   62.000  ASA1  STATE   G1 Failed -> Standby Ready (My service card is as good as peer)
   62.000  ASA1  STATE   G2 Failed -> Standby Ready (My service card is as good as peer)
   62.000  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
   62.000  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
   62.005  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   62.005  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
   62.050  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
   62.050  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
   62.100  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
   62.100  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
   62.150  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
   62.150  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
   62.200  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
   62.200  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
   62.200  ASA1  CONNS   G1 connections: 2000 kept, 0 lost

90.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.390 s out of service, 0 connections lost
CTX1         0.390 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
