# What the device takes with failover off only is refused while it is on, and the log says why.
lab = active-active.ini
10 type ASA1 failover group 2
11 type ASA1 no failover group 2
12 type ASA1 failover lan unit secondary
13 type ASA1 failover lan interface folink gi0/7
14 type ASA1 context CTX1
15 type ASA1 join-failover-group 2
16 type ASA1 failover polltime 5 holdtime 14
until 20
---
   10.000  you   REFUSED the command: refused: failover is on: the device takes this line after no failover only
   11.000  you   REFUSED the command: refused: failover is on: the device takes this line after no failover only
   12.000  you   REFUSED the command: refused: failover is on: the device takes this line after no failover only
   13.000  you   REFUSED the command: refused: failover is on: the device takes this line after no failover only
   14.000  you   TYPE    ASA1(config)# context CTX1
   15.000  you   REFUSED the command: refused: failover is on: the device takes this line after no failover only
   16.000  you   REFUSED the command: refused: holdtime must be at least three times polltime

20.000       ASA1 primary, up                        ASA2 secondary, up
its mate     alive                                   alive
group 1      Active (mate: Standby Ready)            Standby Ready (mate: Active)
group 2      Standby Ready (mate: Active)            Active (mate: Standby Ready)
CTX1/inside  Normal (Monitored)                      Normal (Monitored)
CTX1/outside Normal (Monitored)                      Normal (Monitored)
CTX2/inside  Normal (Monitored)                      Normal (Monitored)
CTX2/outside Normal (Monitored)                      Normal (Monitored)
admin        0.000 s out of service, 0 connections lost
CTX1         0.000 s out of service, 0 connections lost
CTX2         0.000 s out of service, 0 connections lost
