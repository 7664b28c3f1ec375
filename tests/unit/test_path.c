/* SPDX-License-Identifier: MIT */
/* Paths without their octal escapes. */
#include "test.h"

#include "reference/views.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 64 };

/* Into buffers of every size that matters, each up against an unmapped page, as the path is. */
static void check_path(const struct arena *text_arena, const struct arena *arena, const char *bytes, size_t length)
{
    char wanted[ROOM];
    size_t count = ref_unescape(bytes, length, wanted);
    bool has_nul = memchr(wanted, 0, count) != NULL;
    struct vmm_span path = {arena_at_end(text_arena, bytes, length), length};

    for (size_t size = 0; size <= length + 2; size++) {
        static const char old[ROOM + 3] = "oldoldoldoldoldoldoldoldoldoldoldoldoldoldoldoldoldoldoldoldoldold";
        char *buffer = arena_at_end(arena, old, size);
        size_t needed = SIZE_MAX;
        vmm_status status = vmm_path_unescape(&path, buffer, size, &needed);

        assert_int_equal(needed, has_nul ? 0 : count + 1);
        if (size > count && !has_nul) {
            assert_int_equal(status, VMM_OK);
            assert_memory_equal(buffer, wanted, count);
            assert_int_equal(buffer[count], 0);
            assert_memory_equal(buffer + count + 1, old + count + 1, size - count - 1);
        } else {
            assert_int_equal(status, has_nul ? VMM_E_ARGUMENT : VMM_E_SPACE);
            if (size != 0)
                assert_int_equal(buffer[0], 0);
        }
    }
}

static void check_undone(const char *escaped, const char *wanted)
{
    struct arena text_arena = arena_new(ROOM), arena = arena_new(ROOM);
    struct vmm_span path = {escaped, strlen(escaped)};
    char buffer[ROOM];

    assert_int_equal(vmm_path_unescape(&path, buffer, sizeof buffer, NULL), VMM_OK);
    assert_string_equal(buffer, wanted);
    check_path(&text_arena, &arena, escaped, strlen(escaped));
    arena_free(&text_arena);
    arena_free(&arena);
}

TEST(escapes_are_undone)
{
    check_undone("", "");
    check_undone("/", "/");
    check_undone("/mnt/plain", "/mnt/plain");
    check_undone("/mnt/a\\040blank", "/mnt/a blank");
    check_undone("\\040\\011\\012\\134\\043", " \t\n\\#");
    check_undone("\\001\\177\\200\\377", "\1\177\200\377");
    check_undone("/x\\040", "/x ");
    check_undone("\\040\\040", "  ");
    check_undone("C:\\134Program\\040Files", "C:\\Program Files");
    check_undone("/\xc3\xa4\xff", "/\xc3\xa4\xff");
}

/* Text that looks like an escape only after another escape was decoded is not an escape. */
TEST(nothing_is_undone_twice)
{
    check_undone("\\134040", "\\040");
    check_undone("\\134134040", "\\134040");
    check_undone("\\134\\060\\064\\060", "\\040");
    check_undone("/machine-my\\134x20vm.scope", "/machine-my\\x20vm.scope");
}

TEST(other_backslashes_stay)
{
    check_undone("\\", "\\");
    check_undone("\\\\", "\\\\");
    check_undone("\\0", "\\0");
    check_undone("\\04", "\\04");
    check_undone("\\04x", "\\04x");
    check_undone("\\0x0", "\\0x0");
    check_undone("\\x20", "\\x20");
    check_undone("\\048", "\\048");
    check_undone("\\084", "\\084");
    check_undone("\\400", "\\400");
    check_undone("\\777", "\\777");
    check_undone("\\840", "\\840");
    check_undone("\\/40", "\\/40");
    check_undone("\\:40", "\\:40");
    check_undone("\\-40", "\\-40");
    check_undone("\\ 40", "\\ 40");
    check_undone("\\n", "\\n");
    check_undone("\\\\040", "\\ ");
    check_undone("\\04\\040", "\\04 ");
    check_undone("a b", "a b");
}

/* A NUL would cut the path. */
TEST(nul_is_not_undone)
{
    struct vmm_span path = {"/vm1\0x", 6};
    char buffer[16] = "old";

    check_undone("/vm1\\000x", "/vm1\\000x");
    check_undone("\\000", "\\000");
    check_undone("\\000040", "\\000040");
    /* And where it stands in the bytes themselves, there is no path. */
    assert_int_equal(vmm_path_unescape(&path, buffer, sizeof buffer, NULL), VMM_E_ARGUMENT);
    assert_string_equal(buffer, "");
    path.length = 4;
    assert_int_equal(vmm_path_unescape(&path, buffer, sizeof buffer, NULL), VMM_OK);
    assert_string_equal(buffer, "/vm1");
}

TEST(every_escape)
{
    struct arena text_arena = arena_new(ROOM), arena = arena_new(ROOM);

    for (unsigned i = 0; i < 1000; i++) {
        char escaped[8];

        snprintf(escaped, sizeof escaped, "a\\%03ub", i);
        check_path(&text_arena, &arena, escaped, 6);
    }
    for (unsigned i = 0; i < 3; i++) {
        for (unsigned byte = 0; byte < 256; byte++) {
            char escaped[] = "\\123";

            escaped[1 + i] = (char)byte;
            check_path(&text_arena, &arena, escaped, 4);
        }
    }
    arena_free(&text_arena);
    arena_free(&arena);
}

TEST(every_short_path)
{
    static const char letters[] = "\\0478/\0";
    enum { LETTERS = sizeof letters - 1, LENGTH = 6 };
    struct arena text_arena = arena_new(ROOM), arena = arena_new(ROOM);
    size_t all = 1;

    for (size_t length = 0; length <= LENGTH; length++, all *= LETTERS) {
        for (size_t i = 0; i < all; i++) {
            char bytes[LENGTH + 1];
            size_t rest = i;

            for (size_t k = 0; k < length; k++, rest /= LETTERS)
                bytes[k] = letters[rest % LETTERS];
            check_path(&text_arena, &arena, bytes, length);
        }
    }
    arena_free(&text_arena);
    arena_free(&arena);
}

/* Of a path, its own size and one more are always enough. */
TEST(a_long_path)
{
    enum { LENGTH = 1 << 20 };
    char *bytes = malloc(LENGTH), *buffer = malloc(LENGTH + 1);
    struct vmm_span path = {bytes, LENGTH};
    size_t needed;

    assert_non_null(bytes);
    assert_non_null(buffer);
    memset(bytes, '\\', LENGTH);
    assert_int_equal(vmm_path_unescape(&path, buffer, LENGTH, &needed), VMM_E_SPACE);
    assert_string_equal(buffer, "");
    assert_int_equal(needed, LENGTH + 1);
    assert_int_equal(vmm_path_unescape(&path, buffer, LENGTH + 1, &needed), VMM_OK);
    assert_int_equal(needed, LENGTH + 1);
    assert_memory_equal(buffer, bytes, LENGTH);
    free(bytes);
    free(buffer);
}

TEST(the_field_of_a_row)
{
    struct vmm_text text = vmm_text_of(TEXT("9 1 0:3 /r\\040 /m\\011 rw - t s\\043 rw\n"));
    struct vmm_mount row;
    char buffer[8];

    assert_int_equal(vmm_mount_next(&text, &row, sizeof row), VMM_OK);
    assert_int_equal(vmm_path_unescape(&row.root, buffer, sizeof buffer, NULL), VMM_OK);
    assert_string_equal(buffer, "/r ");
    assert_int_equal(vmm_path_unescape(&row.mount_point, buffer, sizeof buffer, NULL), VMM_OK);
    assert_string_equal(buffer, "/m\t");
    assert_int_equal(vmm_path_unescape(&row.source, buffer, sizeof buffer, NULL), VMM_OK);
    assert_string_equal(buffer, "s#");
    assert_int_equal(vmm_path_unescape(&row.optional_fields, buffer, sizeof buffer, NULL), VMM_OK);
    assert_string_equal(buffer, "");
    /* After the last row all is unknown. */
    assert_int_equal(vmm_mount_next(&text, &row, sizeof row), VMM_END);
    buffer[0] = 'x';
    assert_int_equal(vmm_path_unescape(&row.root, buffer, sizeof buffer, NULL), VMM_E_ARGUMENT);
    assert_string_equal(buffer, "");
}

TEST(arguments)
{
    struct vmm_span path = {"/x", 2}, none = {NULL, 2};
    size_t needed = 7;
    char buffer[4] = "old";

    assert_int_equal(vmm_path_unescape(&path, NULL, sizeof buffer, &needed), VMM_E_ARGUMENT);
    assert_int_equal(needed, 0);
    assert_int_equal(vmm_path_unescape(&path, NULL, 0, NULL), VMM_E_ARGUMENT);
    /* How much room is needed can be asked without room. */
    assert_int_equal(vmm_path_unescape(&path, buffer, 0, &needed), VMM_E_SPACE);
    assert_int_equal(needed, 3);
    assert_string_equal(buffer, "old");
    assert_int_equal(vmm_path_unescape(&path, buffer, 0, NULL), VMM_E_SPACE);
    assert_int_equal(vmm_path_unescape(NULL, buffer, 0, &needed), VMM_E_ARGUMENT);
    assert_int_equal(needed, 0);
    assert_string_equal(buffer, "old");
    needed = 7;
    assert_int_equal(vmm_path_unescape(&none, buffer, sizeof buffer, &needed), VMM_E_ARGUMENT);
    assert_int_equal(needed, 0);
    assert_memory_equal(buffer, "\0ld", 4);
    assert_int_equal(vmm_path_unescape(NULL, buffer, sizeof buffer, NULL), VMM_E_ARGUMENT);
    assert_int_equal(vmm_path_unescape(&path, buffer, sizeof buffer, NULL), VMM_OK);
    assert_string_equal(buffer, "/x");
}
