/* SPDX-License-Identifier: MIT */
/* SQLite without files: a database in memory on a system layer that can open none. */
#ifndef STORE_MEMORY_H
#define STORE_MEMORY_H

#include "core/status.h"

#include <sqlite3.h>

/* An empty database, to be closed with sqlite3_close. IO when there is no memory for it. */
MUST_USE enum status memory_open(sqlite3 **database);

#endif
