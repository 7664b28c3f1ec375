/* SPDX-License-Identifier: MIT */
/* How large the records may be that the tests have room for. */
#ifndef REFERENCE_LIMITS_H
#define REFERENCE_LIMITS_H

/* Members of a record; and the words of twice any record, and 64 bytes. */
enum { MOST_MEMBERS = 256, RECORD_WORDS = 512 };

#endif
