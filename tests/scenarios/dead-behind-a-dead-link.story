# A unit that dies after the failover link has failed is not replaced: its groups are active nowhere until it is back.
lab = active-active.ini
10 fault carrier folink
60 fault crash primary
120 mend all
until 260
---
   10.000  you   FAULT   carrier folink
   10.500  ASA1  LINK    failover link folink has failed
   10.500  ASA2  LINK    failover link folink has failed
   12.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   13.005  ASA2  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   24.732  ASA1  MATE    ASA2 answers on data interfaces only: folink has failed
   25.005  ASA2  MATE    ASA1 answers on data interfaces only: folink has failed
   60.000  you   FAULT   crash ASA1
   60.000  ASA1  UNIT    up -> crashed
   60.500  ASA2  LINK    state link statelink has failed
   63.005  ASA2  RULE    ASA1 answers nowhere now, but folink had failed before
   73.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   73.001  ASA2  IF      CTX1/outside Normal (Monitored) -> Testing
   73.001  ASA2  IF      CTX2/inside Normal (Monitored) -> Testing
   73.001  ASA2  IF      CTX2/outside Normal (Monitored) -> Testing
   74.583  ASA2  TEST    CTX1/inside network activity test passed
   74.583  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   74.583  ASA2  TEST    CTX1/outside network activity test passed
   74.583  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
   74.583  ASA2  TEST    CTX2/inside network activity test passed
   74.583  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
   74.583  ASA2  TEST    CTX2/outside network activity test passed
   74.583  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
   89.583  ASA2  IF      CTX1/inside Normal (Waiting) -> Testing
   89.583  ASA2  IF      CTX1/outside Normal (Waiting) -> Testing
   89.583  ASA2  IF      CTX2/inside Normal (Waiting) -> Testing
   89.583  ASA2  IF      CTX2/outside Normal (Waiting) -> Testing
   91.165  ASA2  TEST    CTX1/inside network activity test passed
   91.165  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
   91.165  ASA2  TEST    CTX1/outside network activity test passed
   91.165  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
   91.165  ASA2  TEST    CTX2/inside network activity test passed
   91.165  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
   91.165  ASA2  TEST    CTX2/outside network activity test passed
   91.165  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
  106.165  ASA2  IF      CTX1/inside Normal (Waiting) -> Testing
  106.165  ASA2  IF      CTX1/outside Normal (Waiting) -> Testing
  106.165  ASA2  IF      CTX2/inside Normal (Waiting) -> Testing
  106.165  ASA2  IF      CTX2/outside Normal (Waiting) -> Testing
  107.747  ASA2  TEST    CTX1/inside network activity test passed
  107.747  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
  107.747  ASA2  TEST    CTX1/outside network activity test passed
  107.747  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
  107.747  ASA2  TEST    CTX2/inside network activity test passed
  107.747  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
  107.747  ASA2  TEST    CTX2/outside network activity test passed
  107.747  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
  120.000  you   MEND    crash ASA1
  120.000  ASA1  UNIT    crashed -> booting
  120.000  you   MEND    carrier folink
  122.747  ASA2  IF      CTX1/inside Normal (Waiting) -> Testing
  122.747  ASA2  IF      CTX1/outside Normal (Waiting) -> Testing
  122.747  ASA2  IF      CTX2/inside Normal (Waiting) -> Testing
  122.747  ASA2  IF      CTX2/outside Normal (Waiting) -> Testing
  124.329  ASA2  TEST    CTX1/inside network activity test passed
  124.329  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
  124.329  ASA2  TEST    CTX1/outside network activity test passed
  124.329  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
  124.329  ASA2  TEST    CTX2/inside network activity test passed
  124.329  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
  124.329  ASA2  TEST    CTX2/outside network activity test passed
  124.329  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
  139.329  ASA2  IF      CTX1/inside Normal (Waiting) -> Testing
  139.329  ASA2  IF      CTX1/outside Normal (Waiting) -> Testing
  139.329  ASA2  IF      CTX2/inside Normal (Waiting) -> Testing
  139.329  ASA2  IF      CTX2/outside Normal (Waiting) -> Testing
  140.911  ASA2  TEST    CTX1/inside network activity test passed
  140.911  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
  140.911  ASA2  TEST    CTX1/outside network activity test passed
  140.911  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
  140.911  ASA2  TEST    CTX2/inside network activity test passed
  140.911  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
  140.911  ASA2  TEST    CTX2/outside network activity test passed
  140.911  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
  155.911  ASA2  IF      CTX1/inside Normal (Waiting) -> Testing
  155.911  ASA2  IF      CTX1/outside Normal (Waiting) -> Testing
  155.911  ASA2  IF      CTX2/inside Normal (Waiting) -> Testing
  155.911  ASA2  IF      CTX2/outside Normal (Waiting) -> Testing
  157.493  ASA2  TEST    CTX1/inside network activity test passed
  157.493  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
  157.493  ASA2  TEST    CTX1/outside network activity test passed
  157.493  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
  157.493  ASA2  TEST    CTX2/inside network activity test passed
  157.493  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
  157.493  ASA2  TEST    CTX2/outside network activity test passed
  157.493  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
  172.493  ASA2  IF      CTX1/inside Normal (Waiting) -> Testing
  172.493  ASA2  IF      CTX1/outside Normal (Waiting) -> Testing
  172.493  ASA2  IF      CTX2/inside Normal (Waiting) -> Testing
  172.493  ASA2  IF      CTX2/outside Normal (Waiting) -> Testing
  174.075  ASA2  TEST    CTX1/inside network activity test passed
  174.075  ASA2  IF      CTX1/inside Testing -> Normal (Waiting)
  174.075  ASA2  TEST    CTX1/outside network activity test passed
  174.075  ASA2  IF      CTX1/outside Testing -> Normal (Waiting)
  174.075  ASA2  TEST    CTX2/inside network activity test passed
  174.075  ASA2  IF      CTX2/inside Testing -> Normal (Waiting)
  174.075  ASA2  TEST    CTX2/outside network activity test passed
  174.075  ASA2  IF      CTX2/outside Testing -> Normal (Waiting)
  180.000  ASA1  UNIT    booting -> up
  180.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
  180.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
  180.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
  180.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
  180.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
  180.005  ASA2  LINK    failover link folink works
  180.005  ASA2  MATE    hears ASA1
  180.005  ASA2  STATE   G0 Standby Ready -> Just Active (No Active unit found)
  180.005  ASA2  STATE   G1 Standby Ready -> Just Active (No Active unit found)
  180.010  ASA1  MATE    hears ASA2
  180.010  ASA1  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
  180.010  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
  180.010  ASA1  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
  180.010  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
  180.010  ASA1  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
  180.055  ASA2  STATE   G0 Just Active -> Active Drain (No Active unit found)
  180.055  ASA2  STATE   G1 Just Active -> Active Drain (No Active unit found)
  180.105  ASA2  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
  180.105  ASA2  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
  180.155  ASA2  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
  180.155  ASA2  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
  180.205  ASA2  STATE   G0 Active Config Applied -> Active (No Active unit found)
  180.205  ASA2  STATE   G1 Active Config Applied -> Active (No Active unit found)
  180.205  ASA2  CONNS   G1 connections: 0 kept, 2000 lost
  181.005  ASA2  LINK    state link statelink works
  182.010  ASA1  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
  182.010  ASA1  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
  182.010  ASA1  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
  183.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
  183.728  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
  183.728  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
  183.728  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  185.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
  185.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
  185.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
  185.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  206.010  ASA1  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
  206.010  ASA1  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
  206.010  ASA1  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
  206.010  ASA1  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
  206.010  ASA1  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
  206.010  ASA1  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  222.010  ASA1  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  222.010  ASA1  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  222.010  ASA1  STATE   G0 Standby Ready -> Just Active (Preempt mate)
  222.010  ASA1  STATE   G1 Standby Ready -> Just Active (Preempt mate)
  222.015  ASA2  STATE   G0 Active -> Standby Ready (Other unit wants me Standby)
  222.015  ASA2  STATE   G1 Active -> Standby Ready (Other unit wants me Standby)
  222.060  ASA1  STATE   G0 Just Active -> Active Drain (Preempt mate)
  222.060  ASA1  STATE   G1 Just Active -> Active Drain (Preempt mate)
  222.110  ASA1  STATE   G0 Active Drain -> Active Applying Config (Preempt mate)
  222.110  ASA1  STATE   G1 Active Drain -> Active Applying Config (Preempt mate)
  222.160  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (Preempt mate)
  222.160  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (Preempt mate)
  222.210  ASA1  STATE   G0 Active Config Applied -> Active (Preempt mate)
  222.210  ASA1  STATE   G1 Active Config Applied -> Active (Preempt mate)
  222.210  ASA1  CONNS   G1 connections: 2000 kept, 0 lost

260.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        120.400 s out of service, 1000 connections lost
CTX1         120.400 s out of service, 1000 connections lost
CTX2         0.000 s out of service, 0 connections lost
