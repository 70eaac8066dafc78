# The mate comes back in another mode: failover is disabled on it, and the other unit keeps both groups.
lab = active-active.ini
10 fault mode ASA2
11 type ASA2 reload
until 150
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

150.000      ASA1 primary, up                        ASA2 secondary, up
its mate     there, with failover off                alive
group 1      Active (mate: Disabled)                 Disabled (mate: Active)
group 2      Active (mate: Disabled)                 Disabled (mate: Active)
CTX1/inside  Normal (Waiting)                        Unknown (Waiting)
CTX1/outside Normal (Waiting)                        Unknown (Waiting)
CTX2/inside  Normal (Waiting)                        Unknown (Waiting)
CTX2/outside Normal (Waiting)                        Unknown (Waiting)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.205 s out of service, 0 connections lost
