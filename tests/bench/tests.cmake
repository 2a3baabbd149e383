# SPDX-License-Identifier: GPL-3.0-or-later
#
# Not a test: what ./dev bench compares with. Built only when asked for by name.

qt_add_executable(emptywindow EXCLUDE_FROM_ALL bench/emptywindow.cpp)
target_link_libraries(emptywindow PRIVATE gatehouse_common Qt6::Widgets)
