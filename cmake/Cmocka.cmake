# SPDX-License-Identifier: MIT
# The target cmocka: the library cmocka. For another machine, a preset names the folder of the library, and tests/cmocka
# builds the library there.
set(VMMETRICS_CMOCKA "" CACHE PATH "Where cmocka is installed, if not where libraries are")
if(VMMETRICS_CMOCKA MATCHES "^${PROJECT_SOURCE_DIR}/build/cmocka/([^/]+)/install$" AND NOT EXISTS "${VMMETRICS_CMOCKA}/include")
    message(STATUS "Building cmocka for ${CMAKE_MATCH_1}")
    execute_process(COMMAND "${PROJECT_SOURCE_DIR}/tests/cmocka" "${CMAKE_MATCH_1}" RESULT_VARIABLE result
                    OUTPUT_VARIABLE output ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "tests/cmocka ended with ${result}:\n${output}")
    endif()
endif()
find_path(CMOCKA_INCLUDE_DIR cmocka.h HINTS "${VMMETRICS_CMOCKA}/include" NO_CMAKE_FIND_ROOT_PATH)
find_library(CMOCKA_LIBRARY NAMES cmocka-static cmocka HINTS "${VMMETRICS_CMOCKA}/lib" NO_CMAKE_FIND_ROOT_PATH)
mark_as_advanced(CMOCKA_INCLUDE_DIR CMOCKA_LIBRARY)

if(CMOCKA_INCLUDE_DIR AND CMOCKA_LIBRARY)
    add_library(cmocka INTERFACE)
    target_include_directories(cmocka SYSTEM INTERFACE "${CMOCKA_INCLUDE_DIR}")
    target_link_libraries(cmocka INTERFACE "${CMOCKA_LIBRARY}")
else()
    message(STATUS "Unit tests are left out: cmocka was not found (package libcmocka-dev, or tests/cmocka)")
endif()
