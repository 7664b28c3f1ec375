# SPDX-License-Identifier: MIT
# VMMETRICS_DATE: when the sources were last changed, in seconds since 1970, for what is made of them to be the same each time.
# SOURCE_DATE_EPOCH says it, or git, or the files of an unpacked archive, which all have the time of the commit.
set(VMMETRICS_DATE "$ENV{SOURCE_DATE_EPOCH}")
if(NOT VMMETRICS_DATE AND EXISTS "${PROJECT_SOURCE_DIR}/.git")
    execute_process(COMMAND git -C "${PROJECT_SOURCE_DIR}" log -1 --format=%ct
                    OUTPUT_VARIABLE VMMETRICS_DATE OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT VMMETRICS_DATE)
    file(TIMESTAMP "${PROJECT_SOURCE_DIR}/CMakeLists.txt" VMMETRICS_DATE "%s" UTC)
endif()

function(vmm_date out format)
    set(ENV{SOURCE_DATE_EPOCH} "${VMMETRICS_DATE}")
    string(TIMESTAMP date "${format}" UTC)
    set(${out} "${date}" PARENT_SCOPE)
endfunction()
