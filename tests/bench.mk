# Speed, as figures next to yardsticks that are built here with the same flags; `make bench` calls it.
# The program and its objects are there already.  A figure that misses its aim says so and does not fail.

KIND    ?= release
BUILD   ?= build/$(KIND)
CC      ?= cc
V       ?= 0
FAILSCOPE ?= $(BUILD)/failscope

WARN    := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla -Wwrite-strings \
           -Wundef -Wformat=2
PKGS    := ncursesw libevent_core
FLAGS   := -std=c11 -O2 -g $(WARN) $(CFLAGS) -I. -D_DEFAULT_SOURCE $(shell pkg-config --cflags $(PKGS))
LIBS    := $(shell pkg-config --libs $(PKGS))
OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(filter-out ui/main.c,$(wildcard ui/*.c ui/*/*.c))) $(BUILD)/labs.o $(BUILD)/assets.o

OUT     := $(BUILD)/bench
Q       := $(if $(filter 1,$(V)),,@)

bench: $(OUT)/bench_sim $(OUT)/bench_tty $(OUT)/bench_minimal $(OUT)/bench_screen $(OUT)/bench_picture
	$(Q)$(OUT)/bench_picture
	$(Q)$(OUT)/bench_sim events
	$(Q)$(OUT)/bench_sim instructions
	$(Q)$(OUT)/bench_sim day
	$(Q)$(OUT)/bench_tty $(FAILSCOPE) $(OUT)/bench_minimal $(OUT)/bench_screen

$(OUT)/bench_sim: tests/bench_sim.c tests/bench_wheel.c tests/bench.c $(BUILD)/libsim.a
$(OUT)/bench_tty: tests/bench_tty.c tests/bench.c
$(OUT)/bench_minimal: tests/bench_minimal.c
$(OUT)/bench_screen: tests/bench_screen.c $(OBJECTS) $(BUILD)/libsim.a
$(OUT)/bench_picture: tests/bench_picture.c tests/bench.c $(OBJECTS) $(BUILD)/libsim.a

$(OUT)/bench_screen $(OUT)/bench_picture: LIBS += $(shell pkg-config --libs inih)

$(OUT)/%: tests/bench.h tests/bench_wheel.h
	@mkdir -p $(@D)
	$(Q)$(CC) $(FLAGS) $(LDFLAGS) -o $@ $(filter-out %.h,$^) $(LIBS)

.PHONY: bench
