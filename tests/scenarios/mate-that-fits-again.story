# A unit that disabled failover, as its mode was another one, is reloaded in the right mode: it joins, as nobody saved `no failover`.
lab = active-active.ini
10 fault mode ASA2
11 type ASA2 reload
90 mend mode ASA2
91 type ASA2 reload
until 220
---
   10.000  you   FAULT   mode ASA2
   11.000  you   TYPE    ASA2# reload
   11.000  ASA2  UNIT    up -> booting
   11.005  ASA1  MATE    ASA2 says that it reloads
   11.005  ASA1  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   11.005  ASA1  IF      CTX1/outside Normal (Monitored) -> Normal (Waiting)
   11.005  ASA1  IF      CTX2/inside Normal (Monitored) -> Normal (Waiting)
   11.005  ASA1  IF      CTX2/outside Normal (Monitored) -> Normal (Waiting)
   11.005  ASA1  STATE   G2 Standby Ready -> Just Active (HELLO not heard from mate)
   11.055  ASA1  STATE   G2 Just Active -> Active Drain (HELLO not heard from mate)
   11.105  ASA1  STATE   G2 Active Drain -> Active Applying Config (HELLO not heard from mate)
   11.155  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (HELLO not heard from mate)
   11.205  ASA1  STATE   G2 Active Config Applied -> Active (HELLO not heard from mate)
   11.205  ASA1  CONNS   G2 connections: 1000 kept, 0 lost
   11.500  ASA1  LINK    failover link folink has failed
   11.500  ASA1  LINK    state link statelink has failed
   71.000  ASA2  UNIT    booting -> up
   71.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   71.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   71.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   71.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   71.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   71.005  ASA1  LINK    failover link folink works
   71.005  ASA1  MATE    hears ASA2
   71.005  ASA1  AGREE   ASA2 has another mode
   71.005  ASA2  MATE    hears ASA1
   71.005  ASA2  AGREE   ASA1 has another mode: failover is disabled here
   71.005  ASA2  STATE   G0 Negotiation -> Disabled (Other unit operating mode is different)
   71.010  ASA1  MATE    ASA2 is there, with failover off
   71.500  ASA1  LINK    state link statelink works
   90.000  you   MEND    mode ASA2
   91.000  you   TYPE    ASA2# reload
   91.000  ASA2  UNIT    up -> booting
   91.500  ASA1  LINK    failover link folink has failed
   91.500  ASA1  LINK    state link statelink has failed
  151.000  ASA2  UNIT    booting -> up
  151.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
  151.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
  151.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
  151.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
  151.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
  151.005  ASA1  LINK    failover link folink works
  151.005  ASA1  MATE    hears ASA2
  151.005  ASA2  MATE    hears ASA1
  151.005  ASA2  STATE   G0 Negotiation -> Cold Standby (Detected an Active mate)
  151.005  ASA2  STATE   G1 Disabled -> Negotiation (Failover state check)
  151.005  ASA2  STATE   G1 Negotiation -> Cold Standby (Detected an Active mate)
  151.005  ASA2  STATE   G2 Disabled -> Negotiation (Failover state check)
  151.005  ASA2  STATE   G2 Negotiation -> Cold Standby (Detected an Active mate)
  152.005  ASA1  LINK    state link statelink works
  153.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
  153.001  ASA2  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
  153.001  ASA2  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
  153.001  ASA2  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  153.005  ASA2  STATE   G0 Cold Standby -> Sync Config (Detected an Active mate)
  153.005  ASA2  STATE   G1 Cold Standby -> Sync Config (Detected an Active mate)
  153.005  ASA2  STATE   G2 Cold Standby -> Sync Config (Detected an Active mate)
  156.001  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
  156.001  ASA1  IF      CTX1/outside Normal (Waiting) -> Normal (Monitored)
  156.001  ASA1  IF      CTX2/inside Normal (Waiting) -> Normal (Monitored)
  156.001  ASA1  IF      CTX2/outside Normal (Waiting) -> Normal (Monitored)
  177.005  ASA2  STATE   G0 Sync Config -> Sync File System (Detected an Active mate)
  177.005  ASA2  STATE   G1 Sync Config -> Sync File System (Detected an Active mate)
  177.005  ASA2  STATE   G2 Sync Config -> Sync File System (Detected an Active mate)
  177.005  ASA2  STATE   G0 Sync File System -> Standby Ready (Detected an Active mate)
  177.005  ASA2  STATE   G1 Sync File System -> Bulk Sync (Detected an Active mate)
  177.005  ASA2  STATE   G2 Sync File System -> Bulk Sync (Detected an Active mate)
  193.005  ASA2  STATE   G1 Bulk Sync -> Standby Ready (Detected an Active mate)
  193.005  ASA2  STATE   G2 Bulk Sync -> Standby Ready (Detected an Active mate)
  193.005  ASA2  STATE   G2 Standby Ready -> Just Active (Preempt mate)
  193.010  ASA1  STATE   G2 Active -> Standby Ready (Other unit wants me Standby)
  193.055  ASA2  STATE   G2 Just Active -> Active Drain (Preempt mate)
  193.105  ASA2  STATE   G2 Active Drain -> Active Applying Config (Preempt mate)
  193.155  ASA2  STATE   G2 Active Applying Config -> Active Config Applied (Preempt mate)
  193.205  ASA2  STATE   G2 Active Config Applied -> Active (Preempt mate)
  193.205  ASA2  CONNS   G2 connections: 1000 kept, 0 lost

220.000      ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.400 s out of service, 0 connections lost
