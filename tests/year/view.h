/* SPDX-License-Identifier: MIT */
/*
 * What the collector must say of a machine after a sample. A view remembers the truth at the moments at which the collector
 * looked, and which files it could read then. From that it computes each number in long double, or says that the number must
 * be unknown.
 */
#ifndef YEAR_VIEW_H
#define YEAR_VIEW_H

#include "common/collect/machine.h"
#include "vm.h"

/* What is compared so far. */
struct tally {
    uint64_t samples;
    uint64_t numbers;
    uint64_t unknown;
    uint64_t resets;
};
extern struct tally tally;

struct view;
struct view *view_new(struct vm *vm, struct machine *machine);
void view_free(struct view *view);

/* The machine whose process this is, or was. */
struct vm *view_vm(const struct view *view);
/* Whether the process that the collector has opened still runs. */
bool view_is_alive(const struct view *view);

/* Takes the truth of the first sample, which was taken while machines were looked for. */
void view_begin(struct view *view, const struct machine *machine);
/*
 * Compares all numbers of a sample. `is_brief` is that of the reader. If the machine died meanwhile, each number may be
 * unknown, but none may be wrong.
 */
void view_check(struct view *view, const struct machine *machine, bool is_brief);

/* Prints what is wrong, with the machine's past, and ends the program. */
_Noreturn void is_wrong(const struct vm *vm, const char *member, const char *wanted, const char *found);

/* Whether a number may or must be known. */
enum must { MUST_BE_UNKNOWN, MAY_BE_KNOWN, MUST_BE_KNOWN };
void check_real(const struct vm *vm, const char *member, enum must must, long double wanted, double found);
void check_number(const struct vm *vm, const char *member, enum must must, uint64_t wanted, uint64_t found);

extern uint64_t seed;

#endif
