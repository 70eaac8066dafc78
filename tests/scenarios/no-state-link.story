# Without a state link every connection is lost at a failover.
lab = no-state-link.ini
10 fault carrier ASA1:CTX1/inside
until 20
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
   10.705  ASA2  CONNS   G1 connections: 0 kept, 2000 lost

20.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Failed (mate: Active)                   Active (mate: Failed)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  No Link (Waiting)                       Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.195 s out of service, 1000 connections lost
CTX1         0.705 s out of service, 1000 connections lost
CTX2         0.000 s out of service, 0 connections lost
