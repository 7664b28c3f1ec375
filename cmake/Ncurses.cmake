# SPDX-License-Identifier: MIT
# The target vmmetrics_ncurses: ncurses with wide characters, if this compiler can use it. The system's ncurses is neither
# for static programs nor for programs of another machine.
if(CMAKE_CROSSCOMPILING OR CMAKE_EXE_LINKER_FLAGS MATCHES "-static")
    return()
endif()
set(CURSES_NEED_NCURSES TRUE)
set(CURSES_NEED_WIDE TRUE)
find_package(Curses QUIET)
if(NOT CURSES_FOUND)
    return()
endif()

include(CheckCSourceCompiles)
include(CMakePushCheckState)
cmake_push_check_state(RESET)
set(CMAKE_REQUIRED_INCLUDES ${CURSES_INCLUDE_DIRS})
set(CMAKE_REQUIRED_LIBRARIES ${CURSES_LIBRARIES})
set(CMAKE_REQUIRED_FLAGS "${CURSES_CFLAGS}")
check_c_source_compiles(
    "#define _GNU_SOURCE
    #include <curses.h>
    #include <term.h>
    int main(void)
    {
        cchar_t cell;
        return setcchar(&cell, L\"x\", A_BOLD, 0, 0) + set_escdelay(1) + (cursor_address == 0) + resizeterm(1, 1);
    }"
    VMMETRICS_HAS_NCURSES)
cmake_pop_check_state()
if(VMMETRICS_HAS_NCURSES)
    add_library(vmmetrics_ncurses INTERFACE)
    target_include_directories(vmmetrics_ncurses SYSTEM INTERFACE ${CURSES_INCLUDE_DIRS})
    target_link_libraries(vmmetrics_ncurses INTERFACE ${CURSES_LIBRARIES})
    # So that the headers of ncurses always declare wide characters.
    target_compile_definitions(vmmetrics_ncurses INTERFACE NCURSES_WIDECHAR=1)
endif()
