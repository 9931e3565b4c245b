#!/bin/sh
# SPDX-License-Identifier: MIT
# Protects a group over two hundred years of bad luck: ten thousand evenings with failing and full disks,
# power cuts, kills, clocks that jump, drives that hang, hostile files and bursts, each compared with a
# model of what must be on the disk.
SOAK_EVENINGS=10000 exec "${BUILD:-build}/tests/unit/keeper_soak"
