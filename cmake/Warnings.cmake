# SPDX-License-Identifier: MIT
# The warnings that the developers want to see, in everything that is compiled here. CMAKE_COMPILE_WARNING_AS_ERROR,
# which the presets set, makes them errors.
set(vmm_warnings
    -Wall
    -Wextra
    -Wpedantic
    -Wcast-align
    -Wcast-qual
    -Wconversion
    -Wfloat-equal
    -Wformat=2
    -Wimplicit-fallthrough
    -Wmissing-prototypes
    -Wold-style-definition
    -Wpointer-arith
    -Wshadow
    -Wsign-conversion
    -Wstrict-prototypes
    -Wswitch-enum
    -Wundef
    -Wvla
    -Wwrite-strings)
if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
    list(APPEND vmm_warnings -Wcast-align=strict -Wduplicated-branches -Wduplicated-cond -Wlogical-op
         -Wstrict-overflow=1 -Walloca)
elseif(CMAKE_C_COMPILER_ID MATCHES "Clang")
    list(APPEND vmm_warnings -Wcomma -Wextra-semi-stmt -Wshorten-64-to-32
         -Wunreachable-code-aggressive)
endif()
# gcc 10 and 11 warn where a pointer was compared with NULL just before.
if(NOT CMAKE_C_COMPILER_ID STREQUAL "GNU" OR CMAKE_C_COMPILER_VERSION VERSION_GREATER_EQUAL 12)
    list(APPEND vmm_warnings -Wnull-dereference)
endif()

function(vmm_warnings target)
    if(VMMETRICS_WARNINGS)
        target_compile_options(${target} PRIVATE ${vmm_warnings})
    endif()
endfunction()
