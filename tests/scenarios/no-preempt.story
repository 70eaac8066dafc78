# Without preempt nothing goes home by itself: a person has to type it.
lab = no-preempt.ini
10 fault reload primary
150 type primary failover active group 1
until 160
---
   10.000  you   FAULT   reload ASA1
   10.000  ASA1  UNIT    up -> booting
   10.500  ASA2  LINK    failover link folink has failed
   10.500  ASA2  LINK    state link statelink has failed
   13.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   24.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   24.001  ASA2  IF      CTX1/outside Normal (Monitored) -> Testing
   24.001  ASA2  IF      CTX2/inside Normal (Monitored) -> Testing
   24.001  ASA2  IF      CTX2/outside Normal (Monitored) -> Testing
   25.005  ASA2  MATE    takes ASA1 for failed: silent for 15.000 s, no answer anywhere
   25.005  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   25.005  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
   25.005  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
   25.005  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
   25.005  ASA2  STATE   G0 Standby Ready -> Just Active (HELLO not heard from mate)
   25.005  ASA2  STATE   G1 Standby Ready -> Just Active (HELLO not heard from mate)
   25.055  ASA2  STATE   G0 Just Active -> Active Drain (HELLO not heard from mate)
   25.055  ASA2  STATE   G1 Just Active -> Active Drain (HELLO not heard from mate)
   25.105  ASA2  STATE   G0 Active Drain -> Active Applying Config (HELLO not heard from mate)
   25.105  ASA2  STATE   G1 Active Drain -> Active Applying Config (HELLO not heard from mate)
   25.155  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   25.155  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   25.205  ASA2  STATE   G0 Active Config Applied -> Active (HELLO not heard from mate)
   25.205  ASA2  STATE   G1 Active Config Applied -> Active (HELLO not heard from mate)
   25.205  ASA2  CONNS   G1 connections: 2000 kept, 0 lost
   70.000  ASA1  UNIT    booting -> up
   70.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   70.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   70.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   70.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   70.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   70.005  ASA2  LINK    failover link folink works
   70.005  ASA2  MATE    hears ASA1
   70.010  ASA1  MATE    hears ASA2
   70.010  ASA1  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   70.010  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   70.010  ASA1  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   70.010  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   70.010  ASA1  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   71.005  ASA2  LINK    state link statelink works
   72.010  ASA1  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   72.010  ASA1  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   72.010  ASA1  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   74.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   74.728  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   74.728  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   74.728  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   75.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   75.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   75.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   75.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   96.010  ASA1  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
   96.010  ASA1  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
   96.010  ASA1  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
   96.010  ASA1  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
   96.010  ASA1  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
   96.010  ASA1  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  112.010  ASA1  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  112.010  ASA1  PREEMPT G1 stays: no preempt
  112.010  ASA1  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  150.000  you   TYPE    ASA1# failover active group 1
  150.000  ASA1  STATE   G0 Standby Ready -> Just Active (Set by the config command)
  150.000  ASA1  STATE   G1 Standby Ready -> Just Active (Set by the config command)
  150.005  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
  150.005  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
  150.050  ASA1  STATE   G0 Just Active -> Active Drain (Set by the config command)
  150.050  ASA1  STATE   G1 Just Active -> Active Drain (Set by the config command)
  150.100  ASA1  STATE   G0 Active Drain -> Active Applying Config (Set by the config command)
  150.100  ASA1  STATE   G1 Active Drain -> Active Applying Config (Set by the config command)
  150.150  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Set by the config command)
  150.150  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Set by the config command)
  150.200  ASA1  STATE   G0 Active Config Applied -> Active (Set by the config command)
  150.200  ASA1  STATE   G1 Active Config Applied -> Active (Set by the config command)
  150.200  ASA1  CONNS   G1 connections: 2000 kept, 0 lost

160.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        15.400 s out of service, 0 connections lost
CTX1         15.400 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
