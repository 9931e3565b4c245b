/* SPDX-License-Identifier: MIT */
/* Where a sanitizer looks at every access of memory, a step takes several times as long, and more
 * of the same tells it no more: a long series is cut there. The plain build has all of it. */
#ifndef TESTS_SANITIZED_H
#define TESTS_SANITIZED_H

#ifdef __SANITIZE_ADDRESS__
enum { IS_SANITIZED = 1 };
#else
enum { IS_SANITIZED = 0 };
#endif

#endif
