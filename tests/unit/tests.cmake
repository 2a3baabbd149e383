# SPDX-License-Identifier: GPL-3.0-or-later
#
# The model, piece by piece: no server, no keychain, no display.

foreach(name async servertext secret formspec validators envelope store errortext remembered prettybody os1read os1versions os1teams journal)
    gatehouse_test(unit app_${name} gatehouse_app)
endforeach()
target_link_libraries(app_store PRIVATE Qt6::Sql)

foreach(name applist schedule)
    gatehouse_test(unit app_${name} gatehouse_app)
endforeach()

foreach(name httpclient os1wire os1proposed loopbackreceiver os1tenantcalls os1catalogue)
    gatehouse_test(unit app_${name} gatehouse_app Qt6::Network)
endforeach()

# Notifications, on a session bus of its own.
qt_add_executable(app_notifier ${CMAKE_CURRENT_SOURCE_DIR}/unit/app_notifier.cpp)
set_target_properties(app_notifier PROPERTIES AUTOMOC ON)
target_link_libraries(app_notifier PRIVATE gatehouse_common gatehouse_app Qt6::Test Qt6::DBus)
add_test(NAME unit.app_notifier COMMAND dbus-run-session -- $<TARGET_FILE:app_notifier>)
set_tests_properties(unit.app_notifier PROPERTIES LABELS unit TIMEOUT 300
    ENVIRONMENT "ASAN_OPTIONS=detect_leaks=0;UBSAN_OPTIONS=print_stacktrace=1")
