# SPDX-License-Identifier: MIT
# This machine, with MemorySanitizer in everything that a test calls: cmocka too, since what comes from code without it would
# look uninitialised.
set(CMAKE_C_COMPILER clang)
set(CMAKE_C_FLAGS_INIT "-fsanitize=memory -fno-omit-frame-pointer")
