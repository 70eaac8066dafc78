# While the connections are not replicated preempt waits; they are pulled when the state link carries again.
lab = active-active.ini
10 fault carrier statelink
20 fault reload primary
200 mend carrier statelink
until 230
---
   10.000  you   FAULT   carrier statelink
   10.500  ASA1  LINK    state link statelink has failed
   10.500  ASA2  LINK    state link statelink has failed
   20.000  you   FAULT   reload ASA1
   20.000  ASA1  UNIT    up -> booting
   20.500  ASA2  LINK    failover link folink has failed
   23.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   33.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   33.001  ASA2  IF      CTX1/outside Normal (Monitored) -> Testing
   33.001  ASA2  IF      CTX2/inside Normal (Monitored) -> Testing
   33.001  ASA2  IF      CTX2/outside Normal (Monitored) -> Testing
   34.583  ASA2  TEST    CTX1/inside network activity test passed
   34.583  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   34.583  ASA2  TEST    CTX1/outside network activity test passed
   34.583  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
   34.583  ASA2  TEST    CTX2/inside network activity test passed
   34.583  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
   34.583  ASA2  TEST    CTX2/outside network activity test passed
   34.583  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
   35.005  ASA2  MATE    takes ASA1 for failed: silent for 15.000 s, no answer anywhere
   35.005  ASA2  STATE   G0 Standby Ready -> Just Active (HELLO not heard from mate)
   35.005  ASA2  STATE   G1 Standby Ready -> Just Active (HELLO not heard from mate)
   35.055  ASA2  STATE   G0 Just Active -> Active Drain (HELLO not heard from mate)
   35.055  ASA2  STATE   G1 Just Active -> Active Drain (HELLO not heard from mate)
   35.105  ASA2  STATE   G0 Active Drain -> Active Applying Config (HELLO not heard from mate)
   35.105  ASA2  STATE   G1 Active Drain -> Active Applying Config (HELLO not heard from mate)
   35.155  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   35.155  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   35.205  ASA2  STATE   G0 Active Config Applied -> Active (HELLO not heard from mate)
   35.205  ASA2  STATE   G1 Active Config Applied -> Active (HELLO not heard from mate)
   35.205  ASA2  CONNS   G1 connections: 1666 kept, 334 lost
   80.000  ASA1  UNIT    booting -> up
   80.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   80.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   80.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   80.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   80.000  ASA1  LINK    state link statelink has failed
   80.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   80.005  ASA2  LINK    failover link folink works
   80.005  ASA2  MATE    hears ASA1
   80.010  ASA1  MATE    hears ASA2
   80.010  ASA1  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
   80.010  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   80.010  ASA1  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
   80.010  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   80.010  ASA1  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
   82.010  ASA1  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   82.010  ASA1  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   82.010  ASA1  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   83.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   83.728  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   83.728  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   83.728  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   85.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   85.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   85.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   85.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  106.010  ASA1  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
  106.010  ASA1  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
  106.010  ASA1  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
  106.010  ASA1  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
  106.010  ASA1  STATE   G1 Sync File System -> Standby Ready (Detected an Active mate)
  106.010  ASA1  PREEMPT G1 waits: its connections are not replicated yet
  106.010  ASA1  STATE   G2 Sync File System -> Standby Ready (Detected an Active mate)
  200.000  you   MEND    carrier statelink
  200.732  ASA1  LINK    state link statelink works
  201.005  ASA2  LINK    state link statelink works
  216.732  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
  216.732  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
  216.737  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
  216.737  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
  216.782  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
  216.782  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
  216.832  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
  216.832  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
  216.882  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
  216.882  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
  216.932  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
  216.932  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
  216.932  ASA1  CONNS   G1 connections: 2000 kept, 0 lost

230.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        15.400 s out of service, 167 connections lost
CTX1         15.400 s out of service, 167 connections lost
CTX2         0.000 s out of service, 0 connections lost
