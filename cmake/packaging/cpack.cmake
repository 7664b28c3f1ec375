# SPDX-License-Identifier: MIT
# CPack reads this file before it makes a kind of package, and takes the variables that are set here.

# The source archive has what `dist` takes.
if(NOT CPACK_INSTALL_CMAKE_PROJECTS)
    set(CPACK_INSTALLED_DIRECTORIES "")
    set(CPACK_INSTALL_SCRIPTS "${CPACK_VMMETRICS_SOURCE}/cmake/packaging/source.cmake")
    return()
endif()

if(NOT EXISTS "${CPACK_VMMETRICS_MANUAL}")
    list(REMOVE_ITEM CPACK_COMPONENTS_ALL documentation)
    list(APPEND CPACK_VMMETRICS_LEFT_OUT "libvmmetrics-doc (the target docs was not built)")
endif()
if(CPACK_VMMETRICS_LEFT_OUT)
    list(JOIN CPACK_VMMETRICS_LEFT_OUT ", " left_out)
    message(STATUS "Left out: ${left_out}")
endif()

set(CPACK_PRE_BUILD_SCRIPTS "${CPACK_VMMETRICS_SOURCE}/cmake/packaging/stage.cmake")
if(CPACK_GENERATOR MATCHES "^(DEB|RPM)$")
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
endif()
