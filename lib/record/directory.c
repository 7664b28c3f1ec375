/* Files that make a record together. */
#include "../scan/scan.h"
#include "engine.h"

static void forget(const struct vmm_source *source, void *out, size_t size)
{
    for (unsigned i = 0; i < source->count; i++)
        vmm_store(out, size, source->offset + i * sizeof(uint64_t), VMM_UNKNOWN);
}

/* Ends at a byte that is wrong. */
VMM_RARE static vmm_status refuse(struct vmm_text *text, const char *at, const struct vmm_source *source, void *out,
                                  size_t size)
{
    forget(source, out, size);
    return vmm_fail(text, at);
}

/*
 * Reads a file of values on one line. A single value may lack its newline; of two, the second could be cut short without
 * one, so they must end in it. What else there may be is passed over.
 */
VMM_RARE static vmm_status read_values(struct vmm_text *text, const struct vmm_source *source, void *out, size_t size)
{
    const char *p = text->pos;
    const char *end = text->end;
    const char *error = end;

    forget(source, out, size);
    if (p == end)
        return VMM_E_EMPTY;
    for (unsigned i = 0; i < source->count; i++) {
        uint64_t value = VMM_UNKNOWN;

        p = vmm_skip_blanks(p, end);
        /* Fewer values than known leave members unknown. */
        if (i != 0 && p != end && *p == '\n')
            break;
        p = vmm_take_value(i == 0 ? source->form : VMM_FORM_NUMBER, p, end, &value, &error);
        if (p == NULL)
            return refuse(text, error, source, out, size);
        if (p != end && *p != '\n' && !vmm_is_blank(*p))
            return refuse(text, p, source, out, size);
        vmm_store(out, size, source->offset + i * sizeof(uint64_t), value);
    }
    if (source->count != 1 && end[-1] != '\n')
        return refuse(text, end, source, out, size);
    text->pos = end;
    return VMM_OK;
}

vmm_status vmm_read_file(struct vmm_text *text, const struct vmm_directory *directory, uint32_t file_id, void *out,
                         size_t out_size)
{
    size_t size = out_size < directory->bytes ? out_size : directory->bytes;
    const struct vmm_source *source;

    if (!vmm_is_usable(text) || out == NULL || out_size < sizeof(uint64_t) || file_id == 0 ||
        file_id > directory->count)
        return VMM_E_ARGUMENT;
    *(uint64_t *)out = size;
    source = &directory->sources[file_id - 1];
    if (source->keys != NULL)
        return vmm_read_keys(text, source->keys, out, size);
    return read_values(text, source, out, size);
}
