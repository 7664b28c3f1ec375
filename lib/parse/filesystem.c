/* The numbers of statvfs(3), which the caller fills in. */
#include "vmmetrics/filesystem.h"
#include "../record/engine.h"

#define RECORD struct vmm_filesystem
#define MEMBERS(MEMBER)                                                                                                \
    MEMBER(f_bsize_bytes, BYTES, GAUGE)                                                                                \
    MEMBER(f_frsize_bytes, BYTES, GAUGE)                                                                               \
    MEMBER(f_blocks, COUNT, GAUGE)                                                                                     \
    MEMBER(f_bfree, COUNT, GAUGE)                                                                                      \
    MEMBER(f_bavail, COUNT, GAUGE)                                                                                     \
    MEMBER(f_files, COUNT, GAUGE)                                                                                      \
    MEMBER(f_ffree, COUNT, GAUGE)                                                                                      \
    MEMBER(f_favail, COUNT, GAUGE)                                                                                     \
    MEMBER(f_fsid, COUNT, IDENTITY)                                                                                    \
    MEMBER(f_flag, COUNT, IDENTITY)                                                                                    \
    MEMBER(f_namemax, COUNT, LIMIT)
VMM_DESCRIBE(filesystem, MEMBERS);
