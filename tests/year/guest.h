/* SPDX-License-Identifier: MIT */
/* A guest's own files, and what its hypervisor counts: printed, read by the library, and compared between two samples. */
#ifndef YEAR_GUEST_H
#define YEAR_GUEST_H

#include "vm.h"

struct guest;
struct guest *guest_new(void);
/* Gives false where that cannot happen to this guest. */
bool guest_happen(struct guest *guest, enum event event);
/* Lets time pass in the guest, takes a sample, and compares it with the one before. */
void guest_check(struct guest *guest, const struct vm *vm, int64_t now_ns);

#endif
