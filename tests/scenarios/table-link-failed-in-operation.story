# Failover link failed during operation: no failover. Each unit marks the link failed, and cannot fail over while it is down; not for interfaces either.
lab = active-active.ini
10 fault carrier folink
60 fault carrier ASA1:CTX1/inside
120 mend carrier folink
until 125
---
   10.000  you   FAULT   carrier folink
   10.500  ASA1  LINK    failover link folink has failed
   10.500  ASA2  LINK    failover link folink has failed
   12.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   13.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   24.732  ASA1  MATE    ASA2 answers on data interfaces only: folink has failed
   25.005  ASA2  MATE    ASA1 answers on data interfaces only: folink has failed
   60.000  you   FAULT   carrier ASA1:CTX1/inside
   60.500  ASA1  IF      CTX1/inside Normal (Monitored) -> No Link
   60.500  ASA1  RULE    G1 stays: no failover while the failover link is down
   73.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   74.583  ASA2  TEST    CTX1/inside network activity test passed
   74.583  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   89.583  ASA2  IF      CTX1/inside Normal (Waiting) -> Testing
   91.165  ASA2  TEST    CTX1/inside network activity test passed
   91.165  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
  106.165  ASA2  IF      CTX1/inside Normal (Waiting) -> Testing
  107.747  ASA2  TEST    CTX1/inside network activity test passed
  107.747  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
  120.000  you   MEND    carrier folink
  120.732  ASA1  LINK    failover link folink works
  120.732  ASA1  MATE    hears ASA2
  120.732  ASA1  RULE    G1 1 failed here, 0 on ASA2: asks ASA2 to take it
  120.737  ASA2  LINK    failover link folink works
  120.737  ASA2  MATE    hears ASA1
  120.737  ASA2  STATE   G0 Standby Ready -> Just Active (Other unit wants me Active)
  120.737  ASA2  STATE   G1 Standby Ready -> Just Active (Other unit wants me Active)
  120.742  ASA1  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
  120.742  ASA1  STATE   G1 Active -> Failed (Interface check)
  120.787  ASA2  STATE   G0 Just Active -> Active Drain (Other unit wants me Active)
  120.787  ASA2  STATE   G1 Just Active -> Active Drain (Other unit wants me Active)
  120.837  ASA2  STATE   G0 Active Drain -> Active Applying Config (Other unit wants me Active)
  120.837  ASA2  STATE   G1 Active Drain -> Active Applying Config (Other unit wants me Active)
  120.887  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (Other unit wants me Active)
  120.887  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (Other unit wants me Active)
  120.937  ASA2  STATE   G0 Active Config Applied -> Active (Other unit wants me Active)
  120.937  ASA2  STATE   G1 Active Config Applied -> Active (Other unit wants me Active)
  120.937  ASA2  CONNS   G1 connections: 1000 kept, 1000 lost

125.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Failed (mate: Active)                   Active (mate: Failed)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  No Link (Waiting)                       Normal (Waiting)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.195 s out of service, 0 connections lost
CTX1         60.937 s out of service, 1000 connections lost
CTX2         0.000 s out of service, 0 connections lost
