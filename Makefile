# SPDX-License-Identifier: MIT
# make help lists what can be made.

BUILD ?= build
PREFIX ?= /usr/local
CC = gcc
PACKAGES = sdl2 SDL2_ttf sqlite3 cairo fribidi libsodium libseccomp

CFLAGS ?= -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes \
	-Wvla -Wformat=2 -Wundef -Wpointer-arith -Wwrite-strings -Wswitch-enum -Wcast-qual -fno-common
HARDENING = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection \
	-fcf-protection -fPIE -ftrivial-auto-var-init=zero -fvisibility=hidden
WERROR ?=
# Lazy, so that "make deps" and "make help" work before the libraries are there.
PACKAGE_CFLAGS = $(eval PACKAGE_CFLAGS := $$(shell pkg-config --cflags $(PACKAGES)))$(PACKAGE_CFLAGS)
PACKAGE_LIBS = $(eval PACKAGE_LIBS := $$(shell pkg-config --libs $(PACKAGES)))$(PACKAGE_LIBS)
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE $(WARNINGS) $(WERROR) $(HARDENING) -MMD -MP \
	-ffile-prefix-map=$(CURDIR)=. -Ikiosk -I$(BUILD)/gen $(CFLAGS)
ALL_LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(LDFLAGS)

V ?=
Q = $(if $(V),,@)
say = $(if $(V),,@printf '  %-7s %s\n' "$(1)" "$(2)";)

# Layers, lowest first. A layer's library may use those before it.
LAYERS = core ui store screens platform keeper face main
lib = $(BUILD)/lib/lib$(1).a
sources = $(sort $(wildcard kiosk/$(1)/*.c))
objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(call sources,$(1)))
test_objects = $(patsubst %.c,$(BUILD)/test-obj/%.o,$(call sources,$(1)))

GEN = $(BUILD)/gen/message_ids.h
MO = $(BUILD)/assets/text/en.mo
PO = assets/text/en.po

.PHONY: all
all: $(BUILD)/kiosk $(BUILD)/kiosk-test assets ## build build/kiosk and build/kiosk-test

.PHONY: assets
assets: $(MO) $(BUILD)/assets/packs/integrity.pack

$(GEN): $(PO) scripts/message-ids
	$(call say,GEN,$@)mkdir -p $(@D) && scripts/message-ids $< > $@.tmp && mv $@.tmp $@

$(BUILD)/assets/text/%.mo: assets/text/%.po
	$(call say,MSGFMT,$@)mkdir -p $(@D) && msgfmt --check --no-hash -o $@ $<

$(BUILD)/assets/packs/%.pack: assets/packs/%.pack
	$(call say,COPY,$@)mkdir -p $(@D) && cp $< $@

# Only the layers that use a library see its headers.
$(BUILD)/obj/kiosk/platform/%.o $(BUILD)/obj/kiosk/store/%.o: LAYER_CFLAGS = $(PACKAGE_CFLAGS)
$(BUILD)/test-obj/kiosk/platform/%.o $(BUILD)/test-obj/kiosk/store/%.o: LAYER_CFLAGS = $(PACKAGE_CFLAGS)

$(BUILD)/obj/%.o: %.c | $(GEN)
	$(call say,CC,$<)mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) $(LAYER_CFLAGS) -c -o $@ $<

# The test build: the same code with the hooks that TEST_BUILD opens.
$(BUILD)/test-obj/%.o: %.c | $(GEN)
	$(call say,CC,$< (test))mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) $(LAYER_CFLAGS) -DTEST_BUILD -c -o $@ $<

define layer_rules
$(BUILD)/lib/lib$(1).a: $$(call objects,$(1))
	$$(call say,AR,$$@)mkdir -p $$(@D) && rm -f $$@ && ar rcsD $$@ $$^
$(BUILD)/lib/lib$(1)-test.a: $$(call test_objects,$(1))
	$$(call say,AR,$$@)mkdir -p $$(@D) && rm -f $$@ && ar rcsD $$@ $$^
endef
$(foreach layer,$(LAYERS) tools,$(eval $(call layer_rules,$(layer))))

LINK_ORDER = main face screens keeper store platform ui core
$(BUILD)/kiosk: $(foreach l,$(LINK_ORDER),$(BUILD)/lib/lib$(l).a)
	$(call say,LINK,$@)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ -Wl,--start-group $^ -Wl,--end-group $(PACKAGE_LIBS)

$(BUILD)/kiosk-test: $(foreach l,tools $(LINK_ORDER),$(BUILD)/lib/lib$(l)-test.a)
	$(call say,LINK,$@)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ -Wl,--start-group $^ -Wl,--end-group $(PACKAGE_LIBS)

# Unit tests: tests/unit/LAYER_name.c links its layer and those below it, and nothing else.
UNIT = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(sort $(wildcard tests/unit/*.c)))
UNIT_LIBS_core = core
UNIT_LIBS_ui = ui core
UNIT_LIBS_store = store platform core
UNIT_LIBS_screens = screens ui core
UNIT_LIBS_platform = platform ui core
UNIT_LIBS_keeper = keeper store platform core
unit_layer = $(firstword $(subst _, ,$(1)))
.SECONDEXPANSION:
$(BUILD)/tests/unit/%: tests/unit/%.c $$(foreach l,$$(UNIT_LIBS_$$(call unit_layer,$$*)),$(BUILD)/lib/lib$$(l)-test.a) | $(GEN)
	$(call say,TEST,$@)mkdir -p $(@D) && $(CC) $(ALL_CFLAGS) -DTEST_BUILD -o $@ $< -Wl,--start-group $(filter %.a,$^) -Wl,--end-group \
		-lcmocka $(if $(filter store platform keeper,$(call unit_layer,$*)),$(PACKAGE_LIBS)) -lm

.PHONY: unit
unit: $(UNIT) assets ## build and run the unit tests
	$(Q)for t in $(UNIT); do echo "$$t"; $$t >$$t.log 2>&1 || { cat $$t.log; exit 1; }; tail -n 1 $$t.log; done

.PHONY: clean
clean: ## remove what was built
	rm -rf $(BUILD)

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
