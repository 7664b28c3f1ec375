# The target cmocka: the library of that name. For other machines than this one it is where tests/cmocka has built it.
set(VMMETRICS_CMOCKA "" CACHE PATH "Where cmocka is installed, if not where libraries are")
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
