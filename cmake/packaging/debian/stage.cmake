# SPDX-License-Identifier: MIT
# What Debian's packages need beyond the usual installation. CPack runs this file when the files of each component are in a
# folder with the name of the component, before it packs them; it reads the variables that are set here.
cmake_minimum_required(VERSION 3.25)
# The time in the packages' archives.
set(ENV{SOURCE_DATE_EPOCH} "${CPACK_VMMETRICS_DATE}")
set(debian "${CPACK_VMMETRICS_SOURCE}/cmake/packaging/debian")

function(run)
    execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# The license in Debian's form: its first two lines are the name and the holders.
file(READ "${CPACK_VMMETRICS_SOURCE}/LICENSE" license)
string(REGEX REPLACE "^.*\n(Permission is)" "\\1" license "${license}")
string(REGEX REPLACE "\n\n" "\n.\n" license "${license}")
string(STRIP "${license}" license)
string(REGEX REPLACE "\n" "\n " license "${license}")
file(READ "${debian}/copyright" copyright)

# What a component's programs and libraries need, as dpkg-shlibdeps says. CPack could call it, but would then write scripts that
# call ldconfig, which is a trigger's task.
function(needs out folder)
    set(work "${CPACK_TEMPORARY_DIRECTORY}/shlibdeps")
    file(WRITE "${work}/debian/control" "Source: libvmmetrics\n\nPackage: libvmmetrics\nArchitecture: any\n")
    set(files "")
    file(GLOB_RECURSE found "${folder}/usr/bin/*" "${folder}/usr/lib/*.so.*")
    foreach(file IN LISTS found)
        file(READ "${file}" magic LIMIT 4 HEX)
        if(magic STREQUAL "7f454c46" AND NOT IS_SYMLINK "${file}")
            list(APPEND files "${file}")
        endif()
    endforeach()
    execute_process(COMMAND dpkg-shlibdeps --ignore-missing-info --warnings=0 -O ${files} WORKING_DIRECTORY "${work}"
                    OUTPUT_VARIABLE said COMMAND_ERROR_IS_FATAL ANY)
    string(REGEX REPLACE "^shlibs:Depends=|\n" "" said "${said}")
    set(${out} "${said}" PARENT_SCOPE)
endfunction()

foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} COMPONENT)
    set(package "${CPACK_DEBIAN_${COMPONENT}_PACKAGE_NAME}")
    set(folder "${CPACK_TEMPORARY_DIRECTORY}/${component}")
    set(doc "${folder}/usr/share/doc/${package}")

    if(component STREQUAL "documentation")
        file(MAKE_DIRECTORY "${doc}")
        file(RENAME "${folder}/usr/share/doc/vmmetrics/html" "${doc}/html")
        file(REMOVE_RECURSE "${folder}/usr/share/doc/vmmetrics")
        configure_file("${debian}/${package}.doc-base" "${folder}/usr/share/doc-base/${package}.libvmmetrics" COPYONLY)
        configure_file("${debian}/${package}.lintian-overrides" "${folder}/usr/share/lintian/overrides/${package}" COPYONLY)
    endif()
    if(component STREQUAL "tools")
        # Where Debian's zsh looks for completions of packages.
        file(RENAME "${folder}/usr/share/zsh/site-functions" "${folder}/usr/share/zsh/vendor-completions")
    endif()
    file(WRITE "${doc}/copyright" "${copyright} ${license}\n")
    configure_file("${CPACK_VMMETRICS_MADE}/changelog" "${doc}/changelog.Debian" COPYONLY)
    configure_file("${CPACK_VMMETRICS_SOURCE}/CHANGELOG.md" "${doc}/changelog" COPYONLY)
    file(GLOB_RECURSE texts "${folder}/usr/share/man/*.[13]" "${doc}/changelog" "${doc}/changelog.Debian")
    run(gzip -9n ${texts})
    file(GLOB_RECURSE archives "${folder}/usr/lib/*.a")
    if(archives)
        run(strip --strip-debug --enable-deterministic-archives ${archives})
    endif()

    if(component MATCHES "runtime|tools")
        needs(depends "${folder}")
        list(APPEND depends ${CPACK_DEBIAN_${COMPONENT}_PACKAGE_DEPENDS})
        list(JOIN depends ", " CPACK_DEBIAN_${COMPONENT}_PACKAGE_DEPENDS)
    endif()
    # CMake has a variable for the field since 3.31; before that, the field can be added to the text of another field.
    set(multiarch_runtime same)
    set(multiarch_development same)
    set(multiarch_documentation foreign)
    set(multiarch_tools foreign)
    if(CMAKE_VERSION VERSION_LESS 3.31)
        string(APPEND CPACK_DEBIAN_${COMPONENT}_PACKAGE_SECTION "\nMulti-Arch: ${multiarch_${component}}")
    else()
        set(CPACK_DEBIAN_${COMPONENT}_PACKAGE_MULTIARCH ${multiarch_${component}})
    endif()

    # The same modes and times for every user and time of the build.
    run(chmod -R u=rwX,go=rX "${folder}")
    run(find "${folder}" -exec touch -h -d "@${CPACK_VMMETRICS_DATE}" "{}" +)
endforeach()
