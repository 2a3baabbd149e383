# SPDX-License-Identifier: GPL-3.0-or-later
#
# The local platform, asked over the wire.

foreach(name sandbox_story sandbox_passwords sandbox_fields sandbox_access sandbox_wire sandbox_program)
    gatehouse_test(sandbox ${name} gatehouse_sandbox Qt6::Network)
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/caller.h)
endforeach()
add_dependencies(sandbox_program gatehouse-sandbox)
target_compile_definitions(sandbox_program PRIVATE SANDBOX_PROGRAM="$<TARGET_FILE:gatehouse-sandbox>")
