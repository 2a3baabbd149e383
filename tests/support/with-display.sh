#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-display.sh COMMAND [ARG...]
#
# Runs COMMAND on an X server (Xvfb) with a window manager (openbox), in an empty home folder with a session
# bus, all of its own, then ends and removes all of it. For a keyring too:
#     with-keyring.sh with-display.sh COMMAND
# Gives back the status of COMMAND, or 97 when the display did not come up. DISPLAY_SIZE is 1400x1000.
set -euo pipefail
(($# > 0)) || { printf 'usage: with-display.sh COMMAND [ARG...]\n' >&2; exit 2; }
. "$(dirname "${BASH_SOURCE[0]}")/world.sh"

enter_world || exit 97
export XAUTHORITY=$world_home/xauthority
cookie=$(tr -d - </proc/sys/kernel/random/uuid)
touch "$XAUTHORITY"
# the server looks at the cookie only; the number is not known yet
xauth -q add :0 . "$cookie"
start_and_read number Xvfb -displayfd 3 -screen 0 "${DISPLAY_SIZE:-1400x1000}x24" -nolisten tcp -noreset \
    -auth "$XAUTHORITY" >/dev/null 2>&1 || { printf 'with-display.sh: Xvfb did not start\n' >&2; exit 97; }
xauth -q add ":$number" . "$cookie"
unset WAYLAND_DISPLAY
export DISPLAY=:$number QT_QPA_PLATFORM=xcb
start openbox >/dev/null 2>&1
for _ in {1..200}; do
    [[ $(xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null) != *'#'* ]] || run_in_world "$@"
    sleep 0.05
done
printf 'with-display.sh: no window manager came up\n' >&2
exit 97
