/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L
#include "interfaces.h"

#include <errno.h>
#include <string.h>

#include "../../common/message.h"
#include "../../common/read.h"

/* The files that node_exporter reads, without those whose numbers /proc/net/dev has. */
static const struct {
    const char *name;
    enum vmm_file file;
} numbers[] = {
    {"addr_assign_type", VMM_FILE_NET_ADDR_ASSIGN_TYPE},
    {"carrier", VMM_FILE_NET_CARRIER},
    {"carrier_changes", VMM_FILE_NET_CARRIER_CHANGES},
    {"carrier_down_count", VMM_FILE_NET_CARRIER_DOWN_COUNT},
    {"carrier_up_count", VMM_FILE_NET_CARRIER_UP_COUNT},
    {"dev_id", VMM_FILE_NET_DEV_ID},
    {"dormant", VMM_FILE_NET_DORMANT},
    {"duplex", VMM_FILE_NET_DUPLEX},
    {"flags", VMM_FILE_NET_FLAGS},
    {"ifindex", VMM_FILE_NET_IFINDEX},
    {"iflink", VMM_FILE_NET_IFLINK},
    {"link_mode", VMM_FILE_NET_LINK_MODE},
    {"mtu", VMM_FILE_NET_MTU},
    {"name_assign_type", VMM_FILE_NET_NAME_ASSIGN_TYPE},
    {"netdev_group", VMM_FILE_NET_NETDEV_GROUP},
    {"operstate", VMM_FILE_NET_OPERSTATE},
    {"speed", VMM_FILE_NET_SPEED},
    {"statistics/rx_nohandler", VMM_FILE_NET_STATISTICS_RX_NOHANDLER},
    {"tx_queue_len", VMM_FILE_NET_TX_QUEUE_LEN},
    {"type", VMM_FILE_NET_TYPE},
};
enum { NUMBERS = sizeof numbers / sizeof numbers[0] };

/* A file of an interface that is one value; false without it. The kernel lacks some, and refuses others while the interface is
 * switched off; the interface may be gone. */
static bool read_file(const struct roots *roots, const char *interface, const char *name, struct vmm_text *text)
{
    static bool complained;
    static struct file file;
    char below[sizeof "class/net//statistics/rx_nohandler" + sizeof(((struct vmm_net *)0)->name)];
    char path[ROOTS_PATH_BYTES];
    int error;

    stpcpy(stpcpy(stpcpy(stpcpy(below, "class/net/"), interface), "/"), name);
    if (!roots_sys(roots, below, path))
        return false;
    file.path = path;
    file.fd = -1;
    file.kernel = true;
    error = file_read(&file);
    file_close(&file);
    *text = vmm_text_of(file.bytes, file.length);
    if (error != 0 && error != ENOENT && error != EINVAL && error != EOPNOTSUPP && error != ENODEV)
        complain(path, &complained, strerror(error));
    return error == 0;
}

/* A value that is text, without its newline; "" without the file, and for a text that does not fit. */
static void read_text(const struct roots *roots, const char *interface, const char *name, char *to, size_t room)
{
    struct vmm_text text;
    size_t length = 0;

    if (read_file(roots, interface, name, &text) && text.end != text.pos) {
        length = (size_t)(text.end - text.pos);
        length -= text.end[-1] == '\n' ? 1 : 0;
        if (length < room && memchr(text.pos, '\0', length) == NULL)
            memcpy(to, text.pos, length);
        else
            length = 0;
    }
    to[length] = '\0';
}

struct interface_facts interface_take(struct vmm_net *row, const struct roots *roots)
{
    struct interface_facts interface = {.one = VMM_UNKNOWN};
    struct vmm_text text;

    memcpy(interface.name, row->name, sizeof interface.name);
    /* With the /proc of another machine alone, its /sys is not there. A name of a directory elsewhere is no interface. */
    if ((roots->proc != NULL && roots->root == NULL && roots->sys == NULL) || strchr(row->name, '/') != NULL)
        return interface;
    for (unsigned i = 0; i < NUMBERS; i++) {
        if (read_file(roots, row->name, numbers[i].name, &text))
            vmm_record_read(&text, numbers[i].file, row, sizeof *row);
    }
    /* Each interface has it. */
    if (vmm_is_known(row->operstate))
        interface.one = 1;
    read_text(roots, row->name, "address", interface.address, sizeof interface.address);
    read_text(roots, row->name, "broadcast", interface.broadcast, sizeof interface.broadcast);
    read_text(roots, row->name, "ifalias", interface.alias, sizeof interface.alias);
    return interface;
}

static const char *text_or_null(const char *text)
{
    return text[0] == '\0' ? NULL : text;
}

void interface_label(struct interface_facts *interface, const struct vmm_net *row)
{
    static const char *const states[] = {
        [VMM_NET_OPERSTATE_UNKNOWN] = "unknown", [VMM_NET_OPERSTATE_NOTPRESENT] = "notpresent",
        [VMM_NET_OPERSTATE_DOWN] = "down",       [VMM_NET_OPERSTATE_LOWERLAYERDOWN] = "lowerlayerdown",
        [VMM_NET_OPERSTATE_TESTING] = "testing", [VMM_NET_OPERSTATE_DORMANT] = "dormant",
        [VMM_NET_OPERSTATE_UP] = "up",
    };
    static const char *const duplexes[] = {
        [VMM_NET_DUPLEX_HALF] = "half", [VMM_NET_DUPLEX_FULL] = "full", [VMM_NET_DUPLEX_UNKNOWN] = "unknown"};
    const char **labels = interface->thing.labels;

    labels[INTERFACE_NAME] = interface->name;
    labels[INTERFACE_ADDRESS] = text_or_null(interface->address);
    labels[INTERFACE_BROADCAST] = text_or_null(interface->broadcast);
    labels[INTERFACE_DUPLEX] = row->duplex < sizeof duplexes / sizeof duplexes[0] ? duplexes[row->duplex] : NULL;
    labels[INTERFACE_OPERSTATE] = row->operstate < sizeof states / sizeof states[0] ? states[row->operstate] : NULL;
    labels[INTERFACE_ADMIN] = !vmm_is_known(row->flags) ? "unknown" : (row->flags & 1) != 0 ? "up" : "down";
    labels[INTERFACE_ALIAS] = text_or_null(interface->alias);
}
