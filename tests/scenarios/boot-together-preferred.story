# By the older text each group goes to its preferred unit at once when both boot together; group 2 waits until that unit has its configuration.
lab = no-preempt.ini
start = boot
[unit secondary]
power-on = 5 s
until 150
---
    0.000  ASA1  UNIT    off -> booting
    5.000  ASA2  UNIT    off -> booting
   60.000  ASA1  UNIT    booting -> up
   60.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   60.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   60.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   60.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   60.000  ASA1  LINK    state link statelink has failed
   60.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   65.000  ASA2  UNIT    booting -> up
   65.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   65.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   65.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   65.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   65.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   65.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   65.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   65.005  ASA1  MATE    hears ASA2
   65.005  ASA1  STATE   G0 Negotiation -> Just Active (No Active unit found)
   65.005  ASA2  MATE    hears ASA1
   65.005  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   65.010  ASA2  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   65.010  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
   65.055  ASA1  STATE   G0 Just Active -> Active Drain (No Active unit found)
   65.105  ASA1  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   65.155  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   65.205  ASA1  STATE   G0 Active Config Applied -> Active (No Active unit found)
   65.500  ASA1  LINK    state link statelink works
   66.005  ASA1  STATE   G1 Negotiation -> Just Active (No Active unit found)
   66.005  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   66.010  ASA2  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   66.010  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
   66.055  ASA1  STATE   G1 Just Active -> Active Drain (No Active unit found)
   66.105  ASA1  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   66.155  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   66.205  ASA1  STATE   G1 Active Config Applied -> Active (No Active unit found)
   67.010  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   68.010  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   70.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   70.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   70.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   70.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   91.010  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
   91.010  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
   91.010  ASA2  STATE   G2 Negotiation -> Just Active (No Active unit found)
   91.015  ASA1  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   91.060  ASA2  STATE   G2 Just Active -> Active Drain (No Active unit found)
   91.110  ASA2  STATE   G2 Active Drain -> Active Applying Config (No Active unit found)
   91.160  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (No Active unit found)
   91.210  ASA2  STATE   G2 Active Config Applied -> Active (No Active unit found)
   92.010  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
   92.010  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
   93.015  ASA1  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
  108.010  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  117.015  ASA1  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
  117.015  ASA1  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  133.015  ASA1  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)

150.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        66.205 s out of service, 0 connections lost
CTX1         66.205 s out of service, 0 connections lost
CTX2         91.210 s out of service, 0 connections lost
