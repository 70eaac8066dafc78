# The state link carries one way only while a unit joins: bulk sync ends without the connections, and preempt waits until they come.
lab = active-active.ini
5 fault oneway ASA1:statelink
10 fault reload ASA1
200 mend oneway ASA1:statelink
until 240
---
    5.000  you   FAULT   oneway ASA1:statelink
   10.000  you   FAULT   reload ASA1
   10.000  ASA1  UNIT    up -> booting
   10.500  ASA2  LINK    failover link folink has failed
   10.500  ASA2  LINK    state link statelink has failed
   13.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   23.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   23.001  ASA2  IF      CTX1/outside Normal (Monitored) -> Testing
   23.001  ASA2  IF      CTX2/inside Normal (Monitored) -> Testing
   23.001  ASA2  IF      CTX2/outside Normal (Monitored) -> Testing
   24.583  ASA2  TEST    CTX1/inside network activity test passed
   24.583  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   24.583  ASA2  TEST    CTX1/outside network activity test passed
   24.583  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
   24.583  ASA2  TEST    CTX2/inside network activity test passed
   24.583  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
   24.583  ASA2  TEST    CTX2/outside network activity test passed
   24.583  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
   25.005  ASA2  MATE    takes ASA1 for failed: silent for 15.000 s, no answer anywhere
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
   25.205  ASA2  CONNS   G1 connections: 1832 kept, 168 lost
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
   72.010  ASA1  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   72.010  ASA1  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   72.010  ASA1  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   73.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   73.728  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   73.728  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   73.728  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
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
  152.010  ASA1  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  152.010  ASA1  PREEMPT G1 waits: its connections are not replicated yet
  152.010  ASA1  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  200.000  you   MEND    oneway ASA1:statelink
  201.005  ASA2  LINK    state link statelink works
  216.010  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
  216.010  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
  216.015  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
  216.015  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
  216.060  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
  216.060  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
  216.110  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
  216.110  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
  216.160  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
  216.160  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
  216.210  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
  216.210  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
  216.210  ASA1  CONNS   G1 connections: 2000 kept, 0 lost

240.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        15.400 s out of service, 84 connections lost
CTX1         15.400 s out of service, 84 connections lost
CTX2         0.000 s out of service, 0 connections lost
