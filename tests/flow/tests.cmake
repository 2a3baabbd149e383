# SPDX-License-Identifier: GPL-3.0-or-later
#
# The model against a real sandbox server in the same process: what a person does, from sign-in to a credential, and what
# may go wrong on the way.

foreach(name story signin faults watcher accounts versions credentials calls teams)
    gatehouse_test(flow flow_${name} gatehouse_app gatehouse_sandbox Qt6::Network)
endforeach()

# What changes something on the platform, with the sandbox on a PostgreSQL as well.
foreach(name story signin versions credentials calls teams)
    gatehouse_test_on_postgresql(flow flow_${name})
endforeach()
