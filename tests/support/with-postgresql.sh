#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-postgresql.sh COMMAND [ARG...]
#
# Runs COMMAND with a PostgreSQL of its own, then ends and removes all of it. GATEHOUSE_TEST_DATABASE holds its
# address for the tests, GATEHOUSE_TEST_POSTGRESQL_PID the server's process. Gives back the status of COMMAND, or
# 97 when PostgreSQL did not come up.
# It answers on a Unix socket, and with POSTGRESQL_LOOPBACK=1 also on a free port of 127.0.0.1, which is the port in
# the address.
set -euo pipefail
(($# > 0)) || { printf 'usage: with-postgresql.sh COMMAND [ARG...]\n' >&2; exit 2; }
. "$(dirname "${BASH_SOURCE[0]}")/world.sh"

failed() {
    printf 'with-postgresql.sh: %s\n' "$1" >&2
    [[ ! -s $world_home/log ]] || tail -n 20 "$world_home/log" >&2
    exit 97
}

world_home=$(mktemp -d /tmp/gatehouse-pg.XXXXXX)
programs=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
[[ -x $programs/postgres ]] || failed 'PostgreSQL is not installed'

# PostgreSQL refuses to run as root: the user that its package brings takes over.
as_other=()
if ((EUID == 0)); then
    as_other=(setpriv --reuid=postgres --regid=postgres --clear-groups --reset-env)
    chown postgres "$world_home"
fi

umask 077
cd "$world_home"
"${as_other[@]}" "$programs/initdb" --pgdata="$world_home/data" --username=gatehouse --auth=trust --encoding=UTF8 \
    --locale=C.UTF-8 --no-sync --no-instructions >"$world_home/log" 2>&1 || failed 'initdb failed'

port=5432
listen=(-c listen_addresses=)
if [[ -n ${POSTGRESQL_LOOPBACK:-} ]]; then
    port=$(/usr/bin/python3 -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])')
    listen=(-c listen_addresses=127.0.0.1 -p "$port")
fi
# All of it is thrown away afterwards, so nothing has to reach the disk.
start "${as_other[@]}" "$programs/postgres" -D "$world_home/data" -k "$world_home" "${listen[@]}" -c fsync=off \
    -c full_page_writes=off -c shared_buffers=32MB -c max_connections=60 >>"$world_home/log" 2>&1
pid=${started[-1]}
for _ in {1..300}; do
    kill -0 "$pid" 2>/dev/null || failed 'PostgreSQL ended'
    ! "$programs/pg_isready" -q -h "$world_home" -p "$port" -U gatehouse -d postgres || break
    sleep 0.1
done
"$programs/pg_isready" -q -h "$world_home" -p "$port" -U gatehouse -d postgres || failed 'PostgreSQL does not answer'

cd "$OLDPWD"
export GATEHOUSE_TEST_DATABASE="postgresql:///postgres?host=$world_home&port=$port&user=gatehouse"
export GATEHOUSE_TEST_POSTGRESQL_PID=$pid
run_in_world "$@"
