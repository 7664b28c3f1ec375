/* SPDX-License-Identifier: MIT */
/* /proc/vmstat. */
#include "examples.h"

/* The kernel prints sizes in kB, and does not say so. */
#define UNIT_BYTES REF_KB_UNSAID
#define UNIT_NONE REF_PLAIN
#define UNIT_PAGES REF_PLAIN

/* What the kernel calls each member, as the comments of the header say. */
#define KEY(key, member, unit)                                                                                         \
    {                                                                                                                  \
        key, offsetof(struct vmm_vmstat, member), 1, UNIT_##unit                                                       \
    }
const struct ref_key vmstat_keys[] = {
#include "vmstat_keys.h"
};
enum { KEYS = sizeof vmstat_keys / sizeof vmstat_keys[0] };

static const struct example examples[] = {
    GOOD("pgfault 1\npgmajfault 2\npgpgin 3\npgfault 4\n"),
    GOOD("pgpgin 18014398509481983\npgpgout 18014398509481984\nnr_dirty -5\n"),
    EMPTY(""),
    EMPTY("\n"),
    EMPTY("nr_unstable 0\n"),
    CUT("pgfault 1\npgmajfault 2"),
    CUT("pgfau"),
    REFUSED("pgfault 1\nthp_split x\n", 20),
    REFUSED("pgfault \n", 8),
    REFUSED("pgfault x\n", 8),
    REFUSED("pgfault 1x\n", 9),
    REFUSED("pgfault 1.5\n", 9),
    REFUSED("pgfault -\n", 9),
    REFUSED("pgfault 1\r\n", 9),
    REFUSED("pgfault 1\npgpgin 5kB\n", 18),
    REFUSED("pgpgin\0 5\npgpgin x\n", 17),
    REFUSED("nr_free_pages 5\nnr_dirty +5\npgfault 1\n", 25),
    NO_MORE_EXAMPLES,
};

static const struct piece usual[] = {
    PIECE("pgpgin 5547205\npgpgout 4808900\npswpin 0\npswpout 0\nallocstall_dma 0\npgfree 29095630\n"),
    PIECE("pgscan_direct 77\npgscan_direct_throttle 12345678\npgscan_anon 1\npgscan_direct_movable 5\n"),
    NO_MORE_TEXTS,
};

static const char *const unknown[] = {
    "nr_unstable 0\n",
    "nr_anon_transparent_hugepages 5\n",
    "pgfault\n",
    "pgfault\t5\n",
    " pgfault x\n",
    "pgscan_direct_throttled x\n",
    "pgscan_directx 2\n",
    "pgscan_direct: 3\n",
    "xpgscan_direct 4\n",
    "pgscan_direc 7\n",
    "PGSCAN_DIRECT 8\n",
    "pgsteal_kswapd_ 5\n",
    "workingset_refault_ano 5\n",
    NULL,
};

static const struct format vmstat_format = {
    .name = "vmstat",
    .kind = ONE_RECORD,
    .parse = library_vmstat_parse,
    .keys = vmstat_keys,
    .key_count = KEYS,
    .delimiter = ' ',
    .record_id = VMM_RECORD_VMSTAT,
    .bytes = sizeof(struct vmm_vmstat),
    .samples = "proc-vmstat",
    .examples = examples,
    .usual = usual,
    .unknown = unknown,
    .ends = " \n",
};

const struct group vmstat_group = {"vmstat", &vmstat_format, 1, false, 0};
