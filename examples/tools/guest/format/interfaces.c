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

/* Reads a file of an interface that is one value; the text is empty without the file. The kernel lacks some, and refuses others
 * while the interface is switched off. Gives false if the file cannot be read for another reason. */
static bool read_file(const struct roots *roots, const char *interface, const char *name, struct vmm_text *text)
{
    static bool complained;
    static struct file file;
    char below[sizeof "class/net//statistics/rx_nohandler" + sizeof(((struct vmm_net *)0)->name)];
    char path[ROOTS_PATH_BYTES];
    int error = ENAMETOOLONG;

    stpcpy(stpcpy(stpcpy(stpcpy(below, "class/net/"), interface), "/"), name);
    if (roots_sys(roots, below, path)) {
        file.path = path;
        file.fd = -1;
        file.kernel = true;
        error = file_read(&file);
        file_close(&file);
    }
    *text = vmm_text_of(file.bytes, error == 0 ? file.length : 0);
    if (error == 0 || error == ENOENT || error == EINVAL || error == EOPNOTSUPP)
        return true;
    /* The interface may be gone by now. */
    if (error != ENODEV)
        complain(path, &complained, strerror(error));
    return false;
}

/* A value that is text, without its newline; "" without the file, and for a text that does not fit. Gives false if it cannot be
 * read. */
static bool read_text(const struct roots *roots, const char *interface, const char *name, char *to, size_t room)
{
    struct vmm_text text;
    bool is_read = read_file(roots, interface, name, &text);
    size_t length = (size_t)(text.end - text.pos);

    if (length != 0 && text.end[-1] == '\n')
        length--;
    if (length >= room || (length != 0 && memchr(text.pos, '\0', length) != NULL))
        length = 0;
    memcpy(to, length == 0 ? "" : text.pos, length);
    to[length] = '\0';
    return is_read;
}

struct interface_facts interface_take(struct vmm_net *row, const struct roots *roots)
{
    struct interface_facts interface = {.one = VMM_UNKNOWN};
    bool are_read = true;
    struct vmm_text text;

    memcpy(interface.name, row->name, sizeof interface.name);
    /* With the /proc of another machine alone, its /sys is not there. A name of a directory elsewhere is no interface. */
    if ((roots->proc != NULL && roots->root == NULL && roots->sys == NULL) || strchr(row->name, '/') != NULL)
        return interface;
    for (unsigned i = 0; i < NUMBERS; i++) {
        are_read = read_file(roots, row->name, numbers[i].name, &text) && are_read;
        if (text.pos != text.end)
            vmm_record_read(&text, numbers[i].file, row, sizeof *row);
    }
    are_read = read_text(roots, row->name, "address", interface.address, sizeof interface.address) && are_read;
    are_read = read_text(roots, row->name, "broadcast", interface.broadcast, sizeof interface.broadcast) && are_read;
    are_read = read_text(roots, row->name, "ifalias", interface.alias, sizeof interface.alias) && are_read;
    /* Each interface has a state. With a label less it would be another series. */
    if (are_read && vmm_is_known(row->operstate))
        interface.one = 1;
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
