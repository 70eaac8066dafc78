# A unit that boots and hears nobody takes both groups, whatever they prefer; who comes later finds an active mate, pulls configuration and state, and gets its group by preempt.
lab = power-on.ini
until 150
---
    0.000  ASA1  UNIT    off -> booting
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
   80.005  ASA1  LINK    failover link folink works
   80.005  ASA1  MATE    hears ASA2
   80.005  ASA2  MATE    hears ASA1
   80.005  ASA2  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   80.005  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
   80.005  ASA2  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   80.005  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
   80.005  ASA2  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   81.005  ASA1  LINK    state link statelink works
   82.005  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   82.005  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   82.005  ASA2  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   85.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   85.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   85.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   85.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  106.005  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
  106.005  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
  106.005  ASA2  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
  106.005  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
  106.005  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
  106.005  ASA2  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  122.005  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  122.005  ASA2  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  122.005  ASA2  STATE   G2 Standby Ready -> Just Active (Preempt mate)
  122.010  ASA1  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
  122.055  ASA2  STATE   G2 Just Active -> Active Drain (Preempt mate)
  122.105  ASA2  STATE   G2 Active Drain -> Active Applying Config (Preempt mate)
  122.155  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (Preempt mate)
  122.205  ASA2  STATE   G2 Active Config Applied -> Active (Preempt mate)
  122.205  ASA2  CONNS   G2 connections: 1000 kept, 0 lost

150.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        76.200 s out of service, 0 connections lost
CTX1         76.200 s out of service, 0 connections lost
CTX2         77.395 s out of service, 0 connections lost
