/* /proc/loadavg: `0.05 0.01 0.00 1/234 5678`; and /proc/uptime: `4411.72 4005.76`. */
#include "vmmetrics/system.h"

#include "../record/engine.h"
#include "../scan/scan.h"

#define RECORD struct vmm_system
#define LOADAVG(MEMBER)                                                                                                \
    MEMBER(load1_hundredths, HUNDREDTHS, GAUGE)                                                                        \
    MEMBER(load5_hundredths, HUNDREDTHS, GAUGE)                                                                        \
    MEMBER(load15_hundredths, HUNDREDTHS, GAUGE)                                                                       \
    MEMBER(tasks_runnable, COUNT, GAUGE)                                                                               \
    MEMBER(tasks, COUNT, GAUGE)                                                                                        \
    MEMBER(last_pid, COUNT, GAUGE)
#define UPTIME(MEMBER)                                                                                                 \
    MEMBER(uptime_hundredths, HUNDREDTHS, COUNTER)                                                                     \
    MEMBER(idle_hundredths, HUNDREDTHS, COUNTER)

/* A line of numbers for as many members in a row: the first ones have two decimals, and one may have a slash behind
 * it. */
struct line {
    uint16_t offset;
    uint8_t count;
    uint8_t decimals;
    uint8_t slash;
};

/* In the order of the files' ids. */
static const struct line lines[] = {
    {offsetof(RECORD, load1_hundredths), 6, 3, 4},
    {offsetof(RECORD, uptime_hundredths), 2, 2, 0},
};

/* Takes the line and stores its numbers. Returns where it ends; NULL when a byte is wrong, with that byte in `error`.
 * */
static const char *take_line(const struct line *line, const char *p, const char *end, void *out, size_t size,
                             const char **error)
{
    for (unsigned i = 0; i < line->count; i++) {
        uint64_t value = VMM_UNKNOWN;
        bool slash = i + 1U == line->slash;

        if (i == 0 || i != line->slash)
            p = vmm_skip_blanks(p, end);
        /* Fewer numbers than known leave members unknown. */
        if (i != 0 && i != line->slash && p != end && *p == '\n')
            break;
        p = vmm_take_value(i < line->decimals ? VMM_FORM_HUNDREDTHS : VMM_FORM_NUMBER, p, end, &value, error);
        if (p == NULL)
            return NULL;
        if (p == end || !(slash ? *p == '/' : *p == '\n' || vmm_is_blank(*p))) {
            *error = p;
            return NULL;
        }
        if (slash)
            p++;
        vmm_store(out, size, line->offset + i * sizeof(uint64_t), value);
    }
    p = vmm_line_end(p, end);
    if (p != end)
        return p;
    *error = p;
    return NULL;
}

static void forget(const struct line *line, void *out, size_t size)
{
    for (unsigned i = 0; i < line->count; i++)
        vmm_store(out, size, line->offset + i * sizeof(uint64_t), VMM_UNKNOWN);
}

vmm_status vmm_system_read(uint32_t file_id, struct vmm_text *text, struct vmm_system *out, size_t out_size)
{
    size_t size = out_size < sizeof *out ? out_size : sizeof *out;
    const struct line *line;
    const char *error;

    if (!vmm_is_usable(text) || out == NULL || out_size < sizeof(uint64_t) || file_id == 0 ||
        file_id > sizeof lines / sizeof lines[0])
        return VMM_E_ARGUMENT;
    line = &lines[file_id - 1];
    error = text->end;
    out->size = size;
    forget(line, out, size);
    if (text->pos == text->end)
        return VMM_E_EMPTY;
    if (take_line(line, text->pos, text->end, out, size, &error) == NULL) {
        forget(line, out, size);
        return vmm_fail(text, error);
    }
    text->pos = text->end;
    return VMM_OK;
}
