# SPDX-License-Identifier: GPL-3.0-or-later
#
# The window, with real keys and clicks, on a real sandbox server in the same process.

foreach(name story faults apps news manyapps accounts versions credentials teams)
    gatehouse_test(ui ui_${name} gatehouse_ui gatehouse_sandbox Qt6::Widgets Qt6::Network)
endforeach()

foreach(name story versions credentials teams)
    gatehouse_test_on_postgresql(ui ui_${name})
endforeach()
