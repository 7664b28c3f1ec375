# SPDX-License-Identifier: MIT
# The sanitizers of gcc and clang, for everything that is built here.
set(VMMETRICS_SANITIZE "" CACHE STRING "Sanitizers to compile with, as -fsanitize= takes them")
if(VMMETRICS_SANITIZE)
    add_compile_options("-fsanitize=${VMMETRICS_SANITIZE}" -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options("-fsanitize=${VMMETRICS_SANITIZE}")
endif()
