# A segment where nobody answers and the units cannot hear each other: both ends are Unknown, which does not count, and nothing moves.
lab = active-active.ini
[interface CTX1/inside]
neighbour = absent
[interface CTX2/inside]
neighbour = silent
10 fault split SW-IN
until 60
---
   10.000  you   FAULT   split SW-IN
   23.001  ASA2  IF      CTX1/inside Normal (Monitored) -> Testing
   23.001  ASA2  IF      CTX2/inside Normal (Monitored) -> Testing
   23.006  ASA1  IF      CTX1/inside Normal (Monitored) -> Testing
   23.006  ASA1  IF      CTX2/inside Normal (Monitored) -> Testing
   27.747  ASA2  TEST    CTX1/inside broadcast ping test undecided: nobody hears
   27.747  ASA2  IF      CTX1/inside Testing -> Unknown
   27.747  ASA2  TEST    CTX2/inside broadcast ping test undecided: nobody hears
   27.747  ASA2  IF      CTX2/inside Testing -> Unknown
   27.752  ASA1  TEST    CTX1/inside broadcast ping test undecided: nobody hears
   27.752  ASA1  IF      CTX1/inside Testing -> Unknown
   27.752  ASA1  TEST    CTX2/inside broadcast ping test undecided: nobody hears
   27.752  ASA1  IF      CTX2/inside Testing -> Unknown

60.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Unknown (Waiting)                       Unknown (Waiting)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Unknown (Waiting)                       Unknown (Waiting)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         50.000 s out of service, 0 connections lost
