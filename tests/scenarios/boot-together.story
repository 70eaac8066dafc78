# Two units that boot within the holdtime negotiate: the primary takes both groups, and gives one away when its mate is ready.
lab = active-active.ini
start = boot
[unit primary]
power-on = 5 s
until 130
---
    0.000  ASA2  UNIT    off -> booting
    5.000  ASA1  UNIT    off -> booting
   60.000  ASA2  UNIT    booting -> up
   60.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   60.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   60.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   60.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   60.000  ASA2  LINK    state link statelink has failed
   60.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   65.000  ASA1  UNIT    booting -> up
   65.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   65.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   65.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   65.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   65.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   65.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   65.005  ASA2  MATE    hears ASA1
   65.005  ASA1  MATE    hears ASA2
   65.500  ASA2  LINK    state link statelink works
   67.000  ASA1  STATE   G0 Negotiation -> Just Active (No Active unit found)
   67.000  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   67.005  ASA2  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   67.005  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
   67.050  ASA1  STATE   G0 Just Active -> Active Drain (No Active unit found)
   67.100  ASA1  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   67.150  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   67.200  ASA1  STATE   G0 Active Config Applied -> Active (No Active unit found)
   68.000  ASA1  STATE   G1 Negotiation -> Just Active (No Active unit found)
   68.000  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   68.005  ASA2  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   68.005  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
   68.050  ASA1  STATE   G1 Just Active -> Active Drain (No Active unit found)
   68.100  ASA1  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   68.150  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   68.200  ASA1  STATE   G1 Active Config Applied -> Active (No Active unit found)
   69.000  ASA1  STATE   G2 Negotiation -> Just Active (No Active unit found)
   69.005  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   69.005  ASA2  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   69.050  ASA1  STATE   G2 Just Active -> Active Drain (No Active unit found)
   69.100  ASA1  STATE   G2 Active Drain -> Active Applying Config (No Active unit found)
   69.150  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (No Active unit found)
   69.200  ASA1  STATE   G2 Active Config Applied -> Active (No Active unit found)
   70.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   70.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   70.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   70.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   70.005  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   71.005  ASA2  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   93.005  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
   93.005  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
   94.005  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
   94.005  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
   95.005  ASA2  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
   95.005  ASA2  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  110.005  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  111.005  ASA2  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  111.005  ASA2  STATE   G2 Standby Ready -> Just Active (Preempt mate)
  111.010  ASA1  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
  111.055  ASA2  STATE   G2 Just Active -> Active Drain (Preempt mate)
  111.105  ASA2  STATE   G2 Active Drain -> Active Applying Config (Preempt mate)
  111.155  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (Preempt mate)
  111.205  ASA2  STATE   G2 Active Config Applied -> Active (Preempt mate)
  111.205  ASA2  CONNS   G2 connections: 1000 kept, 0 lost

130.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        68.200 s out of service, 0 connections lost
CTX1         68.200 s out of service, 0 connections lost
CTX2         69.395 s out of service, 0 connections lost
