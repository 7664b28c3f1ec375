# SPDX-License-Identifier: MIT
# Puts the content of the source archive where CPack packs it.
set(work "${CPACK_TEMPORARY_DIRECTORY}-dist")
execute_process(COMMAND "${CPACK_VMMETRICS_SOURCE}/cmake/packaging/dist" "${work}"
                OUTPUT_VARIABLE archive OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND tar -xzf "${archive}" --strip-components=1 -C "${CMAKE_INSTALL_PREFIX}" COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE_RECURSE "${work}")
