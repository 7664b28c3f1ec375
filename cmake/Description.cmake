# SPDX-License-Identifier: MIT
# vmmetrics.json: the description of the records, files, usages and constants, for makers of bindings.
find_package(Python3 COMPONENTS Interpreter QUIET)
set(VMMETRICS_DESCRIPTION "${PROJECT_BINARY_DIR}/vmmetrics.json")
if(NOT Python3_FOUND)
    message(STATUS "vmmetrics.json is left out: Python was not found (package python3)")
    return()
endif()
set(describe "${PROJECT_SOURCE_DIR}/lib/describe")
file(GLOB headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/vmmetrics/*.h")
add_custom_command(
    OUTPUT "${VMMETRICS_DESCRIPTION}"
    COMMAND Python3::Interpreter -B "${describe}/describe.py" "${VMMETRICS_DESCRIPTION}"
    DEPENDS "${describe}/describe.py" "${describe}/generate.py" ${headers}
    COMMENT "Writing vmmetrics.json")
add_custom_target(description DEPENDS "${VMMETRICS_DESCRIPTION}")
if(VMMETRICS_INSTALL)
    set_target_properties(description PROPERTIES EXCLUDE_FROM_ALL OFF)
    install(FILES "${VMMETRICS_DESCRIPTION}" DESTINATION "${CMAKE_INSTALL_DATADIR}/vmmetrics" COMPONENT development)
endif()
