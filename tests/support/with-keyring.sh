#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-keyring.sh COMMAND [ARG...]
#
# Runs COMMAND in an empty home folder, on a session bus of its own with an unlocked gnome-keyring, then ends
# and removes all of it. Gives back the status of COMMAND, or 97 when the keyring did not come up.
# KEYRING_HOME=FOLDER keeps the folder for another run; KEYRING_PASSWORD=TEXT replaces the password "test".
set -euo pipefail
(($# > 0)) || { printf 'usage: with-keyring.sh COMMAND [ARG...]\n' >&2; exit 2; }
. "$(dirname "${BASH_SOURCE[0]}")/world.sh"

password=${KEYRING_PASSWORD-test}
unset KEYRING_PASSWORD
[[ -z ${KEYRING_HOME:-} ]] || mkdir -p "$KEYRING_HOME"
enter_world "${KEYRING_HOME:-}" || exit 97

keyring() { printf %s "$password" | exec gnome-keyring-daemon --foreground --unlock --components=secrets; }
start keyring >/dev/null 2>&1
# the daemon owns its name on the bus a little after it has started
gdbus wait --session --timeout 10 org.freedesktop.secrets || { printf 'with-keyring.sh: no keyring came up\n' >&2; exit 97; }
run_in_world "$@"
