# SPDX-License-Identifier: GPL-3.0-or-later
#
# The vault against a real keyring on a bus of its own: unlocked, locked, frozen, killed, damaged, absent.

function(gatehouse_keychain_test name program)
    add_test(NAME keychain.${name} COMMAND ${ARGN} $<TARGET_FILE:${program}>)
    set_tests_properties(keychain.${name} PROPERTIES LABELS keychain TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;ASAN_OPTIONS=detect_leaks=0;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()

foreach(program keychain_vault keychain_missing)
    qt_add_executable(${program} ${CMAKE_CURRENT_SOURCE_DIR}/keychain/${program}.cpp)
    set_target_properties(${program} PROPERTIES AUTOMOC ON)
    target_link_libraries(${program} PRIVATE gatehouse_common gatehouse_app Qt6::Test Qt6::DBus)
endforeach()

set(with_keyring ${CMAKE_CURRENT_SOURCE_DIR}/support/with-keyring.sh)
set(without ${CMAKE_CURRENT_SOURCE_DIR}/keychain/without.sh)

gatehouse_keychain_test(vault keychain_vault ${with_keyring})
foreach(thing bus answer service collection)
    gatehouse_keychain_test(without_${thing} keychain_missing ${without} ${thing})
endforeach()
gatehouse_keychain_test(without_glib keychain_missing ${with_keyring} env QT_NO_GLIB=1)

# The whole story of a secret, with the model on a real sandbox and a real keyring.
qt_add_executable(keychain_story ${CMAKE_CURRENT_SOURCE_DIR}/keychain/keychain_story.cpp)
set_target_properties(keychain_story PROPERTIES AUTOMOC ON)
target_link_libraries(keychain_story PRIVATE gatehouse_common gatehouse_app gatehouse_sandbox Qt6::Test Qt6::Network)
gatehouse_keychain_test(story keychain_story ${with_keyring})
