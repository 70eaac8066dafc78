# A unit that hangs keeps its ports up: only the silence tells, after a holdtime.
lab = fast-timers.ini
10 fault hang primary
20 mend hang primary
until 130
---
   10.000  you   FAULT   hang ASA1
   10.000  ASA1  UNIT    up -> hung
   10.605  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   10.805  ASA2  MATE    takes ASA1 for failed: silent for 0.800 s, no answer anywhere
   10.805  ASA2  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   10.805  ASA2  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   10.805  ASA2  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   10.805  ASA2  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   10.805  ASA2  STATE   G0 Standby Ready -> Just Active (HELLO not heard from mate)
   10.805  ASA2  STATE   G1 Standby Ready -> Just Active (HELLO not heard from mate)
   10.855  ASA2  STATE   G0 Just Active -> Active Drain (HELLO not heard from mate)
   10.855  ASA2  STATE   G1 Just Active -> Active Drain (HELLO not heard from mate)
   10.905  ASA2  STATE   G0 Active Drain -> Active Applying Config (HELLO not heard from mate)
   10.905  ASA2  STATE   G1 Active Drain -> Active Applying Config (HELLO not heard from mate)
   10.955  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   10.955  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   11.005  ASA2  STATE   G0 Active Config Applied -> Active (HELLO not heard from mate)
   11.005  ASA2  STATE   G1 Active Config Applied -> Active (HELLO not heard from mate)
   11.005  ASA2  CONNS   G1 connections: 2000 kept, 0 lost
   20.000  you   MEND    hang ASA1
   20.000  ASA1  UNIT    hung -> booting
   20.500  ASA2  LINK    failover link folink has failed
   20.500  ASA2  LINK    state link statelink has failed
   80.000  ASA1  UNIT    booting -> up
   80.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   80.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   80.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   80.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   80.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   80.005  ASA2  LINK    failover link folink works
   80.005  ASA2  MATE    hears ASA1
   80.010  ASA1  MATE    hears ASA2
   80.010  ASA1  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   80.010  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   80.010  ASA1  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   80.010  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   80.010  ASA1  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   80.228  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   80.228  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   80.228  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   80.228  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   80.501  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   80.501  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   80.501  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   80.501  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   81.005  ASA2  LINK    state link statelink works
   82.010  ASA1  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   82.010  ASA1  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   82.010  ASA1  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
  106.010  ASA1  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
  106.010  ASA1  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
  106.010  ASA1  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
  106.010  ASA1  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
  106.010  ASA1  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
  106.010  ASA1  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  122.010  ASA1  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  122.010  ASA1  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  122.010  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
  122.010  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
  122.015  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
  122.015  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
  122.060  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
  122.060  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
  122.110  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
  122.110  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
  122.160  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
  122.160  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
  122.210  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
  122.210  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
  122.210  ASA1  CONNS   G1 connections: 2000 kept, 0 lost

130.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        1.200 s out of service, 0 connections lost
CTX1         1.200 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
