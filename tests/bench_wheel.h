/* The yardstick of the simulator: the same interface hellos, in nothing but a timing wheel. */
#ifndef FAILSCOPE_TESTS_BENCH_WHEEL_H
#define FAILSCOPE_TESTS_BENCH_WHEEL_H

#include <stdint.h>

/* Starts the hellos of so many interfaces, both units', all healthy. */
void wheel_start(uint32_t ifaces, uint32_t period_ms, uint32_t delay_ms);

/* Runs on until so many events have happened, to the end of that millisecond; returns how many did.
 */
uint64_t wheel_run(uint64_t events);

/* The last time that an end heard its mate; so that nobody thinks the work away. */
uint32_t wheel_heard_ms(uint32_t iface, uint32_t unit);

#endif
