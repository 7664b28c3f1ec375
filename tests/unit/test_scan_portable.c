/* SPDX-License-Identifier: MIT */
/* The scanner's tests again, of what the headers do where the compiler has no instruction for it. */
#ifndef VMM_PORTABLE
#define VMM_PORTABLE 1
#endif

#include "scan/key.h"
#include "scan/scan.h"
#include "test_scan.c" /* NOLINT(bugprone-suspicious-include) */
