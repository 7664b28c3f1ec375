# SPDX-License-Identifier: MIT
# The targets wasm, the library as vmmetrics.wasm, and npm and go, the packages that contain it. They are built
# only when they are asked for, and need clang and lld. VMMETRICS_WASM is the module; it is empty if it cannot be made.
set(VMMETRICS_WASM "")
if(CMAKE_CROSSCOMPILING)
    return()
endif()
find_package(Python3 COMPONENTS Interpreter QUIET)
find_program(VMMETRICS_WASM_CLANG NAMES clang)
find_program(VMMETRICS_WASM_LD NAMES wasm-ld)
mark_as_advanced(VMMETRICS_WASM_CLANG VMMETRICS_WASM_LD)
if(NOT Python3_FOUND OR NOT VMMETRICS_WASM_CLANG OR NOT VMMETRICS_WASM_LD)
    message(STATUS "WebAssembly is left out: it needs Python, clang and wasm-ld (packages python3, clang, lld)")
    return()
endif()

set(packaging "${PROJECT_SOURCE_DIR}/cmake/packaging")
file(GLOB library CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/lib/*/*.[ch]" "${PROJECT_SOURCE_DIR}/include/vmmetrics/*.h")
set(VMMETRICS_WASM "${PROJECT_BINARY_DIR}/wasm/vmmetrics.wasm")
add_custom_command(
    OUTPUT "${VMMETRICS_WASM}"
    COMMAND Python3::Interpreter -B "${packaging}/wasm.py" "${VMMETRICS_WASM}" "${VMMETRICS_WASM_CLANG}"
    DEPENDS "${packaging}/wasm.py" "${packaging}/one_file.py" "${packaging}/wasm/string.h" ${library}
    COMMENT "Writing vmmetrics.wasm")
add_custom_target(wasm DEPENDS "${VMMETRICS_WASM}")

set(binding "${PROJECT_SOURCE_DIR}/examples/bindings/typescript")
file(GLOB sources CONFIGURE_DEPENDS "${binding}/src/*" "${PROJECT_SOURCE_DIR}/lib/describe/*.py")
set(VMMETRICS_NPM "${PROJECT_BINARY_DIR}/npm")
add_custom_command(
    OUTPUT "${VMMETRICS_NPM}/package.json"
    COMMAND Python3::Interpreter -B "${binding}/build.py" "${VMMETRICS_NPM}" "${VMMETRICS_WASM}"
    DEPENDS "${VMMETRICS_WASM}" "${binding}/build.py" "${binding}/package.json" "${binding}/README.md" ${sources}
    COMMENT "Writing the npm package")
add_custom_target(npm DEPENDS "${VMMETRICS_NPM}/package.json")

set(binding "${PROJECT_SOURCE_DIR}/examples/bindings/go")
file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${binding}/*" "${PROJECT_SOURCE_DIR}/lib/describe/*.py")
set(VMMETRICS_GO "${PROJECT_BINARY_DIR}/go")
add_custom_command(
    OUTPUT "${VMMETRICS_GO}/module/calls.go"
    COMMAND Python3::Interpreter -B "${binding}/build.py" "${VMMETRICS_GO}" "${VMMETRICS_WASM}"
    DEPENDS "${VMMETRICS_WASM}" ${sources}
    COMMENT "Writing the Go module")
add_custom_target(go DEPENDS "${VMMETRICS_GO}/module/calls.go")
