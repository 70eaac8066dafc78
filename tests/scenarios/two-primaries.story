# Both units are primary by their configuration: both have the same end of the failover link, nothing passes on it, and each that starts is active for everything.
lab = active-active.ini
10 type ASA2 no failover
11 type ASA1 no failover
12 type ASA2 failover lan unit primary
13 type ASA1 failover
40 type ASA2 failover
until 90
---
   10.000  you   TYPE    ASA2(config)# no failover
   10.000  ASA2  STATE   G0 Standby Ready -> Disabled (Set by the config command)
   10.000  ASA2  STATE   G1 Standby Ready -> Disabled (Set by the config command)
   10.000  ASA2  STATE   G2 Active -> Disabled (Set by the config command)
   10.005  ASA1  MATE    ASA2 is there, with failover off
   10.005  ASA1  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA1  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA1  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   10.005  ASA1  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   11.000  you   TYPE    ASA1(config)# no failover
   11.000  ASA1  STATE   G0 Active -> Disabled (Set by the config command)
   11.000  ASA1  STATE   G1 Active -> Disabled (Set by the config command)
   11.000  ASA1  STATE   G2 Standby Ready -> Disabled (Set by the config command)
   12.000  you   TYPE    ASA2(config)# failover lan unit primary
   13.000  you   TYPE    ASA1(config)# failover
   13.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   13.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   13.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   13.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   13.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   28.000  ASA1  MATE    ASA2 is not detected
   28.000  ASA1  STATE   G0 Negotiation -> Just Active (No Active unit found)
   28.000  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   28.050  ASA1  STATE   G0 Just Active -> Active Drain (No Active unit found)
   28.100  ASA1  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   28.150  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   28.200  ASA1  STATE   G0 Active Config Applied -> Active (No Active unit found)
   29.000  ASA1  STATE   G1 Negotiation -> Just Active (No Active unit found)
   29.000  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   29.050  ASA1  STATE   G1 Just Active -> Active Drain (No Active unit found)
   29.100  ASA1  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   29.150  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   29.200  ASA1  STATE   G1 Active Config Applied -> Active (No Active unit found)
   30.000  ASA1  STATE   G2 Negotiation -> Just Active (No Active unit found)
   30.050  ASA1  STATE   G2 Just Active -> Active Drain (No Active unit found)
   30.100  ASA1  STATE   G2 Active Drain -> Active Applying Config (No Active unit found)
   30.150  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (No Active unit found)
   30.200  ASA1  STATE   G2 Active Config Applied -> Active (No Active unit found)
   40.000  you   TYPE    ASA2(config)# failover
   40.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   40.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   40.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   40.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   40.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   43.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   43.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   43.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   43.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   45.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   45.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   45.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   45.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   55.000  ASA2  MATE    ASA1 is not detected
   55.000  ASA2  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   55.000  ASA2  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   55.000  ASA2  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   55.000  ASA2  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   55.000  ASA2  STATE   G0 Negotiation -> Just Active (No Active unit found)
   55.000  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
   55.050  ASA2  STATE   G0 Just Active -> Active Drain (No Active unit found)
   55.100  ASA2  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   55.150  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   55.200  ASA2  STATE   G0 Active Config Applied -> Active (No Active unit found)
   56.000  ASA2  STATE   G1 Negotiation -> Just Active (No Active unit found)
   56.000  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
   56.050  ASA2  STATE   G1 Just Active -> Active Drain (No Active unit found)
   56.100  ASA2  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   56.150  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   56.200  ASA2  STATE   G1 Active Config Applied -> Active (No Active unit found)
   57.000  ASA2  STATE   G2 Negotiation -> Just Active (No Active unit found)
   57.050  ASA2  STATE   G2 Just Active -> Active Drain (No Active unit found)
   57.100  ASA2  STATE   G2 Active Drain -> Active Applying Config (No Active unit found)
   57.150  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (No Active unit found)
   57.200  ASA2  STATE   G2 Active Config Applied -> Active (No Active unit found)
   58.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   58.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   58.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   58.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)

90.000       ASA1 primary, up                        ASA2 secondary, up
its mate     not detected                            not detected
group 1      Active (mate: Not Detected)             Active (mate: Not Detected)
group 2      Active (mate: Not Detected)             Active (mate: Not Detected)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
