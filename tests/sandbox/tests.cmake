# SPDX-License-Identifier: GPL-3.0-or-later
#
# The local platform, asked over the wire.

foreach(name sandbox_story sandbox_passwords sandbox_fields sandbox_access sandbox_wire sandbox_mail
        sandbox_openapi sandbox_states sandbox_operations
        sandbox_tenantcalls sandbox_versions sandbox_program)
    gatehouse_test(sandbox ${name} gatehouse_sandbox Qt6::Network)
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/caller.h)
    if(NOT name STREQUAL sandbox_program)
        gatehouse_test_on_postgresql(sandbox ${name})
    endif()
endforeach()
target_sources(sandbox_openapi PRIVATE ${CMAKE_CURRENT_LIST_DIR}/witness.h)
foreach(name sandbox_openapi sandbox_states sandbox_operations sandbox_tenantcalls sandbox_versions)
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/stage.h)
endforeach()
foreach(name sandbox_mail sandbox_program)
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/mailserver.h)
    target_compile_definitions(${name} PRIVATE SMTP_SERVER="${CMAKE_CURRENT_LIST_DIR}/../support/smtpserver.py")
endforeach()
add_dependencies(sandbox_program gatehouse-sandbox)
target_compile_definitions(sandbox_program PRIVATE SANDBOX_PROGRAM="$<TARGET_FILE:gatehouse-sandbox>")

# Two servers on one PostgreSQL.
qt_add_executable(sandbox_postgres ${CMAKE_CURRENT_LIST_DIR}/sandbox_postgres.cpp ${CMAKE_CURRENT_LIST_DIR}/caller.h
    ${CMAKE_CURRENT_LIST_DIR}/crowd.h ${CMAKE_CURRENT_LIST_DIR}/mailserver.h)
set_target_properties(sandbox_postgres PROPERTIES AUTOMOC ON)
target_link_libraries(sandbox_postgres PRIVATE gatehouse_common Qt6::Test gatehouse_sandbox Qt6::Network)
target_compile_definitions(sandbox_postgres PRIVATE SANDBOX_PROGRAM="$<TARGET_FILE:gatehouse-sandbox>"
    SMTP_SERVER="${CMAKE_CURRENT_LIST_DIR}/../support/smtpserver.py")
add_dependencies(sandbox_postgres gatehouse-sandbox)
gatehouse_test_on_postgresql(sandbox sandbox_postgres)
set_property(TEST sandbox.sandbox_postgres.postgresql APPEND PROPERTY ENVIRONMENT POSTGRESQL_LOOPBACK=1)
target_link_libraries(sandbox_tenantcalls PRIVATE OpenSSL::Crypto)

# inTandem, over the wire.
foreach(name intandem_rows intandem_oauth intandem_apps intandem_tokens intandem_reads intandem_wire)
    gatehouse_test(sandbox ${name} gatehouse_sandbox Qt6::Network)
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/caller.h ${CMAKE_CURRENT_LIST_DIR}/intandemworld.h)
    gatehouse_test_on_postgresql(sandbox ${name})
endforeach()
