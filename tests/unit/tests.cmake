# SPDX-License-Identifier: GPL-3.0-or-later
#
# The model, piece by piece: no server, no keychain, no display.

foreach(name async servertext secret formspec validators envelope store errortext remembered os1read)
    gatehouse_test(unit app_${name} gatehouse_app)
endforeach()
target_link_libraries(app_store PRIVATE Qt6::Sql)

foreach(name httpclient os1wire)
    gatehouse_test(unit app_${name} gatehouse_app Qt6::Network)
endforeach()
