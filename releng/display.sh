#!/usr/bin/env bash
# Runs a command on a display of its own, with a session bus, the accessibility bus and a window manager, so that a program can be looked at from outside.
#   display.sh COMMAND…
set -euo pipefail
if [[ -z ${LIANSHEN_OWN_DISPLAY:-} ]]; then
	LIANSHEN_OWN_DISPLAY=1 exec xvfb-run -a -s '-screen 0 1440x900x24' dbus-run-session -- "${BASH_SOURCE[0]}" "$@"
fi
export GTK_MODULES=gail:atk-bridge NO_AT_BRIDGE=0 GDK_BACKEND=x11 GIO_USE_VFS=local LC_ALL=C.UTF-8
openbox >/dev/null 2>&1 &
manager=$!
trap 'kill $manager 2>/dev/null || true' EXIT
"$@"
