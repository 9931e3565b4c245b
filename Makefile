# SPDX-License-Identifier: MIT
# "make help" lists what can be made. Everything is built under $(BUILD); V=1 shows the commands.

BUILD ?= build
PREFIX ?= /usr/local
CC = gcc
PACKAGES = sdl2 SDL2_ttf freetype2 harfbuzz sqlite3 cairo fribidi libsodium libseccomp alsa libpulse

# A variant has its own folder, $(BUILD)/$(VARIANT), and runs the same rules again.
VARIANT ?=
VARIANT_asan = -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
VARIANT_cov = --coverage -fdata-sections
# What the readers compare are words, and those are seen at memcmp. To trace each number that is compared
# as well halves the number of runs.
VARIANT_fuzz = -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all \
	-fno-sanitize-coverage=trace-cmp
OPTIMIZE_ = -O2
OPTIMIZE_asan = -O1
OPTIMIZE_cov = -O0
OPTIMIZE_fuzz = -O1
# A sanitizer names lines and functions; what else is known of a program takes a quarter of the build.
DEBUG_asan = -g1
# A test's own code has to be built sooner, not to run sooner: what it tests is in the libraries.
TEST_CFLAGS_ = -O0 -g1 -U_FORTIFY_SOURCE
TEST_CFLAGS_asan = -O0
# So has what is in no release, and under a sanitizer all but the layers that compute most.
SOON_ = -O1 -g1
SOON_LAYERS_ = tools
SOON_asan = -O0
SOON_LAYERS_asan = platform keeper voice face main tools
soon = $(if $(filter $(SOON_LAYERS_$(VARIANT)),$(word 2,$(subst /, ,$<))),$(SOON_$(VARIANT)))
# Where a call may lead is guarded by each machine in its own way.
MACHINE := $(firstword $(subst -, ,$(shell $(CC) -dumpmachine 2>/dev/null)))
BRANCHES_x86_64 = -fcf-protection
BRANCHES_aarch64 = -mbranch-protection=standard
HARDENING_ = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection \
	$(BRANCHES_$(MACHINE)) -fPIE -ftrivial-auto-var-init=zero -fvisibility=hidden

CFLAGS ?= $(OPTIMIZE_$(VARIANT)) $(or $(DEBUG_$(VARIANT)),-g)
HARDENING ?= $(if $(VARIANT),-fPIE,$(HARDENING_))
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wvla -Wformat=2 -Wundef -Wpointer-arith -Wwrite-strings -Wswitch-enum -Wcast-qual -fno-common
WERROR ?=
# Lazy, so that "make deps" and "make help" work before the libraries are there.
packages = $(or $(shell pkg-config $(1) $(PACKAGES)),$(error libraries are missing: run "make deps"))
PACKAGE_CFLAGS = $(eval PACKAGE_CFLAGS := $$(call packages,--cflags))$(PACKAGE_CFLAGS)
PACKAGE_LIBS = $(eval PACKAGE_LIBS := $$(call packages,--libs))$(PACKAGE_LIBS)
# The maps make two builds alike, wherever the tree and the build folder are.
MAPS = -ffile-prefix-map=$(abspath $(BUILD))=build -ffile-prefix-map=$(BUILD)=build \
	-ffile-prefix-map=$(CURDIR)=.
STRICT = -std=c11 -D_GNU_SOURCE $(WARNINGS) $(WERROR) -Ikiosk -I$(BUILD)/gen
ALL_CFLAGS = $(STRICT) $(HARDENING) -MMD -MP $(MAPS) $(VARIANT_$(VARIANT)) $(CFLAGS)
ALL_LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(LDFLAGS)

# The tests' programs are linked by whichever quick linker is there.
QUICK_LD := $(firstword $(foreach l,lld gold,$(if $(shell command -v ld.$(l)),-fuse-ld=$(l))))

V ?=
Q = $(if $(V),,@)
# With "make -s" nothing is said at all.
silent = $(findstring s,$(filter-out --%,$(firstword -$(MAKEFLAGS))))
say = $(if $(V)$(silent),,@printf '  %-7s %s\n' "$(1)" "$(2)";)

# Layers, lowest first. A layer's library may use those before it.
LAYERS = core ui report store screens platform keeper voice face main
lib = $(BUILD)/lib/lib$(1).a
# A layer is a folder, or has wings below it. What main links into one program alone is not its library's.
sources = $(sort $(filter-out kiosk/main/%/main.c kiosk/main/%/role_face.c,$(wildcard kiosk/$(1)/*.c kiosk/$(1)/*/*.c)))
objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(call sources,$(1)))
# What no hook reaches is the same in the test build, and compiled once.
HOOKED := $(shell scripts/test-hooks)
test_objects = $(foreach s,$(call sources,$(1)),$(BUILD)/$(if $(filter $(s),$(HOOKED)),test-)obj/$(s:.c=.o))

GEN = $(BUILD)/gen/message_ids.h
LANGUAGES = $(sort $(patsubst assets/text/%.po,%,$(wildcard assets/text/*.po)))
PACKS = $(sort $(patsubst assets/packs/%,%,$(wildcard assets/packs/*.pack)))
PO = assets/text/en.po

.PHONY: all
all: $(BUILD)/kiosk $(BUILD)/kiosk-face $(BUILD)/kiosk-voice $(BUILD)/kiosk-test $(BUILD)/kiosk-test-voice assets $(BUILD)/compile_commands.json ## build build/kiosk and build/kiosk-test
	@:

.PHONY: assets
assets: $(LANGUAGES:%=$(BUILD)/assets/text/%.mo) $(PACKS:%=$(BUILD)/assets/packs/%) \
	$(BUILD)/assets/text/qps.mo

$(GEN): $(PO) scripts/message-ids
	$(call say,GEN,$@)mkdir -p $(@D) && scripts/message-ids $< > $@.tmp && mv $@.tmp $@

$(BUILD)/assets/text/%.mo: assets/text/%.po
	$(call say,MSGFMT,$@)mkdir -p $(@D) && msgfmt --check --no-hash -o $@ $<

# The pseudo-language is for tests: it is made here and never installed.
PO_SOURCES = $(PO) $(PACKS:%=assets/packs/%) scripts/po-source.awk
$(BUILD)/gen/qps.po: $(PO_SOURCES) scripts/pseudo
	$(call say,GEN,$@)mkdir -p $(@D) && scripts/pseudo > $@.tmp && mv $@.tmp $@

$(BUILD)/assets/text/qps.mo: $(BUILD)/gen/qps.po
	$(call say,MSGFMT,$@)mkdir -p $(@D) && msgfmt --check-format --no-hash -o $@ $<

$(BUILD)/assets/packs/%.pack: assets/packs/%.pack
	$(call say,COPY,$@)mkdir -p $(@D) && cp $< $@

# Only the layers that use a library see its headers.
$(BUILD)/obj/kiosk/platform/%.o $(BUILD)/obj/kiosk/store/%.o: LAYER_CFLAGS = $(PACKAGE_CFLAGS)
$(BUILD)/test-obj/kiosk/platform/%.o $(BUILD)/test-obj/kiosk/store/%.o: LAYER_CFLAGS = $(PACKAGE_CFLAGS)

# Where the installed program finds its words, known to one object alone.
PREFIX_FILE = $(BUILD)/prefix
ASSETS_OBJECTS = $(BUILD)/obj/kiosk/platform/system/assets.o $(BUILD)/test-obj/kiosk/platform/system/assets.o
ifneq ($(strip $(file <$(PREFIX_FILE))),$(strip $(PREFIX)))
.PHONY: $(PREFIX_FILE)
endif
$(PREFIX_FILE):
	$(Q)mkdir -p $(@D) && echo '$(PREFIX)' > $@
$(ASSETS_OBJECTS): $(PREFIX_FILE)
$(ASSETS_OBJECTS): LAYER_CFLAGS = $(PACKAGE_CFLAGS) -DKIOSK_DATA_DIR='"$(PREFIX)/share/kiosk"'

# What is painted sixty times a second, four pixels at a time; a square root sets no errno there.
ifeq ($(VARIANT),)
PAINT_OBJECTS = $(foreach o,platform/display/paint platform/display/scene platform/display/shape platform/display/text_picture platform/display/water face/fade,$(BUILD)/obj/kiosk/$(o).o $(BUILD)/test-obj/kiosk/$(o).o)
$(PAINT_OBJECTS): LAYER_CFLAGS = $(PACKAGE_CFLAGS) -O3 -fno-math-errno
endif

# Other flags, other objects. -Werror changes none, so it is not looked at.
FLAGS = $(BUILD)/flags
flags_now = $(CC) $(filter-out -Werror,$(ALL_CFLAGS)) $(ALL_LDFLAGS) $(SOON_$(VARIANT)) $(TEST_CFLAGS_$(VARIANT))
ifneq ($(strip $(file <$(FLAGS))),$(strip $(flags_now)))
.PHONY: $(FLAGS)
endif
$(FLAGS):
	$(Q)mkdir -p $(@D) && echo '$(strip $(flags_now))' > $@

$(BUILD)/obj/%.o: %.c $(FLAGS) | $(GEN)
	$(call say,CC,$<)mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) $(LAYER_CFLAGS) $(soon) -c -o $@ $<

# The test build: the same objects, but for those that TEST_BUILD opens hooks in.
$(BUILD)/test-obj/%.o: %.c $(FLAGS) | $(GEN)
	$(call say,CC,$< (test))mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) $(LAYER_CFLAGS) $(SOON_$(VARIANT)) -DTEST_BUILD -c -o $@ $<

# A library is made again too when a source came, went or got another name. GNU make 4.3 leaves the
# line feed at the end of a file it reads now and then: strip takes it.
define library_rule
ifneq ($$(strip $$(file <$(BUILD)/lib/lib$(1).list)),$(2))
.PHONY: $(BUILD)/lib/lib$(1).a
endif
$(BUILD)/lib/lib$(1).a: $(2)
	$$(call say,AR,$$@)mkdir -p $$(@D) && rm -f $$@ && ar rcsD $$@ $$^ && echo '$$^' > $$(@:.a=.list)
endef
$(foreach layer,$(LAYERS),$(eval $(call library_rule,$(layer),$(call objects,$(layer)))))
$(foreach layer,$(LAYERS),$(eval $(call library_rule,$(layer)-test,$(call test_objects,$(layer)))))
# The tools walk through one screen more, which shows what a screen costs.
SAMPLE = $(BUILD)/obj/tests/sample/sample.o
$(eval $(call library_rule,tools-test,$(call test_objects,tools) $(SAMPLE)))
# Tools and tests of the screens go straight to one.
$(eval $(call library_rule,show-test,$(BUILD)/obj/kiosk/tools/stage/test_show.o))

# With coverage, processes count together (tests/coverage); what does that is not counted itself.
COUNTS_cov = $(BUILD)/obj/tests/coverage/counts.o
$(COUNTS_cov): LAYER_CFLAGS = -fno-profile-arcs -fno-test-coverage
$(call lib,core) $(call lib,core-test): | $(COUNTS_$(VARIANT))
LINK_cov = $(COUNTS_cov) -Wl,-T,tests/coverage/counts.ld
link = $(CC) $(filter-out -MMD -MP,$(ALL_CFLAGS)) $(ALL_LDFLAGS) $(LINK_$(VARIANT)) -o $@
group = -Wl,--start-group $(filter %.a,$^) -Wl,--end-group

LINK_ORDER = main face screens keeper store platform report ui core
RELEASE_LIBS = $(foreach l,$(LINK_ORDER),$(BUILD)/lib/lib$(l).a)
# Supervises and counts: with no screens in it the linker leaves SDL, cairo and fonts out.
COUNTING = $(BUILD)/obj/kiosk/main/counting/role_face.o
$(BUILD)/kiosk: $(COUNTING) $(RELEASE_LIBS)
	$(call say,LINK,$@)$(link) $(COUNTING) $(group) $(PACKAGE_LIBS) -lm

# The screens, started by the program beside them, and with nothing of it.
DRAWING = $(BUILD)/obj/kiosk/main/drawing/main.o
$(BUILD)/kiosk-face: $(DRAWING) $(RELEASE_LIBS)
	$(call say,LINK,$@)$(link) $(DRAWING) $(group) $(PACKAGE_LIBS) -lm

$(BUILD)/kiosk-test: $(foreach l,tools $(LINK_ORDER),$(BUILD)/lib/lib$(l)-test.a)
	$(call say,LINK,$@)$(link) $(group) $(PACKAGE_LIBS) -lm

# Speaks; the only one with that library, whose licence is its own.
VOICE_PACKAGES = espeak-ng
VOICE_LIBS = $(eval VOICE_LIBS := $$(or $$(shell pkg-config --libs $(VOICE_PACKAGES)),$$(error libraries are missing: run "make deps")))$(VOICE_LIBS)
VOICE_ORDER = voice platform ui core
$(BUILD)/kiosk-voice: $(foreach l,$(VOICE_ORDER),$(BUILD)/lib/lib$(l).a)
	$(call say,LINK,$@)$(link) $(group) $(PACKAGE_LIBS) $(VOICE_LIBS) -lm

$(BUILD)/kiosk-test-voice: $(foreach l,tools $(VOICE_ORDER),$(BUILD)/lib/lib$(l)-test.a)
	$(call say,LINK,$@)$(link) $(group) $(PACKAGE_LIBS) $(VOICE_LIBS) -lm

# Unit tests: tests/unit/LAYER_name.c links its layer and those below it, and nothing else of the kiosk.
UNIT = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(sort $(wildcard tests/unit/*.c)))
UNIT_LIBS_core = core
UNIT_LIBS_ui = ui core
UNIT_LIBS_report = report ui core
UNIT_LIBS_store = store platform core
UNIT_LIBS_screens = show screens report ui core
UNIT_LIBS_platform = platform ui core
UNIT_LIBS_keeper = keeper store platform report ui core
UNIT_LIBS_voice = voice core
UNIT_LIBS_face = show face screens platform report ui core
UNIT_LIBS_main = tools $(LINK_ORDER)
UNIT_LIBS_tools = tools $(LINK_ORDER)
unit_layer = $(firstword $(subst _, ,$(notdir $(1))))
# The tests of core, ui and screens see no library's header and link none.
unit_uses_packages = $(filter store platform keeper face main tools,$(call unit_layer,$(1)))

.SECONDARY:
.SECONDEXPANSION:
$(BUILD)/tests/unit/%.o: tests/unit/%.c $(FLAGS) | $(GEN)
	$(call say,CC,$<)mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) $(if $(call unit_uses_packages,$<),$(PACKAGE_CFLAGS)) \
		$(TEST_CFLAGS_$(VARIANT)) -DTEST_BUILD -c -o $@ $<
$(BUILD)/tests/unit/%: $(BUILD)/tests/unit/%.o $$(foreach l,$$(UNIT_LIBS_$$(call unit_layer,$$*)),$(BUILD)/lib/lib$$(l)-test.a)
	$(call say,LINK,$@)$(link) $(QUICK_LD) $< $(group) -lcmocka $(if $(call unit_uses_packages,$*),$(PACKAGE_LIBS)) -lm

# A sample language, one screen of it; the rest of its words are the English ones.
$(BUILD)/tests/languages/text/hi.mo: tests/languages/hi.po $(PO)
	$(call say,MSGFMT,$@)mkdir -p $(@D) && msgcat --use-first $^ | msgfmt --check-format --no-hash -o $@ -
$(BUILD)/tests/unit/face_hindi: $(BUILD)/tests/languages/text/hi.mo

.PHONY: unit
unit: $(UNIT) assets ## build and run the unit tests
	$(Q)JOBS=$(JOBS) scripts/run-tests $(BUILD) unit

.PHONY: deps
deps: ## install the Debian packages that building and running need
	$(Q)scripts/deps run build

# The steps are commands, not prerequisites, so that -j cannot turn them around.
.PHONY: run
run: ## install what is missing, build, and start the kiosk (or show it in pictures)
	$(Q)scripts/deps run build
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) all
	$(Q)scripts/run $(BUILD)

.PHONY: demo
demo: ## the same with two made-up years of meetings
	$(Q)scripts/deps run build
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) all
	$(Q)scripts/run $(BUILD) demo

JOBS ?= 2
ASAN = $(MAKE) --no-print-directory -j$(JOBS) BUILD=$(BUILD)/asan VARIANT=asan WERROR=-Werror
.PHONY: test-binaries
test-binaries: $(BUILD)/kiosk-test $(BUILD)/kiosk-test-voice $(UNIT) assets
	@:

.PHONY: test
test: ## install what is missing, build without a warning, and run every test
	$(Q)scripts/deps run build test
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) WERROR=-Werror all test-binaries
	$(Q)$(ASAN) test-binaries fuzz-binaries
	$(Q)JOBS=$(JOBS) scripts/run-tests $(BUILD) test

.PHONY: test-long
test-long: ## make test, and the tests that take longer
	$(Q)scripts/deps run build test release deb guide office vm
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) WERROR=-Werror all test-binaries
	$(Q)scripts/run-tests $(BUILD) test-long

# TESTS="boot evening": those alone.
.PHONY: test-vm
test-vm: image ## a whole emulated machine: the stick starts, an evening, power cuts, drives pulled
	$(Q)scripts/deps run build vm
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) WERROR=-Werror all $(BUILD)/kiosk-test
	$(Q)BUILD=$(BUILD) CC="$(CC)" tests/vm/all $(TESTS)

RELEASE ?= other
.PHONY: test-on
test-on: ## make run and make test on a bare root of RELEASE (bookworm, trixie); takes root
	$(Q)scripts/deps release
	$(Q)scripts/test-on $(BUILD) $(RELEASE)

.PHONY: layers
layers: $(foreach l,$(LAYERS) $(LAYERS:%=%-test) tools-test,$(call lib,$(l))) ## who may use what: symbols, includes, headers alone
	$(Q)scripts/check-symbols $(BUILD)
	$(Q)scripts/check-circles $(BUILD)
	$(Q)scripts/check-includes
	$(Q)CC="$(CC)" STRICT="$(STRICT) -Werror" PACKAGE_CFLAGS="$(PACKAGE_CFLAGS)" scripts/check-headers

.PHONY: lint
lint: assets ## the rules of the sources and the words
	$(Q)scripts/check-source
	$(Q)scripts/check-words
	$(Q)scripts/check-format

.PHONY: format
format: ## clang-format over all C files
	$(Q)scripts/check-format --write

.PHONY: check-headers
check-headers: $(GEN)
	$(Q)CC="$(CC)" STRICT="$(STRICT) -Werror" PACKAGE_CFLAGS="$(PACKAGE_CFLAGS)" scripts/check-headers

.PHONY: coverage
coverage: ## lines and branches that the unit tests and stories reach, a file a line
	$(Q)scripts/deps run build test
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) BUILD=$(BUILD)/cov VARIANT=cov test-binaries
	$(Q)scripts/coverage $(BUILD)/cov

# A harness links as a unit test of its layer does; libFuzzer's main or, to replay the corpus, ours.
FUZZ = $(patsubst tests/fuzz/%.c,$(BUILD)/tests/fuzz/%,$(sort $(wildcard tests/fuzz/*.c)))
FUZZ_SECONDS ?= 30
FUZZ_RUNS ?= 0
FUZZ_NAMES ?=
fuzz_main = $(if $(filter fuzz,$(VARIANT)),-fsanitize=fuzzer,$(BUILD)/tests/fuzz/runner/runner.o)
$(BUILD)/tests/fuzz/%.o: tests/fuzz/%.c $(FLAGS) | $(GEN)
	$(call say,CC,$<)mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) $(TEST_CFLAGS_$(VARIANT)) -Itests/fuzz -DTEST_BUILD -c -o $@ $<
$(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/fuzz/runner/runner.o \
		$$(foreach l,$$(UNIT_LIBS_$$(call unit_layer,$$*)),$(BUILD)/lib/lib$$(l)-test.a)
	$(call say,LINK,$@)$(link) $(QUICK_LD) $< $(fuzz_main) $(group) $(if $(call unit_uses_packages,$*),$(PACKAGE_LIBS)) -lm

.PHONY: fuzz-binaries
fuzz-binaries: $(FUZZ) assets
	@:

.PHONY: fuzz
fuzz: ## each reader under libFuzzer for FUZZ_SECONDS, or until it had FUZZ_RUNS in all
	$(Q)scripts/deps build fuzz
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) BUILD=$(BUILD)/fuzz VARIANT=fuzz CC=clang-19 fuzz-binaries
	$(Q)scripts/fuzz $(BUILD)/fuzz $(FUZZ_SECONDS) $(FUZZ_RUNS) $(FUZZ_NAMES)

BENCH = $(BUILD)/tests/bench/floor $(BUILD)/tests/bench/measure $(BUILD)/tests/bench/walk
$(BUILD)/tests/bench/floor: tests/bench/floor.c $(FLAGS)
	$(call say,CC,$<)mkdir -p $(@D) && $(link) -O3 $< $(PACKAGE_CFLAGS) $(PACKAGE_LIBS) -lX11
$(BUILD)/tests/bench/measure $(BUILD)/tests/bench/walk: $(BUILD)/tests/bench/%: tests/bench/%.c \
		tests/bench/tree.c tests/bench/tree.h $(FLAGS)
	$(call say,CC,$<)mkdir -p $(@D) && $(link) $(filter %.c,$^) -lXtst -lXdamage -lX11

# A peer, where its toolkit is there: scripts/bench tells of one that is not.
BENCH += $(if $(shell pkg-config --exists gtk4 && echo yes),$(BUILD)/tests/bench/peer_gtk)
$(BUILD)/tests/bench/peer_gtk: tests/bench/peer_gtk.c $(FLAGS)
	$(call say,CC,$<)mkdir -p $(@D) && $(CC) -O2 -Wall -Wextra -o $@ $< $$(pkg-config --cflags --libs gtk4)

.PHONY: bench
bench: ## what the kiosk costs, beside a bare window and beside other toolkits
	$(Q)scripts/deps run build bench
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) all bench-binaries
	$(Q)scripts/bench $(BUILD)

.PHONY: bench-binaries
bench-binaries: $(BENCH)
	@:

.PHONY: golden-update
golden-update: $(BUILD)/kiosk-test assets ## make what is painted now the reference pictures
	$(Q)BUILD=$(BUILD) sh tests/golden/golden.sh --update

INSTALL_BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share
INSTALL_SHARE = $(SHARE)/kiosk
INSTALL_SYSTEM = $(SHARE)/man/man1/kiosk.1 $(SHARE)/man/man5/kiosk.pack.5 \
	$(SHARE)/bash-completion/completions/kiosk $(SHARE)/applications/kiosk.desktop \
	$(SHARE)/metainfo/local.reflection.kiosk.metainfo.xml $(SHARE)/icons/hicolor/scalable/apps/kiosk.svg
.PHONY: install
install: $(BUILD)/kiosk $(BUILD)/kiosk-face $(BUILD)/kiosk-voice assets ## install to PREFIX (/usr/local), below DESTDIR when given
	install -d $(INSTALL_BIN) $(INSTALL_SHARE)/packs $(INSTALL_SHARE)/text $(dir $(INSTALL_SYSTEM))
	install -m 755 $(BUILD)/kiosk $(INSTALL_BIN)/kiosk
	install -m 755 $(BUILD)/kiosk-face $(INSTALL_BIN)/kiosk-face
	install -m 755 $(BUILD)/kiosk-voice $(INSTALL_BIN)/kiosk-voice
	install -m 644 $(PACKS:%=$(BUILD)/assets/packs/%) $(INSTALL_SHARE)/packs
	install -m 644 $(LANGUAGES:%=$(BUILD)/assets/text/%.mo) $(INSTALL_SHARE)/text
	install -m 644 assets/system/kiosk.1 $(SHARE)/man/man1
	install -m 644 assets/system/kiosk.pack.5 $(SHARE)/man/man5
	install -m 644 assets/system/kiosk.bash-completion $(SHARE)/bash-completion/completions/kiosk
	install -m 644 assets/system/kiosk.desktop $(SHARE)/applications
	install -m 644 assets/system/kiosk.metainfo.xml $(SHARE)/metainfo/local.reflection.kiosk.metainfo.xml
	install -m 644 assets/system/kiosk.svg $(SHARE)/icons/hicolor/scalable/apps

.PHONY: uninstall
uninstall: ## remove what install put there
	rm -f $(INSTALL_BIN)/kiosk $(INSTALL_BIN)/kiosk-face $(INSTALL_BIN)/kiosk-voice
	rm -f $(INSTALL_SYSTEM)
	rm -rf $(INSTALL_SHARE)

.PHONY: guide
guide: ## pages to print: a guide and a card in each language, for installers, accessibility
	$(Q)scripts/deps run build guide
	$(Q)$(MAKE) --no-print-directory -j$(JOBS) $(BUILD)/kiosk-test assets
	$(Q)scripts/guide $(BUILD)

.PHONY: deb
deb: ## the Debian packages kiosk and kiosk-session, in build/deb
	$(Q)scripts/deps build deb
	$(Q)JOBS=$(JOBS) scripts/deb $(BUILD)

.PHONY: image
image: ## a stick that starts the kiosk on a PC, in build/image
	$(Q)scripts/deps build deb image
	$(Q)JOBS=$(JOBS) scripts/image/build $(BUILD)

# For editors and clang tools.
$(BUILD)/compile_commands.json: Makefile $(FLAGS)
	$(call say,GEN,$@)scripts/compile-commands "$(CURDIR)" "$(CC) $(ALL_CFLAGS) $(PACKAGE_CFLAGS)" \
		$(foreach l,$(LAYERS) tools,$(call sources,$(l))) > $@

.PHONY: clean
clean: ## remove what was built; the data of "make run" stays
	@if [ -d $(BUILD) ]; then find $(BUILD) -mindepth 1 -maxdepth 1 ! -name data -exec rm -rf {} +; fi

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  %-14s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

# What each object included, from the compiler.
-include $(foreach l,$(LAYERS) tools,$(patsubst %.o,%.d,$(call objects,$(l)) $(call test_objects,$(l)))) $(SAMPLE:.o=.d) $(UNIT:%=%.d) $(FUZZ:%=%.d)
