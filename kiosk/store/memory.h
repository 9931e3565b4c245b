/* SPDX-License-Identifier: MIT */
/* SQLite without files: a database in memory, on a layer of the system that can open no file. */
#ifndef STORE_MEMORY_H
#define STORE_MEMORY_H

#include "core/status.h"

#include <sqlite3.h>

/* Opens an empty database, which sqlite3_close closes. IO: there is no memory for it. */
MUST_USE enum status memory_open(sqlite3 **database);

#endif
