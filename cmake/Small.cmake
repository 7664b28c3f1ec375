# SPDX-License-Identifier: MIT
# A program has only what it uses: each function and each table is a section of its own, and the linker leaves out sections.
# With MinSizeRel there are also no tables for unwinding, no symbols, and no room between code and constants in the file; a
# static program has a fixed address. In another project the library gets the options of that project alone.
set(vmm_fixed "")
if(CMAKE_EXE_LINKER_FLAGS MATCHES "(^| )-static( |$)")
    set(vmm_fixed "$<CONFIG:MinSizeRel>")
endif()

function(vmm_small target)
    if(NOT vmmetrics_is_top_level OR NOT CMAKE_C_COMPILER_ID MATCHES "GNU|Clang")
        return()
    endif()
    target_compile_options(${target} PRIVATE -ffunction-sections -fdata-sections
                                             $<$<CONFIG:MinSizeRel>:-fno-asynchronous-unwind-tables>)
    get_target_property(type ${target} TYPE)
    if(type STREQUAL "EXECUTABLE")
        target_link_options(${target} PRIVATE LINKER:--gc-sections "$<$<CONFIG:MinSizeRel>:-s;LINKER:-z,noseparate-code>")
        if(vmm_fixed)
            target_compile_options(${target} PRIVATE $<${vmm_fixed}:-fno-pie>)
            target_link_options(${target} PRIVATE $<${vmm_fixed}:-no-pie>)
        endif()
    endif()
endfunction()
