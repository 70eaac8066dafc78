# What an operator has moved stays where it is, preempt or not, until its unit boots.
lab = active-active.ini
10 type primary failover active group 2
60 fault reload secondary
until 180
---
   10.000  you   TYPE    ASA1# failover active group 2
   10.000  ASA1  STATE   G2 Standby Ready -> Just Active (Set by the config command)
   10.005  ASA2  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
   10.005  ASA2  PREEMPT G2 stays: an operator put it there
   10.050  ASA1  STATE   G2 Just Active -> Active Drain (Set by the config command)
   10.100  ASA1  STATE   G2 Active Drain -> Active Applying Config (Set by the config command)
   10.150  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (Set by the config command)
   10.200  ASA1  STATE   G2 Active Config Applied -> Active (Set by the config command)
   10.200  ASA1  CONNS   G2 connections: 1000 kept, 0 lost
   60.000  you   FAULT   reload ASA2
   60.000  ASA2  UNIT    up -> booting
   60.500  ASA1  LINK    failover link folink has failed
   60.500  ASA1  LINK    state link statelink has failed
   62.732  ASA1  LANTEST three hellos missed: LANTEST on folink and 4 data interfaces
   73.728  ASA1  IF      CTX1/inside Normal (Monitored) -> Testing
   73.728  ASA1  IF      CTX1/outside Normal (Monitored) -> Testing
   73.728  ASA1  IF      CTX2/inside Normal (Monitored) -> Testing
   73.728  ASA1  IF      CTX2/outside Normal (Monitored) -> Testing
   74.732  ASA1  MATE    takes ASA2 for failed: silent for 15.000 s, no answer anywhere
   74.732  ASA1  IF      CTX1/inside Testing -> Normal (Waiting)
   74.732  ASA1  IF      CTX1/outside Testing -> Normal (Waiting)
   74.732  ASA1  IF      CTX2/inside Testing -> Normal (Waiting)
   74.732  ASA1  IF      CTX2/outside Testing -> Normal (Waiting)
  120.000  ASA2  UNIT    booting -> up
  120.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
  120.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
  120.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
  120.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
  120.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
  120.005  ASA1  LINK    failover link folink works
  120.005  ASA1  MATE    hears ASA2
  120.005  ASA2  MATE    hears ASA1
  120.005  ASA2  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
  120.005  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
  120.005  ASA2  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
  120.005  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
  120.005  ASA2  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
  121.005  ASA1  LINK    state link statelink works
  122.005  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
  122.005  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
  122.005  ASA2  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
  123.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
  123.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
  123.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
  123.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  125.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
  125.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
  125.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
  125.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  146.005  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
  146.005  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
  146.005  ASA2  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
  146.005  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
  146.005  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
  146.005  ASA2  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  162.005  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  162.005  ASA2  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  162.005  ASA2  STATE   G2 Standby Ready -> Just Active (Preempt mate)
  162.010  ASA1  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
  162.055  ASA2  STATE   G2 Just Active -> Active Drain (Preempt mate)
  162.105  ASA2  STATE   G2 Active Drain -> Active Applying Config (Preempt mate)
  162.155  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (Preempt mate)
  162.205  ASA2  STATE   G2 Active Config Applied -> Active (Preempt mate)
  162.205  ASA2  CONNS   G2 connections: 1000 kept, 0 lost

180.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.390 s out of service, 0 connections lost
