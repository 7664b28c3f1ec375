# SPDX-License-Identifier: MIT
# What packages need beyond the usual installation. CPack runs this file when the files of each component are in a folder
# with the name of the component, or those of an archive in one folder, before it packs them; it reads the variables that are
# set here.
cmake_minimum_required(VERSION 3.25)
# The time in the packages.
set(ENV{SOURCE_DATE_EPOCH} "${CPACK_VMMETRICS_DATE}")
set(debian "${CPACK_VMMETRICS_SOURCE}/cmake/packaging/debian")

function(run)
    execute_process(COMMAND ${ARGN} OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
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
    # It warns of each file because the file is not below debian/.
    execute_process(COMMAND dpkg-shlibdeps --ignore-missing-info --warnings=0 -O ${files} WORKING_DIRECTORY "${work}"
                    OUTPUT_VARIABLE said ERROR_VARIABLE warnings RESULT_VARIABLE result)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "dpkg-shlibdeps ended with ${result}:\n${warnings}")
    endif()
    string(REGEX REPLACE "^shlibs:Depends=|\n" "" said "${said}")
    set(${out} "${said}" PARENT_SCOPE)
endfunction()

# Both kinds of packages: each file where the distribution wants it.
macro(stage_component component folder)
    string(TOUPPER ${component} COMPONENT)
    set(package "${CPACK_${kind}_${COMPONENT}_PACKAGE_NAME}")
    set(doc "${folder}/usr/share/doc/${package}")
    if("${component}" STREQUAL "documentation")
        file(MAKE_DIRECTORY "${doc}")
        file(RENAME "${folder}/usr/share/doc/vmmetrics/html" "${doc}/html")
        file(REMOVE_RECURSE "${folder}/usr/share/doc/vmmetrics")
    endif()
    # The prefix of a package may be another one than that of the build.
    file(GLOB units "${folder}/usr/lib/systemd/system/*.service")
    foreach(unit IN LISTS units)
        file(READ "${unit}" text)
        string(REPLACE "ExecStart=${CPACK_VMMETRICS_BINDIR}/" "ExecStart=/usr/bin/" text "${text}")
        file(WRITE "${unit}" "${text}")
    endforeach()
    file(GLOB_RECURSE pages "${folder}/usr/share/man/*.[13]")
    if(pages)
        run(gzip -9n ${pages})
    endif()
endmacro()

macro(stage_debian component folder)
    if("${component}" MATCHES "^(runtime|development)$" AND CPACK_VMMETRICS_MULTIARCH
       AND NOT CPACK_VMMETRICS_LIBDIR STREQUAL CPACK_VMMETRICS_MULTIARCH)
        file(REMOVE_RECURSE "${folder}/usr/${CPACK_VMMETRICS_LIBDIR}")
        run("${CMAKE_COMMAND}" -E env --unset=DESTDIR "${CMAKE_COMMAND}" --install "${CPACK_VMMETRICS_BUILD}" --strip
            --component ${component}_multiarch --prefix "${folder}/usr")
    endif()
    if("${component}" STREQUAL "documentation")
        configure_file("${debian}/${package}.doc-base" "${folder}/usr/share/doc-base/${package}.libvmmetrics" COPYONLY)
        configure_file("${debian}/${package}.lintian-overrides" "${folder}/usr/share/lintian/overrides/${package}" COPYONLY)
    endif()
    if(EXISTS "${folder}/usr/share/zsh/site-functions")
        # Where Debian's zsh looks for completions of packages.
        file(RENAME "${folder}/usr/share/zsh/site-functions" "${folder}/usr/share/zsh/vendor-completions")
    endif()
    # What the manual has of others has its own paragraphs.
    set(others "")
    if(EXISTS "${debian}/${package}.copyright")
        file(READ "${debian}/${package}.copyright" others)
    endif()
    file(WRITE "${doc}/copyright" "${copyright}${others}\nLicense: Expat\n ${license}\n")
    configure_file("${CPACK_VMMETRICS_MADE}/changelog" "${doc}/changelog.Debian" COPYONLY)
    configure_file("${CPACK_VMMETRICS_SOURCE}/CHANGELOG.md" "${doc}/changelog" COPYONLY)
    run(gzip -9n "${doc}/changelog" "${doc}/changelog.Debian")

    if("${component}" MATCHES "^(runtime|guest|tools)$")
        needs(depends "${folder}")
        list(APPEND depends ${CPACK_DEBIAN_${COMPONENT}_PACKAGE_DEPENDS})
        list(JOIN depends ", " CPACK_DEBIAN_${COMPONENT}_PACKAGE_DEPENDS)
    endif()
    set(multiarch same)
    if("${component}" MATCHES "^(documentation|guest|tools)$")
        set(multiarch foreign)
    endif()
    # CMake has a variable for the field since 3.31; before that, the field can be added to the text of another field.
    if(CMAKE_VERSION VERSION_LESS 3.31)
        string(APPEND CPACK_DEBIAN_${COMPONENT}_PACKAGE_SECTION "\nMulti-Arch: ${multiarch}")
    else()
        set(CPACK_DEBIAN_${COMPONENT}_PACKAGE_MULTIARCH ${multiarch})
    endif()
endmacro()

if(CPACK_GENERATOR MATCHES "^(DEB|RPM)$")
    set(kind ${CPACK_GENERATOR})
    string(REPLACE DEB DEBIAN kind ${kind})
    foreach(component IN LISTS CPACK_COMPONENTS_ALL)
        set(folder "${CPACK_TEMPORARY_DIRECTORY}/${component}")
        stage_component(${component} "${folder}")
        if(CPACK_GENERATOR STREQUAL "DEB")
            stage_debian(${component} "${folder}")
        else()
            configure_file("${CPACK_VMMETRICS_SOURCE}/LICENSE" "${folder}/usr/share/licenses/${package}/LICENSE" COPYONLY)
        endif()
        file(GLOB_RECURSE archives "${folder}/usr/lib*/*.a")
        if(archives)
            run(strip --strip-debug --enable-deterministic-archives ${archives})
        endif()
    endforeach()
endif()

if(CPACK_GENERATOR STREQUAL "RPM")
    # rpmbuild looks for what a library needs and provides only where it may be executed.
    file(GLOB_RECURSE libraries "${CPACK_TEMPORARY_DIRECTORY}/*.so.*")
    run(chmod a+x ${libraries})
endif()

# The same modes and times for every user and time of the build.
run(chmod -R u=rwX,go=rX "${CPACK_TEMPORARY_DIRECTORY}")
run(find "${CPACK_TEMPORARY_DIRECTORY}" -exec touch -h -d "@${CPACK_VMMETRICS_DATE}" "{}" +)
