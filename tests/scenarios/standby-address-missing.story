# Without a standby address an interface stays Normal (Waiting): no hello comes. With one it is monitored again.
lab = active-active.ini
10 type ASA1/CTX1 interface inside
11 type ASA1/CTX1 ip address 10.0.1.1 255.255.255.0
40 type ASA1/CTX1 ip address 10.0.1.1 255.255.255.0 standby 10.0.1.2
until 60
---
   10.000  you   TYPE    ASA1/CTX1(config)# interface inside
   11.000  you   TYPE    ASA1/CTX1(config-if)# ip address 10.0.1.1 ...
   11.000  ASA1  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   11.000  ASA1  CONFIG  replicates to ASA2: ip address 10.0.1.1 ...
   11.005  ASA2  CONFIG  obeys what ASA1 replicates: ip address 10.0.1.1 ...
   11.005  ASA2  IF      CTX1/inside Normal (Monitored) -> Normal (Waiting)
   40.000  you   TYPE    ASA1/CTX1(config-if)# ip address 10.0.1.1 ...
   40.000  ASA1  CONFIG  replicates to ASA2: ip address 10.0.1.1 ...
   40.005  ASA2  CONFIG  obeys what ASA1 replicates: ip address 10.0.1.1 ...
   43.001  ASA2  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)
   43.728  ASA1  IF      CTX1/inside Normal (Waiting) -> Normal (Monitored)

60.000       ASA1 primary, up                        ASA2 secondary, up
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
