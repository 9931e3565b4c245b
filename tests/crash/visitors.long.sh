#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects the screens from every order of inputs: a million steps of random visitors, each step looked
# at for what must always hold.
WALK_VISITORS=2500 exec "${BUILD:-build}/tests/unit/screens_walk"
