# Two faults at once: the failover link fails, then the active unit loses an interface; nothing can move until the link is back.
lab = active-active.ini
10 fault carrier folink
30 fault carrier ASA1:CTX1/inside
60 mend carrier folink
until 80
---
   10.000  you   FAULT   carrier folink
   10.500  ASA1  LINK    failover link folink has failed
   10.500  ASA2  LINK    failover link folink has failed
   12.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   13.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   24.732  ASA1  MATE    ASA2 answers on data interfaces only: folink has failed
   25.005  ASA2  MATE    ASA1 answers on data interfaces only: folink has failed
   30.000  you   FAULT   carrier ASA1:CTX1/inside
   30.500  ASA1  IF      CTX1/inside Normal (Monitored) -> No Link
   30.500  ASA1  RULE    G1 stays: no failover while the failover link is down
   43.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   44.583  ASA2  TEST    CTX1/inside network activity test passed
   44.583  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   59.583  ASA2  IF      CTX1/inside Normal (Waiting) -> Testing
   60.000  you   MEND    carrier folink
   60.732  ASA1  LINK    failover link folink works
   60.732  ASA1  MATE    hears ASA2
   60.732  ASA1  RULE    G1 1 failed here, 0 on ASA2: asks ASA2 to take it
   60.737  ASA2  LINK    failover link folink works
   60.737  ASA2  MATE    hears ASA1
   60.737  ASA2  STATE   G0 Standby Ready -> Just Active (Other unit wants me Active)
   60.737  ASA2  STATE   G1 Standby Ready -> Just Active (Other unit wants me Active)
   60.742  ASA1  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
   60.742  ASA1  STATE   G1 Active -> Failed (Interface check)
   60.787  ASA2  STATE   G0 Just Active -> Active Drain (Other unit wants me Active)
   60.787  ASA2  STATE   G1 Just Active -> Active Drain (Other unit wants me Active)
   60.837  ASA2  STATE   G0 Active Drain -> Active Applying Config (Other unit wants me Active)
   60.837  ASA2  STATE   G1 Active Drain -> Active Applying Config (Other unit wants me Active)
   60.887  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   60.887  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (Other unit wants me Active)
   60.937  ASA2  STATE   G0 Active Config Applied -> Active (Other unit wants me Active)
   60.937  ASA2  STATE   G1 Active Config Applied -> Active (Other unit wants me Active)
   60.937  ASA2  CONNS   G1 connections: 2000 kept, 0 lost
   61.165  ASA2  TEST    CTX1/inside network activity test passed
   61.165  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)

80.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Failed (mate: Active)                   Active (mate: Failed)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  No Link (Waiting)                       Normal (Waiting)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.195 s out of service, 0 connections lost
CTX1         30.937 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
