# An interface that is not monitored fails without moving its group; monitored again, it counts at once.
lab = active-active.ini
10 type ASA1/CTX1 no monitor-interface inside
20 fault carrier ASA1:CTX1/inside
30 type ASA1/CTX1 monitor-interface inside
until 45
---
   10.000  you   TYPE    ASA1/CTX1(config)# no monitor-interface inside
   10.000  ASA1  CONFIG  replicates to ASA2: no monitor-interface inside
   10.005  ASA2  CONFIG  obeys what ASA1 replicates: no monitor-interface inside
   20.000  you   FAULT   carrier ASA1:CTX1/inside
   20.500  ASA1  IF      CTX1/inside Normal (Monitored) -> No Link
   30.000  you   TYPE    ASA1/CTX1(config)# monitor-interface inside
   30.000  ASA1  CONFIG  replicates to ASA2: monitor-interface inside
   30.000  ASA1  RULE    G1 1 failed here, 0 on ASA2: asks ASA2 to take it
   30.005  ASA2  CONFIG  obeys what ASA1 replicates: monitor-interface inside
   30.005  ASA2  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   30.005  ASA2  STATE   G0 Standby Ready -> Just Active (Other unit wants me Active)
   30.005  ASA2  STATE   G1 Standby Ready -> Just Active (Other unit wants me Active)
   30.010  ASA1  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   30.010  ASA1  STATE   G1 Active -> Failed (Interface check)
   30.055  ASA2  STATE   G0 Just Active -> Active Drain (Other unit wants me Active)
   30.055  ASA2  STATE   G1 Just Active -> Active Drain (Other unit wants me Active)
   30.105  ASA2  STATE   G0 Active Drain -> Active Applying Config (Other unit wants me Active)
   30.105  ASA2  STATE   G1 Active Drain -> Active Applying Config (Other unit wants me Active)
   30.155  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   30.155  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   30.205  ASA2  STATE   G0 Active Config Applied -> Active (Other unit wants me Active)
   30.205  ASA2  STATE   G1 Active Config Applied -> Active (Other unit wants me Active)
   30.205  ASA2  CONNS   G1 connections: 2000 kept, 0 lost

45.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Failed (mate: Active)                   Active (mate: Failed)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  No Link (Waiting)                       Normal (Waiting)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.195 s out of service, 0 connections lost
CTX1         10.205 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
