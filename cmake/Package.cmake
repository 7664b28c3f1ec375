# SPDX-License-Identifier: MIT
# CPack's Debian packages, by `cmake --workflow --preset debian`. What CPack does in another way,
# or cannot do, is in packaging/debian/stage.cmake, which runs when the files are in place and not packed yet.
set(library "libvmmetrics${PROJECT_VERSION_MAJOR}")
# Below 1, so that a package of Debian's own would be newer.
set(revision 0vmm1)
set(debian "${PROJECT_SOURCE_DIR}/cmake/packaging/debian")
set(made "${PROJECT_BINARY_DIR}/packaging")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME libvmmetrics)
set(CPACK_PACKAGE_VENDOR "libvmmetrics")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_CONTACT "The libvmmetrics authors <maintainers@libvmmetrics.invalid>" CACHE STRING
    "The maintainer of packages")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
# Each package has a summary of its own.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS "${debian}/stage.cmake")
set(CPACK_COMPONENTS_ALL runtime development documentation tools)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${revision})
set(CPACK_DEBIAN_PACKAGE_SOURCE libvmmetrics)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(same "(= ${PROJECT_VERSION}-${revision})")
set(about "
The library reads the bytes of kernel files such as /proc/stat, of statvfs and
of hypervisors' answers, and returns plain structs and rates. It opens no file,
allocates nothing and keeps no state.")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ${library})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_DESCRIPTION "metrics of virtual machines from text - shared library${about}")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA "${made}/symbols;${made}/shlibs;${debian}/triggers")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libvmmetrics-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${library} ${same}")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS libvmmetrics-doc)
set(CPACK_DEBIAN_DEVELOPMENT_DESCRIPTION "metrics of virtual machines from text - development files${about}
.
This package has the headers, the static library, the files for pkg-config and
CMake, and the manual pages of the functions.")

set(CPACK_DEBIAN_DOCUMENTATION_PACKAGE_NAME libvmmetrics-doc)
set(CPACK_DEBIAN_DOCUMENTATION_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DOCUMENTATION_PACKAGE_SECTION doc)
set(CPACK_DEBIAN_DOCUMENTATION_DESCRIPTION "metrics of virtual machines from text - manual${about}
.
This package has the manual as HTML, with a table of every member of every
record.")

set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME vmmetrics-tools)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_TOOLS_DESCRIPTION "metrics of virtual machines - helper programs${about}
.
This package has vmmetrics-guest, to run inside a virtual machine,
vmmetrics-host, to run outside, vmmetrics-top, which shows both live in a
terminal, vmmetrics-two-tier, which puts the lines of both side by side, and
vmmetrics-parse, which prints what the library sees.")

# The functions by version, from the version script, so that there is only one list.
file(STRINGS "${PROJECT_SOURCE_DIR}/lib/vmmetrics.map" lines)
set(symbols "libvmmetrics.so.${PROJECT_VERSION_MAJOR} ${library} #MINVER#\n")
set(functions "")
foreach(line IN LISTS lines)
    if(line MATCHES "^(VMMETRICS_([0-9.]+)) ")
        set(node "${CMAKE_MATCH_1}")
        set(since "${CMAKE_MATCH_2}.0")
        string(APPEND symbols " ${node}@${node} ${since}\n")
    elseif(line MATCHES "^ +(vmm_[a-z0-9_]+);")
        list(APPEND functions " ${CMAKE_MATCH_1}@${node} ${since}\n")
    endif()
endforeach()
list(SORT functions)
list(JOIN functions "" functions)
file(WRITE "${made}/symbols" "${symbols}${functions}")
file(WRITE "${made}/shlibs" "libvmmetrics ${PROJECT_VERSION_MAJOR} ${library} (>= ${PROJECT_VERSION})\n")
vmm_date(date "%a, %d %b %Y %H:%M:%S +0000")
configure_file("${debian}/changelog.in" "${made}/changelog" @ONLY)
set(CPACK_VMMETRICS_DATE "${VMMETRICS_DATE}")
set(CPACK_VMMETRICS_MADE "${made}")
set(CPACK_VMMETRICS_SOURCE "${PROJECT_SOURCE_DIR}")

include(CPack)

add_custom_target(dist COMMAND "${PROJECT_SOURCE_DIR}/cmake/packaging/dist" "${PROJECT_BINARY_DIR}" VERBATIM)
add_custom_target(one-file COMMAND python3 -B "${PROJECT_SOURCE_DIR}/cmake/packaging/one_file.py" "${PROJECT_BINARY_DIR}" VERBATIM)
