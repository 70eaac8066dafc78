# Nothing passes between two units that live: both are active. When they hear each other again the primary stays active and the secondary synchronizes anew.
lab = active-active.ini
10 fault blackhole ASA2:CTX1/inside
10 fault blackhole ASA2:CTX1/outside
10 fault blackhole ASA2:CTX2/inside
10 fault blackhole ASA2:CTX2/outside
10 fault blackhole folink
60 mend all
until 120
---
   10.000  you   FAULT   blackhole ASA2:CTX1/inside
   10.000  you   FAULT   blackhole ASA2:CTX1/outside
   10.000  you   FAULT   blackhole ASA2:CTX2/inside
   10.000  you   FAULT   blackhole ASA2:CTX2/outside
   10.000  you   FAULT   blackhole folink
   12.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   13.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   23.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   23.001  ASA2  IF      CTX1/outside Normal (Monitored) -> Testing
   23.001  ASA2  IF      CTX2/inside Normal (Monitored) -> Testing
   23.001  ASA2  IF      CTX2/outside Normal (Monitored) -> Testing
   23.728  ASA1  IF      CTX1/inside Normal (Monitored) -> Testing
   23.728  ASA1  IF      CTX1/outside Normal (Monitored) -> Testing
   23.728  ASA1  IF      CTX2/inside Normal (Monitored) -> Testing
   23.728  ASA1  IF      CTX2/outside Normal (Monitored) -> Testing
   24.732  ASA1  MATE    takes ASA2 for failed: silent for 15.000 s, no answer anywhere
   24.732  ASA1  IF      CTX1/inside Testing -> Normal (Waiting)
   24.732  ASA1  IF      CTX1/outside Testing -> Normal (Waiting)
   24.732  ASA1  IF      CTX2/inside Testing -> Normal (Waiting)
   24.732  ASA1  IF      CTX2/outside Testing -> Normal (Waiting)
   24.732  ASA1  STATE   G2 Standby Ready -> Just Active (HELLO not heard from mate)
   24.782  ASA1  STATE   G2 Just Active -> Active Drain (HELLO not heard from mate)
   24.832  ASA1  STATE   G2 Active Drain -> Active Applying Config (HELLO not heard from mate)
   24.882  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   24.932  ASA1  STATE   G2 Active Config Applied -> Active (HELLO not heard from mate)
   24.932  ASA1  CONNS   G2 connections: 1000 kept, 0 lost
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
   60.000  you   MEND    blackhole folink
   60.000  you   MEND    blackhole ASA2:CTX1/inside
   60.000  you   MEND    blackhole ASA2:CTX1/outside
   60.000  you   MEND    blackhole ASA2:CTX2/inside
   60.000  you   MEND    blackhole ASA2:CTX2/outside
   60.732  ASA1  MATE    hears ASA2
   60.732  ASA1  RULE    G0 stays: of two active units the primary keeps it
   60.732  ASA1  RULE    G1 stays: of two active units the primary keeps it
   60.732  ASA1  RULE    G2 stays: of two active units the primary keeps it
   60.737  ASA2  MATE    hears ASA1
   60.737  ASA2  STATE   G0 Active -> Cold Standby (Detected an Active mate)
   60.737  ASA2  STATE   G1 Active -> Cold Standby (Detected an Active mate)
   60.737  ASA2  STATE   G2 Active -> Cold Standby (Detected an Active mate)
   62.737  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
   62.737  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
   62.737  ASA2  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
   63.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   63.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   63.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   63.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   63.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   63.728  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
   63.728  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
   63.728  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
   86.737  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
   86.737  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
   86.737  ASA2  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
   86.737  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
   86.737  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
   86.737  ASA2  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  102.737  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  102.737  ASA2  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  102.737  ASA2  STATE   G2 Standby Ready -> Just Active (Preempt mate)
  102.742  ASA1  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
  102.787  ASA2  STATE   G2 Just Active -> Active Drain (Preempt mate)
  102.837  ASA2  STATE   G2 Active Drain -> Active Applying Config (Preempt mate)
  102.887  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (Preempt mate)
  102.937  ASA2  STATE   G2 Active Config Applied -> Active (Preempt mate)
  102.937  ASA2  CONNS   G2 connections: 1000 kept, 0 lost

120.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         15.127 s out of service, 0 connections lost
