/*
 * What a machine's hypervisor says of it, in files that whoever talks to the hypervisor keeps up to date.
 */
#ifndef HOST_HYPERVISOR_H
#define HOST_HYPERVISOR_H

#include <vmmetrics/vmmetrics.h>

/* Reads the answers in a file into one record: QEMU has two of them about a balloon. What the file does not say, or where it
 * cannot be read, is unknown. The path is opened anew, as such a file is best replaced. It may be NULL. */
void balloon_read(const char *path, struct vmm_balloon *balloon);

#endif
