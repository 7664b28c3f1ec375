/* SPDX-License-Identifier: MIT */
/* The TAPs of a machine: which interface of which network namespace each is, and where its counters are read. */
#ifndef COLLECT_NETWORK_H
#define COLLECT_NETWORK_H

#include "machine.h"

/* Opens the files of all of the machine's TAPs. Gives 0, or an errno where there is no room for more. */
int network_open(struct machine *machine, struct reader *reader);

/* Makes a row for each TAP, which the files and the kernel then fill. */
void network_begin(const struct machine *machine, struct sample *sample);

/* Fills the rows of the TAPs that are in the namespace of a place. Gives false where one is not there. */
bool network_fill(const struct machine *machine, struct sample *sample, enum tap_place place, struct vmm_text *text);

/* Asks the kernel for the TAPs that it can be asked for. Gives false where one is gone. */
bool network_ask(struct machine *machine, struct reader *reader);
/*
 * To be called when the rows are filled. A macvtap counts as its guest does: it sends what its guest sends. Its row is
 * turned round, so that each row counts as a TAP does.
 */
void network_end(const struct machine *machine, struct sample *sample);

#endif
