# SPDX-License-Identifier: GPL-3.0-or-later
#
# The furniture of the window: colours, icons, controls. One program a subject.

foreach(subject palette icons otpfield secretfield formview statuschip versionwidgets)
    gatehouse_test(unit ui_${subject} gatehouse_ui Qt6::Widgets)
endforeach()
