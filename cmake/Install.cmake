# SPDX-License-Identifier: MIT
# What is installed: headers, both libraries, the pkg-config file and the CMake package. All of it still works after the
# prefix was moved. The helper programs, and manual pages of them and of the functions, are installed by examples and docs.
# Components: runtime, development, documentation, tools, and license, which Debian's packages have in another form.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/vmmetrics")
set(targets vmmetrics_static)
if(TARGET vmmetrics)
    list(APPEND targets vmmetrics)
endif()

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/vmmetrics" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        COMPONENT development FILES_MATCHING PATTERN "*.h")
install(TARGETS ${targets} EXPORT vmmetrics
        LIBRARY COMPONENT runtime NAMELINK_COMPONENT development
        RUNTIME COMPONENT runtime
        ARCHIVE COMPONENT development
        INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT vmmetrics NAMESPACE vmmetrics:: FILE vmmetrics-targets.cmake DESTINATION "${package_dir}"
        COMPONENT development)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT license)

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/vmmetrics-config.cmake.in"
                              "${PROJECT_BINARY_DIR}/vmmetrics-config.cmake" INSTALL_DESTINATION "${package_dir}"
                              NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/vmmetrics-config-version.cmake" COMPATIBILITY SameMajorVersion)
install(FILES "${PROJECT_BINARY_DIR}/vmmetrics-config.cmake" "${PROJECT_BINARY_DIR}/vmmetrics-config-version.cmake"
        DESTINATION "${package_dir}" COMPONENT development)

# The relative path from the pkg-config file to the prefix. If a directory was given as an absolute path, there is no
# relative path, and the paths stay absolute.
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}" OR IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
    set(pc_prefix "${CMAKE_INSTALL_PREFIX}")
    set(pc_libdir "${CMAKE_INSTALL_FULL_LIBDIR}")
    set(pc_includedir "${CMAKE_INSTALL_FULL_INCLUDEDIR}")
else()
    file(RELATIVE_PATH way_back "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
    string(REGEX REPLACE "/$" "" way_back "${way_back}")
    set(pc_prefix "\${pcfiledir}/${way_back}")
    set(pc_libdir "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
    set(pc_includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
configure_file("${PROJECT_SOURCE_DIR}/cmake/vmmetrics.pc.in" "${PROJECT_BINARY_DIR}/vmmetrics.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/vmmetrics.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
        COMPONENT development)
