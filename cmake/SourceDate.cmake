# SPDX-License-Identifier: MIT
# VMMETRICS_DATE: the time of the last change of the sources, in seconds since 1970, so that each build gives the same bytes.
# The time comes from SOURCE_DATE_EPOCH, or git, or the files of an unpacked archive, which all have the time of the commit.
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
