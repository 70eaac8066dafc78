# Both units boot, and the secondary does not fit: failover is disabled on it, and the primary takes both groups alone.
lab = active-active.ini
10 fault power ASA1
10 fault power ASA2
11 fault hardware ASA2
12 mend power ASA1
12 mend power ASA2
90 type ASA1 no failover active
until 100
---
   10.000  you   FAULT   power ASA1
   10.000  ASA1  UNIT    up -> off
   10.000  you   FAULT   power ASA2
   10.000  ASA2  UNIT    up -> off
   11.000  you   FAULT   hardware ASA2
   12.000  you   MEND    power ASA1
   12.000  ASA1  UNIT    off -> booting
   12.000  you   MEND    power ASA2
   12.000  ASA2  UNIT    off -> booting
   72.000  ASA1  UNIT    booting -> up
   72.000  ASA1  IF      CTX1/inside Unknown -> Normal (Waiting)
   72.000  ASA1  IF      CTX1/outside Unknown -> Normal (Waiting)
   72.000  ASA1  IF      CTX2/inside Unknown -> Normal (Waiting)
   72.000  ASA1  IF      CTX2/outside Unknown -> Normal (Waiting)
   72.000  ASA1  LINK    state link statelink has failed
   72.000  ASA2  UNIT    booting -> up
   72.000  ASA2  IF      CTX1/inside Unknown -> Normal (Waiting)
   72.000  ASA2  IF      CTX1/outside Unknown -> Normal (Waiting)
   72.000  ASA2  IF      CTX2/inside Unknown -> Normal (Waiting)
   72.000  ASA2  IF      CTX2/outside Unknown -> Normal (Waiting)
   72.000  ASA1  STATE   G0 Disabled -> Negotiation (Failover state check)
   72.000  ASA2  STATE   G0 Disabled -> Negotiation (Failover state check)
   72.005  ASA1  MATE    hears ASA2
   72.005  ASA1  AGREE   ASA2 has another chassis
   72.005  ASA2  MATE    hears ASA1
   72.005  ASA2  AGREE   ASA1 has another chassis: failover is disabled here
   72.005  ASA2  STATE   G0 Negotiation -> Disabled (Other unit chassis configuration is different)
   72.010  ASA1  MATE    ASA2 is there, with failover off
   72.500  ASA1  LINK    state link statelink works
   74.000  ASA1  STATE   G0 Negotiation -> Just Active (No Active unit found)
   74.000  ASA1  STATE   G1 Disabled -> Negotiation (Failover state check)
   74.050  ASA1  STATE   G0 Just Active -> Active Drain (No Active unit found)
   74.100  ASA1  STATE   G0 Active Drain -> Active Applying Config (No Active unit found)
   74.150  ASA1  STATE   G0 Active Applying Config -> Active Config Applied (No Active unit found)
   74.200  ASA1  STATE   G0 Active Config Applied -> Active (No Active unit found)
   75.000  ASA1  STATE   G1 Negotiation -> Just Active (No Active unit found)
   75.000  ASA1  STATE   G2 Disabled -> Negotiation (Failover state check)
   75.050  ASA1  STATE   G1 Just Active -> Active Drain (No Active unit found)
   75.100  ASA1  STATE   G1 Active Drain -> Active Applying Config (No Active unit found)
   75.150  ASA1  STATE   G1 Active Applying Config -> Active Config Applied (No Active unit found)
   75.200  ASA1  STATE   G1 Active Config Applied -> Active (No Active unit found)
   75.200  ASA1  CONNS   G1 connections: 0 kept, 2000 lost
   76.000  ASA1  STATE   G2 Negotiation -> Just Active (No Active unit found)
   76.050  ASA1  STATE   G2 Just Active -> Active Drain (No Active unit found)
   76.100  ASA1  STATE   G2 Active Drain -> Active Applying Config (No Active unit found)
   76.150  ASA1  STATE   G2 Active Applying Config -> Active Config Applied (No Active unit found)
   76.200  ASA1  STATE   G2 Active Config Applied -> Active (No Active unit found)
   76.200  ASA1  CONNS   G2 connections: 0 kept, 1000 lost
   90.000  you   TYPE    ASA1# no failover active
   90.000  ASA1  RULE    G1 stays: failover is off, neither unit acts on the other
   90.000  ASA1  RULE    G2 stays: failover is off, neither unit acts on the other
   90.000  you   REFUSED the command: refused: With no failover the groups stay where they are, and neither unit acts on the other.

100.000      ASA1 primary, up                        ASA2 secondary, up
its mate     there, with failover off                alive
group 1      Active (mate: Disabled)                 Disabled (mate: Disabled)
group 2      Active (mate: Disabled)                 Disabled (mate: Disabled)
CTX1/inside  Normal (Waiting)                        Unknown (Waiting)
CTX1/outside Normal (Waiting)                        Unknown (Waiting)
CTX2/inside  Normal (Waiting)                        Unknown (Waiting)
CTX2/outside Normal (Waiting)                        Unknown (Waiting)
admin        65.200 s out of service, 1000 connections lost
CTX1         65.200 s out of service, 1000 connections lost
CTX2         66.200 s out of service, 1000 connections lost
