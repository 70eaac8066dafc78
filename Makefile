# failscope: see `make help`.  Quiet unless V=1; KIND=release|debug|sanitize|small picks the build below build/.

KIND      ?= release
PREFIX    ?= /usr/local
DESTDIR   ?=
V         ?= 0
T         ?=
VERSION   := 0.1.0

CC        ?= cc
PKGS      := ncursesw libevent_core inih
BUILD     := build/$(KIND)

WARN      := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wvla \
             -Wwrite-strings -Wundef -Wformat=2 -Wimplicit-fallthrough -Wnull-dereference
FLAGS_release  := -O2 -g
FLAGS_debug    := -O0 -g3
FLAGS_sanitize := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FLAGS_small    := -O1 -g -DSMALL
LINK_sanitize  := -fsanitize=address,undefined

# The simulator is plain C11; the screen, the loop and the INI reader get what their libraries ask for.
STD       := -std=c11 $(WARN) $(FLAGS_$(KIND)) $(CFLAGS) -I.
SIM_FLAGS  = $(STD)
UI_FLAGS   = $(STD) $(shell pkg-config --cflags $(PKGS)) -DFAILSCOPE_VERSION='"$(VERSION)"'
UI_LIBS    = $(shell pkg-config --libs $(PKGS))
TEST_FLAGS = $(UI_FLAGS) $(shell pkg-config --cflags cmocka)
TEST_LIBS  = $(UI_LIBS) $(shell pkg-config --libs cmocka)

SIM_SRC   := $(sort $(wildcard sim/*.c sim/*/*.c))
UI_SRC    := $(filter-out ui/main.c,$(sort $(wildcard ui/*.c ui/*/*.c)))
TEST_SRC  := $(sort $(wildcard tests/test_*.c))
LOOK_SRC  := $(sort $(wildcard tests/browser_*.c))
HELP_SRC  := $(filter-out $(TEST_SRC) $(LOOK_SRC) $(wildcard tests/fuzz_*.c tests/bench*.c),$(sort $(wildcard tests/*.c)))
LABS      := $(sort $(wildcard layouts/*.ini))
ASSETS    := ui/record/player.css ui/record/player.html ui/record/player.js
WALKS     := $(sort $(wildcard layouts/walkthroughs/*.ini))

SIM_OBJ   := $(SIM_SRC:%.c=$(BUILD)/%.o)
UI_OBJ    := $(UI_SRC:%.c=$(BUILD)/%.o) $(BUILD)/labs.o $(BUILD)/assets.o
HELP_OBJ  := $(HELP_SRC:%.c=$(BUILD)/%.o)
TESTS     := $(TEST_SRC:tests/%.c=$(BUILD)/%)
LOOKS     := $(LOOK_SRC:tests/%.c=$(BUILD)/%)
PROGRAM   := $(BUILD)/failscope

Q         := $(if $(filter 1,$(V)),,@)
say        = $(if $(filter 1,$(V)),,@printf '  %-6s %s\n' $(1) $(2))

all: $(PROGRAM)  ## build the program

run: $(PROGRAM)  ## open the dashboard on the page's pair
	$(Q)$(PROGRAM)

# Nothing is asked of the package manager where everything is there.  Each is what is looked for, and its package.
DEPS      := gcc:gcc make:make pkg-config:pkg-config
DEPS_PKG  := ncursesw:libncurses-dev libevent_core:libevent-dev inih:libinih-dev cmocka:libcmocka-dev
DEPS_FILE := /usr/include/stdio.h:libc6-dev
deps:  ## install what is missing (Debian, Ubuntu: apt-get)
	$(Q)need=""; $(need_missing) \
	[ -e /usr/lib/locale/C.utf8 ] || [ -e /usr/lib/locale/locale-archive ] || need="$$need libc-bin"; \
	$(install_needed)

deps-browser: DEPS := chromium:chromium rsvg-convert:librsvg2-bin asciinema:asciinema
deps-browser: DEPS_PKG :=
deps-browser: DEPS_FILE := /usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf:fonts-dejavu-core
deps-browser:  ## the same for test-browser and test-cast
	$(Q)need=""; $(need_missing) $(install_needed)

need_missing = for pair in $(DEPS); do command -v $${pair%%:*} >/dev/null 2>&1 || need="$$need $${pair\#\#*:}"; done; \
	for pair in $(DEPS_PKG); do pkg-config --exists $${pair%%:*} 2>/dev/null || need="$$need $${pair\#\#*:}"; done; \
	for pair in $(DEPS_FILE); do [ -e $${pair%%:*} ] || need="$$need $${pair\#\#*:}"; done;
install_needed = if [ -z "$$need" ]; then echo "deps: nothing to install"; exit 0; fi; \
	echo "deps: installing$$need"; \
	command -v apt-get >/dev/null 2>&1 || { echo "deps: no apt-get here; please install:$$need"; exit 1; }; \
	as=""; [ "$$(id -u)" = 0 ] || as=sudo; \
	$$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq --no-install-recommends $$need

test: $(if $(T),$(BUILD)/test_$(T:test_%=%),$(TESTS)) $(PROGRAM)  ## run the tests; T=name runs one
	$(Q)FAILSCOPE=$(PROGRAM) sh tests/run.sh $(filter-out $(PROGRAM),$^)

SCREENS   := $(BUILD)/test_screens $(BUILD)/test_asdm $(BUILD)/test_present
test-browser: $(LOOKS) $(PROGRAM) $(SCREENS)  ## look at pictures and pages in a browser; T=name runs one
	$(Q)FAILSCOPE=$(PROGRAM) SCREENS="$(SCREENS)" sh tests/run.sh $(if $(T),$(BUILD)/browser_$(T:browser_%=%),$(LOOKS))

test-cast: $(PROGRAM)  ## let asciinema read recordings, where it is installed
	$(Q)FAILSCOPE=$(PROGRAM) sh tests/cast.sh

sanitize:  ## all tests with address and undefined-behaviour checks
	$(Q)CMOCKA_TEST_ABORT=1 $(MAKE) --no-print-directory KIND=sanitize test

SEEDS     ?= 10000
fuzz: $(BUILD)/fuzz_sim $(BUILD)/fuzz_conf $(BUILD)/fuzz_cast $(BUILD)/fuzz_walk  ## random faults, labs, recordings, walkthroughs; SEEDS=10000
	$(Q)$(BUILD)/fuzz_sim $(SEEDS)
	$(Q)$(BUILD)/fuzz_conf $(SEEDS)
	$(Q)$(BUILD)/fuzz_cast $(SEEDS)
	$(Q)$(BUILD)/fuzz_walk $(SEEDS)

small:  ## tests of the tables with tiny limits: each border is met
	$(Q)$(MAKE) --no-print-directory KIND=small test_small

test_small: $(addprefix $(BUILD)/test_,lab conf queue group unit iface fault history fuzz lines scenarios)
	$(Q)sh tests/run.sh $^

rooms: $(BUILD)/libsim.a  ## who may include what; what sim/ may call
	$(Q)sh tests/rooms.sh $(BUILD)/libsim.a

bench: $(PROGRAM)  ## speed, as ratios to yardsticks built here
	$(Q)$(MAKE) --no-print-directory -f tests/bench.mk KIND=$(KIND)

WALK_DIR  ?= build/walkthroughs
walkthroughs: $(PROGRAM)  ## every walkthrough as Markdown and as a page to play
	$(Q)$(PROGRAM) walk -o $(WALK_DIR) $(WALKS)
	$(Q)$(PROGRAM) walk --format html -o $(WALK_DIR) $(WALKS)
	$(Q)echo "$(words $(WALKS)) walkthroughs in $(WALK_DIR): README.md, index.html"

docs: $(BUILD)/test_readme  ## write the generated parts of README.md anew
	$(Q)UPDATE=1 $<

pictures: $(BUILD)/test_pictures docs  ## write the pictures of README.md anew, and their words
	$(Q)UPDATE=1 $<

screens: $(SCREENS)  ## write the kept screens anew (look at the difference)
	$(Q)for t in $^; do UPDATE=1 $$t || exit 1; done

format:  ## clang-format over the lines that are not committed yet
	$(Q)git clang-format --quiet HEAD -- sim ui tests

install: $(PROGRAM)  ## install below PREFIX (and DESTDIR)
	$(Q)install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/failscope/layouts
	$(Q)install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/failscope
	$(Q)install -m 644 $(LABS) $(DESTDIR)$(PREFIX)/share/failscope/layouts/
	$(Q)install -d $(DESTDIR)$(PREFIX)/share/failscope/layouts/walkthroughs
	$(Q)install -m 644 $(WALKS) $(DESTDIR)$(PREFIX)/share/failscope/layouts/walkthroughs/

uninstall:  ## remove what install wrote
	$(Q)rm -f $(DESTDIR)$(PREFIX)/bin/failscope
	$(Q)rm -rf $(DESTDIR)$(PREFIX)/share/failscope

clean:  ## remove build/
	$(Q)rm -rf build

help:  ## this list
	$(Q)sed -n 's/^\([a-z-]*\):.*  ## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-20s %s\n", $$1, $$2}'

$(PROGRAM): $(BUILD)/ui/main.o $(UI_OBJ) $(BUILD)/libsim.a
	$(call say,LINK,$@)
	$(Q)$(CC) $(LINK_$(KIND)) $(LDFLAGS) -o $@ $^ $(UI_LIBS)

$(BUILD)/libsim.a: $(SIM_OBJ)
	$(call say,AR,$@)
	$(Q)rm -f $@ && $(AR) rcs $@ $^

$(BUILD)/test_%: $(BUILD)/tests/test_%.o $(HELP_OBJ) $(UI_OBJ) $(BUILD)/libsim.a
	$(call say,LINK,$@)
	$(Q)$(CC) $(LINK_$(KIND)) $(LDFLAGS) -o $@ $^ $(TEST_LIBS)

$(BUILD)/browser_%: $(BUILD)/tests/browser_%.o $(HELP_OBJ) $(UI_OBJ) $(BUILD)/libsim.a
	$(call say,LINK,$@)
	$(Q)$(CC) $(LINK_$(KIND)) $(LDFLAGS) -o $@ $^ $(TEST_LIBS)

$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz_%.o $(HELP_OBJ) $(UI_OBJ) $(BUILD)/libsim.a
	$(call say,LINK,$@)
	$(Q)$(CC) $(LINK_$(KIND)) $(LDFLAGS) -o $@ $^ $(TEST_LIBS)
$(BUILD)/tests/fuzz_conf.o $(BUILD)/tests/fuzz_cast.o: TEST_FLAGS += -DFUZZ_MAIN

# Every lab and every walkthrough of layouts/ is in the binary, as text under its file name.
$(BUILD)/labs.c: $(LABS) $(WALKS) Makefile
	$(call say,LABS,$@)
	@mkdir -p $(@D)
	$(Q)table() { echo "const struct builtin_lab builtin_$$1[] = {"; shift; \
	for f; do printf '{ "%s",\n' "$${f##*/}"; sed 's/\\/\\\\/g;s/"/\\"/g;s/.*/"&\\n"/' $$f; echo '},'; done; \
	echo '{ 0, 0 } };'; }; \
	{ echo '#include "ui/conf/labs.h"'; table labs $(LABS); table walks $(WALKS); } > $@.new && mv $@.new $@

# So are the parts of the player's page: player.css is player_css.
$(BUILD)/assets.c: $(ASSETS) Makefile
	$(call say,ASSETS,$@)
	@mkdir -p $(@D)
	$(Q){ echo '#include "ui/record/assets.h"'; for f in $(ASSETS); do n=$${f##*/}; \
	printf 'const char %s[] =\n' "$${n%%.*}_$${n##*.}"; sed 's/\\/\\\\/g;s/"/\\"/g;s/.*/"&\\n"/' $$f; echo ';'; done; } > $@.new && mv $@.new $@

$(BUILD)/labs.o $(BUILD)/assets.o: $(BUILD)/%.o: $(BUILD)/%.c
	$(Q)$(CC) -MMD -MP $(UI_FLAGS) -Wno-overlength-strings -c -o $@ $<
$(BUILD)/sim/%.o: sim/%.c
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) -MMD -MP $(SIM_FLAGS) -c -o $@ $<
$(BUILD)/ui/%.o: ui/%.c
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) -MMD -MP $(UI_FLAGS) -c -o $@ $<
$(BUILD)/tests/%.o: tests/%.c
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) -MMD -MP $(TEST_FLAGS) -c -o $@ $<

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
.PHONY: all walkthroughs docs pictures screens fuzz small test_small run deps deps-browser test test-browser test-cast sanitize rooms bench format install uninstall clean help
.SECONDARY:
.DELETE_ON_ERROR:
