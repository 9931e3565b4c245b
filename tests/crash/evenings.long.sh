#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a group over two hundred years of bad luck: ten thousand evenings with failing disks, power
# cuts and kills, each compared with a model of what must be on the disk.
SOAK_EVENINGS=10000 exec "${BUILD:-build}/tests/unit/keeper_soak"
