# SPDX-License-Identifier: GPL-3.0-or-later
#
# What with-keyring.sh and with-display.sh share: a world of their own for one command, and its end.
# shellcheck shell=bash

# A process group for each thing we start, so that its children end with it.
set -m
started=()
world_home=

start() {
    "$@" &
    started+=($!)
}

# Last started first. Asks first, and insists after five seconds: a keyring daemon that met a broken ring
# does not listen.
end_world() {
    # the shell would tell how each of them ended
    exec 2>/dev/null
    trap '' INT TERM HUP
    local i pid
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do
        pid=${started[i]}
        kill -- -"$pid" 2>/dev/null || continue
        for _ in {1..100}; do
            kill -0 -- -"$pid" 2>/dev/null || continue 2
            sleep 0.05
        done
        kill -KILL -- -"$pid" 2>/dev/null || true
    done
    [[ -z $world_home ]] || rm -rf "$world_home"
}

trap end_world EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# Starts COMMAND and reads the first line that it writes to its descriptor 3 into the variable NAME.
start_and_read() {
    local name=$1 line
    shift
    rm -f "$world_home/.line"
    mkfifo "$world_home/.line"
    # for reading and writing, so that neither end waits for the other to open it
    exec {line}<>"$world_home/.line"
    start "$@" 3>&"$line"
    # shellcheck disable=SC2229 # the variable that NAME names is what is read
    read -r -t 15 "$name" <&"$line" || return
    exec {line}>&-
}

# A home folder and a session bus, unless an outer script of ours has made them; in the folder FOLDER if given.
enter_world() {
    local home name
    world_home=$(mktemp -d)
    [[ -z ${GATEHOUSE_TEST_WORLD:-} || -n ${1:-} ]] || return 0
    home=${1:-$world_home}
    mkdir -p "$home"/{run,data,config,cache}
    chmod 700 "$home" "$home/run"
    # The names of a desktop would make QtKeychain and Qt look for that desktop's services.
    for name in XDG_CURRENT_DESKTOP XDG_SESSION_DESKTOP KDE_FULL_SESSION DESKTOP_SESSION XDG_SESSION_TYPE \
        GNOME_KEYRING_CONTROL AT_SPI_BUS_ADDRESS GATEHOUSE_HOME GATEHOUSE_PROFILE GATEHOUSE_VAULT; do
        unset "$name"
    done
    export LANG=C.UTF-8 HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data \
        XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache GATEHOUSE_TEST_WORLD=$home
    unset DBUS_SESSION_BUS_ADDRESS
    start_and_read DBUS_SESSION_BUS_ADDRESS dbus-daemon --session --nofork --print-address=3 2>/dev/null || return
    export DBUS_SESSION_BUS_ADDRESS
}

# Runs COMMAND and ends with its status.
run_in_world() {
    local status=0
    start "$@" <&0
    wait "${started[-1]}" || status=$?
    exit "$status"
}
