/* What the scanner does where the compiler has no instruction for it. */
#ifndef VMM_PORTABLE
#define VMM_PORTABLE 1
#endif

#include "support.h"

#include "scan/scan.h"

static void test_lowest_bit(void **state)
{
    (void)state;
    chance_seed(30);
    for (unsigned bit = 0; bit < 64; bit++) {
        assert_int_equal(vmm_lowest_bit((uint64_t)1 << bit), bit);
        assert_int_equal(vmm_lowest_bit(UINT64_MAX << bit), bit);
        for (unsigned time = 0; time < 100; time++)
            assert_int_equal(vmm_lowest_bit((chance() | 1) << bit), bit);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lowest_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
