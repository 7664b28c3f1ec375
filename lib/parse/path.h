/* Paths with octal escapes, a byte at a time. */
#ifndef VMM_PATH_H
#define VMM_PATH_H

/*
 * Takes a byte of a path, or the escape that stands for one: `\040` is a blank. A byte is there. `\000` is no escape,
 * as it would end the path.
 */
static inline const char *vmm_take_path_byte(const char *p, const char *end, char *byte)
{
    if (end - p >= 4 && p[0] == '\\') {
        unsigned high = (unsigned char)p[1] - (unsigned)'0';
        unsigned middle = (unsigned char)p[2] - (unsigned)'0';
        unsigned low = (unsigned char)p[3] - (unsigned)'0';

        if (high <= 3 && middle <= 7 && low <= 7 && (high | middle | low) != 0) {
            *byte = (char)(high << 6 | middle << 3 | low);
            return p + 4;
        }
    }
    *byte = *p;
    return p + 1;
}

#endif
