# SPDX-License-Identifier: GPL-3.0-or-later
#
# The laws of the house as tests. Each script first proves on planted violations that it can fail.

find_program(PYTHON3 python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

function(gatehouse_rule name)
    add_test(NAME rules.${name}
        COMMAND ${PYTHON3} -B ${CMAKE_CURRENT_SOURCE_DIR}/rules/${name}.py ${ARGN})
    set_tests_properties(rules.${name} PROPERTIES LABELS rules TIMEOUT 120)
endfunction()

foreach(rule arrows coroutines forbidden translations secrecy lengths licence hygiene)
    gatehouse_rule(${rule})
endforeach()

set(programs)
foreach(program gatehouse gatehouse-cli gatehouse-sandbox)
    if(TARGET ${program})
        list(APPEND programs $<TARGET_FILE:${program}>)
    endif()
endforeach()
gatehouse_rule(packages ${CMAKE_BINARY_DIR} ${programs})
