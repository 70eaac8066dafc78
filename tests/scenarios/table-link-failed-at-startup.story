# Failover link failed at startup: no failover. Both groups become active on both units.
lab = power-on.ini
1 fault carrier folink
until 120
---
    0.000  ASA1  UNIT    off -> booting
    1.000  you   FAULT   carrier folink
   20.000  ASA2  UNIT    off -> booting
   60.000  ASA1  UNIT    booting -> up
   60.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   60.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   60.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   60.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   60.000  ASA1  LINK    state link statelink has failed
   60.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   75.000  ASA1  MATE    ASA2 is not detected
   75.000  ASA1  LINK    failover link folink has failed
   75.000  ASA1  STATE   G0 Negotiation -> Just Active (No Active unit found)
   75.000  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   75.050  ASA1  STATE   G0 Just Active -> Active Drain (No Active unit found)
   75.100  ASA1  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   75.150  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   75.200  ASA1  STATE   G0 Active Config Applied -> Active (No Active unit found)
   76.000  ASA1  STATE   G1 Negotiation -> Just Active (No Active unit found)
   76.000  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   76.050  ASA1  STATE   G1 Just Active -> Active Drain (No Active unit found)
   76.100  ASA1  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   76.150  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   76.200  ASA1  STATE   G1 Active Config Applied -> Active (No Active unit found)
   77.000  ASA1  STATE   G2 Negotiation -> Just Active (No Active unit found)
   77.050  ASA1  STATE   G2 Just Active -> Active Drain (No Active unit found)
   77.100  ASA1  STATE   G2 Active Drain -> Active Applying Config (No Active unit found)
   77.150  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (No Active unit found)
   77.200  ASA1  STATE   G2 Active Config Applied -> Active (No Active unit found)
   80.000  ASA2  UNIT    booting -> up
   80.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   80.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   80.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   80.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   80.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   80.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   80.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   80.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   80.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   80.500  ASA1  LINK    state link statelink works
   85.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   85.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   85.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   85.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   95.000  ASA2  MATE    ASA1 is not detected
   95.000  ASA2  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   95.000  ASA2  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   95.000  ASA2  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   95.000  ASA2  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   95.000  ASA2  LINK    failover link folink has failed
   95.000  ASA2  STATE   G0 Negotiation -> Just Active (No Active unit found)
   95.000  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
   95.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   95.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   95.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   95.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   95.050  ASA2  STATE   G0 Just Active -> Active Drain (No Active unit found)
   95.100  ASA2  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   95.150  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   95.200  ASA2  STATE   G0 Active Config Applied -> Active (No Active unit found)
   96.000  ASA2  STATE   G1 Negotiation -> Just Active (No Active unit found)
   96.000  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
   96.050  ASA2  STATE   G1 Just Active -> Active Drain (No Active unit found)
   96.100  ASA2  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   96.150  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   96.200  ASA2  STATE   G1 Active Config Applied -> Active (No Active unit found)
   97.000  ASA2  STATE   G2 Negotiation -> Just Active (No Active unit found)
   97.050  ASA2  STATE   G2 Just Active -> Active Drain (No Active unit found)
   97.100  ASA2  STATE   G2 Active Drain -> Active Applying Config (No Active unit found)
   97.150  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (No Active unit found)
   97.200  ASA2  STATE   G2 Active Config Applied -> Active (No Active unit found)

120.000      ASA1 primary, up                        ASA2 secondary, up
its mate     not detected                            not detected
group 1      Active (mate: Not Detected)             Active (mate: Not Detected)
group 2      Active (mate: Not Detected)             Active (mate: Not Detected)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        76.200 s out of service, 0 connections lost
CTX1         76.200 s out of service, 0 connections lost
CTX2         77.200 s out of service, 0 connections lost
