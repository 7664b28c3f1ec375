/* A cgroup's I/O, a row a device: `8:0 rbytes=1459200 wbytes=314773504 rios=192 wios=353`; and v1's `8:0 Read 1459200`. */
#include "vmmetrics/cgroup_io.h"

#include "../record/engine.h"
#include "../scan/scan.h"

#define RECORD struct vmm_cgroup_io
#define STAT(KEY)                                                                                                      \
    KEY(rbytes, BYTES, COUNTER, "rbytes=")                                                                             \
    KEY(wbytes, BYTES, COUNTER, "wbytes=")                                                                             \
    KEY(rios, COUNT, COUNTER, "rios=")                                                                                 \
    KEY(wios, COUNT, COUNTER, "wios=")                                                                                 \
    KEY(dbytes, BYTES, COUNTER, "dbytes=")                                                                             \
    KEY(dios, COUNT, COUNTER, "dios=")
#define MAX(KEY)                                                                                                       \
    KEY(max_rbps_bytes_per_second, BYTES_PER_SECOND, LIMIT, "rbps=")                                                   \
    KEY(max_wbps_bytes_per_second, BYTES_PER_SECOND, LIMIT, "wbps=")                                                   \
    KEY(max_riops_per_second, PER_SECOND, LIMIT, "riops=")                                                             \
    KEY(max_wiops_per_second, PER_SECOND, LIMIT, "wiops=")
#define MEMBERS(MEMBER)                                                                                                \
    MEMBER(major, COUNT, IDENTITY)                                                                                     \
    MEMBER(minor, COUNT, IDENTITY)                                                                                     \
    MEMBER(instance_id, COUNT, IDENTITY)                                                                               \
    STAT(MEMBER) MAX(MEMBER)
#define FILES                                                                                                          \
    "io.stat\0"                                                                                                        \
    "io.max\0"                                                                                                         \
    "blkio.throttle.io_service_bytes\0"                                                                                \
    "blkio.throttle.io_serviced\0"                                                                                     \
    "blkio.throttle.io_service_bytes_recursive\0"                                                                      \
    "blkio.throttle.io_serviced_recursive\0"                                                                           \
    "blkio.throttle.read_bps_device\0"                                                                                 \
    "blkio.throttle.write_bps_device\0"                                                                                \
    "blkio.throttle.read_iops_device\0"                                                                                \
    "blkio.throttle.write_iops_device\0"
VMM_DESCRIBE_FILES(cgroup_io, MEMBERS, FILES);

vmm_status vmm_cgroup_io_next(uint32_t file_id, struct vmm_text *text, struct vmm_cgroup_io *row, size_t row_size)
{
    (void)file_id;
    return vmm_begin_text(text, row, row_size, sizeof *row) == 0 ? VMM_E_ARGUMENT : VMM_END;
}
