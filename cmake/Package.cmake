# SPDX-License-Identifier: MIT
# What `cpack` makes of a build: Debian's and RPM's packages, archives to unpack anywhere, and the source archive. The files
# in packaging/ that CPack runs do what it does in another way, or cannot do: cpack.cmake before each kind, and stage.cmake
# when the files are in place and not packed yet.
set(library "libvmmetrics${PROJECT_VERSION_MAJOR}")
# Below 1, so that a package of Debian's own would be newer.
set(revision 0vmm1)
set(packaging "${PROJECT_SOURCE_DIR}/cmake/packaging")
set(made "${PROJECT_BINARY_DIR}/packaging")

# `cpack` alone makes an archive, and the packages for which this machine has the tools.
set(CPACK_GENERATOR TGZ)
foreach(kind IN ITEMS DEB:dpkg-shlibdeps:dpkg-dev RPM:rpmbuild:rpm)
    string(REPLACE ":" ";" kind "${kind}")
    list(GET kind 0 generator)
    list(GET kind 1 program)
    list(GET kind 2 package)
    find_program(VMMETRICS_${generator}_TOOL ${program})
    mark_as_advanced(VMMETRICS_${generator}_TOOL)
    if(VMMETRICS_${generator}_TOOL)
        list(APPEND CPACK_GENERATOR ${generator})
    else()
        message(STATUS "${generator} packages are left out of cpack: ${program} was not found (package ${package})")
    endif()
endforeach()
set(CPACK_SOURCE_GENERATOR "TGZ;TXZ")
set(CPACK_PROJECT_CONFIG_FILE "${packaging}/cpack.cmake")
set(CPACK_PACKAGE_NAME libvmmetrics)
set(CPACK_PACKAGE_VENDOR "libvmmetrics")
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_CONTACT "The libvmmetrics authors <maintainers@libvmmetrics.invalid>" CACHE STRING
    "The maintainer of packages")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
string(TOLOWER "${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" CPACK_SYSTEM_NAME)
set(CPACK_SOURCE_PACKAGE_FILE_NAME "libvmmetrics-${PROJECT_VERSION}")
set(CPACK_VERBATIM_VARIABLES ON)
# Each package has a summary of its own.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_STRIP_FILES ON)

# The components that were configured, and what of them is left out, which cpack says.
set(CPACK_COMPONENTS_ALL development documentation)
set(CPACK_VMMETRICS_LEFT_OUT "")
set(same_deb "")
set(same_rpm "")
if(TARGET vmmetrics)
    list(APPEND CPACK_COMPONENTS_ALL runtime)
    set(same_deb "${library} (= ${PROJECT_VERSION}-${revision})")
    set(same_rpm "libvmmetrics%{?_isa} = ${PROJECT_VERSION}-1")
else()
    list(APPEND CPACK_VMMETRICS_LEFT_OUT "${library} (BUILD_SHARED_LIBS is off)")
endif()
if(TARGET vmmetrics-guest)
    list(APPEND CPACK_COMPONENTS_ALL guest tools)
else()
    list(APPEND CPACK_VMMETRICS_LEFT_OUT "vmmetrics-guest and vmmetrics-tools (VMMETRICS_BUILD_EXAMPLES is off)")
endif()
set(top "")
if(TARGET vmmetrics-top)
    set(top "\nvmmetrics-top, which shows both live in a terminal,")
elseif(TARGET vmmetrics-guest)
    list(APPEND CPACK_VMMETRICS_LEFT_OUT "vmmetrics-top (no ncurses)")
endif()
if(NOT TARGET man3)
    list(APPEND CPACK_VMMETRICS_LEFT_OUT "the manual pages of the functions (no Python, or VMMETRICS_BUILD_DOCS is off)")
endif()

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${revision})
set(CPACK_DEBIAN_PACKAGE_SOURCE libvmmetrics)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
if(CMAKE_LIBRARY_ARCHITECTURE)
    execute_process(COMMAND dpkg-architecture "-t${CMAKE_LIBRARY_ARCHITECTURE}" -qDEB_HOST_ARCH
                    OUTPUT_VARIABLE CPACK_DEBIAN_PACKAGE_ARCHITECTURE OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
set(CPACK_VMMETRICS_BUILD "${PROJECT_BINARY_DIR}")
set(CPACK_VMMETRICS_LIBDIR "${CMAKE_INSTALL_LIBDIR}")
set(CPACK_VMMETRICS_MULTIARCH "${VMMETRICS_MULTIARCH}")

set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_COMPRESSION_TYPE xz)
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_PACKAGE_LICENSE MIT)
set(CPACK_PACKAGE_RELOCATABLE OFF)
if(TARGET vmmetrics)
    set(CPACK_RPM_MAIN_COMPONENT runtime)
endif()
set(CPACK_RPM_PACKAGE_ARCHITECTURE "${CMAKE_SYSTEM_PROCESSOR}")
# The same bytes on each machine and at each time: stage.cmake sets SOURCE_DATE_EPOCH.
set(CPACK_RPM_SPEC_MORE_DEFINE "%define _buildhost localhost
%define use_source_date_epoch_as_buildtime 1
%define clamp_mtime_to_source_date_epoch 1
%define _build_id_links none")
# Directories of the system, which other packages have too.
foreach(folder IN ITEMS share/bash-completion share/bash-completion/completions share/zsh share/zsh/site-functions share/fish
                        share/fish/vendor_completions.d share/licenses share/man share/man/man1 share/man/man3
                        lib/systemd lib/systemd/system "${CMAKE_INSTALL_LIBDIR}" "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
                        "${CMAKE_INSTALL_LIBDIR}/cmake")
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION "/usr/${folder}")
endforeach()

# A package: its component, its names in Debian and Fedora, its section in Debian, what it is, and what it has.
set(about "
The library reads the bytes of kernel files such as /proc/stat, of statvfs and
of hypervisors' answers, and returns plain structs and rates. It opens no file,
allocates nothing and keeps no state.")
macro(vmm_package component deb rpm section summary has)
    string(TOUPPER ${component} _name)
    set(CPACK_DEBIAN_${_name}_PACKAGE_NAME ${deb})
    set(CPACK_DEBIAN_${_name}_PACKAGE_SECTION ${section})
    set(CPACK_DEBIAN_${_name}_DESCRIPTION "metrics of virtual machines - ${summary}${about}\n.\n${has}")
    set(CPACK_RPM_${_name}_PACKAGE_NAME ${rpm})
    set(CPACK_RPM_${_name}_PACKAGE_SUMMARY "Metrics of virtual machines - ${summary}")
    string(REGEX REPLACE "^\n" "" _text "${about}\n\n${has}")
    set(CPACK_RPM_${_name}_PACKAGE_DESCRIPTION "${_text}")
    set(CPACK_RPM_${_name}_USER_FILELIST "%license /usr/share/licenses/${rpm}/LICENSE")
endmacro()
vmm_package(runtime ${library} libvmmetrics libs "shared library"
            "This package has the shared library.")
vmm_package(development libvmmetrics-dev libvmmetrics-devel libdevel "development files"
            "This package has the headers, the static library, the files for pkg-config and
CMake, and the manual pages of the functions.")
vmm_package(documentation libvmmetrics-doc libvmmetrics-doc doc "manual"
            "This package has the manual as HTML, with a table of every member of every
record.")
vmm_package(guest vmmetrics-guest vmmetrics-guest utils "helper inside a machine"
            "This package has vmmetrics-guest, which runs inside a virtual machine and
prints its CPU time, memory, file systems, disks and network. It needs the C
library only.")
vmm_package(tools vmmetrics-tools vmmetrics-tools utils "programs of the host"
            "This package has vmmetrics-host, which measures virtual machines from outside,${top}
vmmetrics-two-tier, which puts the lines of host and guest side by side, and
vmmetrics-parse, which prints what the library sees.")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA "${made}/symbols;${made}/shlibs;${packaging}/debian/triggers")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${same_deb}")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS libvmmetrics-doc)
set(CPACK_DEBIAN_DOCUMENTATION_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SUGGESTS vmmetrics-guest)
set(CPACK_RPM_DEVELOPMENT_PACKAGE_REQUIRES "${same_rpm}")
# rpmbuild adds the last two by itself only where libdir is its own.
set(CPACK_RPM_DEVELOPMENT_PACKAGE_PROVIDES "libvmmetrics-static = ${PROJECT_VERSION}-1, pkgconfig(vmmetrics) = ${PROJECT_VERSION}, \
cmake(vmmetrics) = ${PROJECT_VERSION}")
set(CPACK_RPM_DOCUMENTATION_PACKAGE_ARCHITECTURE noarch)

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
configure_file("${packaging}/debian/changelog.in" "${made}/changelog" @ONLY)
set(CPACK_VMMETRICS_BINDIR "${CMAKE_INSTALL_FULL_BINDIR}")
set(CPACK_VMMETRICS_DATE "${VMMETRICS_DATE}")
set(CPACK_VMMETRICS_MADE "${made}")
set(CPACK_VMMETRICS_MANUAL "${PROJECT_BINARY_DIR}/docs/html/index.html")
set(CPACK_VMMETRICS_SOURCE "${PROJECT_SOURCE_DIR}")

include(CPack)

add_custom_target(dist COMMAND "${packaging}/dist" "${PROJECT_BINARY_DIR}" VERBATIM)
add_custom_target(one-file COMMAND python3 -B "${packaging}/one_file.py" "${PROJECT_BINARY_DIR}" VERBATIM)
