#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# without.sh WHAT COMMAND [ARG...]
#
# Runs COMMAND in a world of its own that lacks something that a keychain needs:
#     bus         no session bus
#     answer      the address of a bus that is gone
#     service     a bus that knows of no Secret Service
#     collection  a Secret Service in which nobody ever made a keyring
set -euo pipefail
(($# > 1)) || { printf 'usage: without.sh bus|answer|service|collection COMMAND [ARG...]\n' >&2; exit 2; }
. "$(dirname "${BASH_SOURCE[0]}")/../support/world.sh"

what=$1
shift
enter_world || exit 97
case $what in
bus)
    unset DBUS_SESSION_BUS_ADDRESS
    ;;
answer)
    export DBUS_SESSION_BUS_ADDRESS=unix:path=$world_home/gone
    ;;
service)
    cat >"$world_home/bare.conf" <<CONF
<busconfig><type>session</type><listen>unix:tmpdir=$world_home</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>
CONF
    start_and_read DBUS_SESSION_BUS_ADDRESS dbus-daemon --config-file="$world_home/bare.conf" --nofork --print-address=3 2>/dev/null || exit 97
    export DBUS_SESSION_BUS_ADDRESS
    ;;
collection) ;;
*)
    printf 'without.sh: without what?\n' >&2
    exit 2
    ;;
esac
run_in_world "$@"
