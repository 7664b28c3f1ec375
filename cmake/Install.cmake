# SPDX-License-Identifier: MIT
# What is installed: headers, both libraries, the pkg-config file and the CMake package. All of it still works after the
# prefix was moved. The helper programs, and manual pages of them and of the functions, are installed by examples and docs.
# Components: runtime, development, documentation, guest, tools, and license, which packages have in another form.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/vmmetrics" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        COMPONENT development FILES_MATCHING PATTERN "*.h")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT license)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/vmmetrics-config-version.cmake" COMPATIBILITY SameMajorVersion)

# The libraries, and the files by which pkg-config and CMake find them. They have relative paths, so they belong to one
# libdir. Those of a suffix are installed only where their components, such as runtime_SUFFIX, are asked for.
function(vmm_install_libraries libdir suffix)
    set(made "${PROJECT_BINARY_DIR}")
    set(only "")
    if(suffix)
        set(made "${PROJECT_BINARY_DIR}/install${suffix}")
        set(only EXCLUDE_FROM_ALL)
    endif()
    set(runtime "runtime${suffix}")
    set(development "development${suffix}")
    set(package_dir "${libdir}/cmake/vmmetrics")
    set(targets vmmetrics_static)
    if(TARGET vmmetrics)
        list(APPEND targets vmmetrics)
    endif()
    install(TARGETS ${targets} EXPORT "vmmetrics${suffix}"
            LIBRARY DESTINATION "${libdir}" COMPONENT ${runtime} NAMELINK_COMPONENT ${development} ${only}
            RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT ${runtime} ${only}
            ARCHIVE DESTINATION "${libdir}" COMPONENT ${development} ${only}
            INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
    install(EXPORT "vmmetrics${suffix}" NAMESPACE vmmetrics:: FILE vmmetrics-targets.cmake DESTINATION "${package_dir}"
            COMPONENT ${development} ${only})
    configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/vmmetrics-config.cmake.in" "${made}/vmmetrics-config.cmake"
                                  INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO)
    install(FILES "${made}/vmmetrics-config.cmake" "${PROJECT_BINARY_DIR}/vmmetrics-config-version.cmake"
            DESTINATION "${package_dir}" COMPONENT ${development} ${only})

    # The relative path from the pkg-config file to the prefix. If a directory was given as an absolute path, there is no
    # relative path, and the paths stay absolute.
    if(IS_ABSOLUTE "${libdir}" OR IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
        set(pc_prefix "${CMAKE_INSTALL_PREFIX}")
        set(pc_libdir "${CMAKE_INSTALL_FULL_LIBDIR}")
        set(pc_includedir "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
    else()
        file(RELATIVE_PATH way_back "/${libdir}/pkgconfig" "/")
        string(REGEX REPLACE "/$" "" way_back "${way_back}")
        set(pc_prefix "\${pcfiledir}/${way_back}")
        set(pc_libdir "\${prefix}/${libdir}")
        set(pc_includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
    endif()
    configure_file("${PROJECT_SOURCE_DIR}/cmake/vmmetrics.pc.in" "${made}/vmmetrics.pc" @ONLY)
    install(FILES "${made}/vmmetrics.pc" DESTINATION "${libdir}/pkgconfig" COMPONENT ${development} ${only})
endfunction()

vmm_install_libraries("${CMAKE_INSTALL_LIBDIR}" "")
# Debian's packages have the libraries in a directory of the architecture, whatever the prefix of the build is.
set(VMMETRICS_MULTIARCH "")
if(CMAKE_LIBRARY_ARCHITECTURE)
    set(VMMETRICS_MULTIARCH "lib/${CMAKE_LIBRARY_ARCHITECTURE}")
    vmm_install_libraries("${VMMETRICS_MULTIARCH}" "_multiarch")
endif()
