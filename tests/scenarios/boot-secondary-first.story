# The secondary boots alone and takes both groups; the primary comes later and pulls the configuration from it, whatever their roles; without preempt nothing goes home.
lab = no-preempt.ini
start = boot
[unit primary]
power-on = 100 s
until 220
---
    0.000  ASA2  UNIT    off -> booting
   60.000  ASA2  UNIT    booting -> up
   60.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   60.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   60.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   60.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   60.000  ASA2  LINK    state link statelink has failed
   60.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   75.000  ASA2  MATE    ASA1 is not detected
   75.000  ASA2  LINK    failover link folink has failed
   75.000  ASA2  STATE   G0 Negotiation -> Just Active (No Active unit found)
   75.000  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
   75.050  ASA2  STATE   G0 Just Active -> Active Drain (No Active unit found)
   75.100  ASA2  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   75.150  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   75.200  ASA2  STATE   G0 Active Config Applied -> Active (No Active unit found)
   76.000  ASA2  STATE   G1 Negotiation -> Just Active (No Active unit found)
   76.000  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
   76.050  ASA2  STATE   G1 Just Active -> Active Drain (No Active unit found)
   76.100  ASA2  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   76.150  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   76.200  ASA2  STATE   G1 Active Config Applied -> Active (No Active unit found)
   77.000  ASA2  STATE   G2 Negotiation -> Just Active (No Active unit found)
   77.050  ASA2  STATE   G2 Just Active -> Active Drain (No Active unit found)
   77.100  ASA2  STATE   G2 Active Drain -> Active Applying Config (No Active unit found)
   77.150  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (No Active unit found)
   77.200  ASA2  STATE   G2 Active Config Applied -> Active (No Active unit found)
  100.000  ASA1  UNIT    off -> booting
  160.000  ASA1  UNIT    booting -> up
  160.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
  160.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
  160.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
  160.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
  160.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
  160.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
  160.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
  160.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
  160.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  160.005  ASA2  LINK    failover link folink works
  160.005  ASA2  MATE    hears ASA1
  160.005  ASA1  MATE    hears ASA2
  160.005  ASA1  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
  160.005  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
  160.005  ASA1  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
  160.005  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
  160.005  ASA1  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
  161.005  ASA2  LINK    state link statelink works
  162.005  ASA1  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
  162.005  ASA1  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
  162.005  ASA1  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
  165.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
  165.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
  165.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
  165.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  186.005  ASA1  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
  186.005  ASA1  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
  186.005  ASA1  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
  186.005  ASA1  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
  186.005  ASA1  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
  186.005  ASA1  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  202.005  ASA1  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  202.005  ASA1  PREEMPT G1 stays: no preempt
  202.005  ASA1  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)

220.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Standby Ready (mate: Active)            Active (mate: Standby Ready)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        76.200 s out of service, 0 connections lost
CTX1         76.200 s out of service, 0 connections lost
CTX2         77.200 s out of service, 0 connections lost
