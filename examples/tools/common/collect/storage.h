/* SPDX-License-Identifier: MIT */
/* The block devices of a machine: those that its process holds, and those of its cgroup's I/O. */
#ifndef COLLECT_STORAGE_H
#define COLLECT_STORAGE_H

#include "machine.h"

/* Removes the disks that lie on other disks of the machine, and opens the files of the rest. Gives 0, or an errno where there is no room for more. */
int storage_open(struct machine *machine, const struct reader *reader);

/* Makes a row for each disk, which the files then fill. */
void storage_begin(const struct machine *machine, struct sample *sample);

/* Adds the devices in a file of the cgroup's I/O. */
void storage_add_io(struct rows *io, enum vmm_file file, struct vmm_text *text);

#endif
