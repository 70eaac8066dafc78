# Failover is off and the secondary reboots: it comes up active for everything, and every address is there twice.
lab = active-active.ini
10 type ASA1 no failover
12 type ASA2 no failover
20 type ASA2 reload
until 90
---
   10.000  you   TYPE    ASA1(config)# no failover
   10.000  ASA1  STATE   G0 Active -> Disabled (Set by the config command)
   10.000  ASA1  STATE   G1 Active -> Disabled (Set by the config command)
   10.000  ASA1  STATE   G2 Standby Ready -> Disabled (Set by the config command)
   10.005  ASA2  MATE    ASA1 is there, with failover off
   10.005  ASA2  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA2  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA2  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA2  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   12.000  you   TYPE    ASA2(config)# no failover
   12.000  ASA2  STATE   G0 Standby Ready -> Disabled (Set by the config command)
   12.000  ASA2  STATE   G1 Standby Ready -> Disabled (Set by the config command)
   12.000  ASA2  STATE   G2 Active -> Disabled (Set by the config command)
   20.000  you   TYPE    ASA2# reload
   20.000  ASA2  UNIT    up -> booting
   80.000  ASA2  UNIT    booting -> up
   80.000  ASA2  RULE    boots with failover off: its addresses are there twice
   80.000  ASA2  CONNS   G2 connections: 0 kept, 1000 lost

90.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   not heard yet
group 1      Disabled (mate: Standby Ready)          Disabled (mate: Not Detected)
group 2      Disabled (mate: Active)                 Disabled (mate: Not Detected)
CTX1/inside  Unknown (Waiting)                       Unknown (Waiting)
CTX1/outside Unknown (Waiting)                       Unknown (Waiting)
CTX2/inside  Unknown (Waiting)                       Unknown (Waiting)
CTX2/outside Unknown (Waiting)                       Unknown (Waiting)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         60.000 s out of service, 1000 connections lost
