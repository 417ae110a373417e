#!/usr/bin/env bash
# Starts the built product as a user would and looks at it from outside: on a virtual display, through the accessibility bus.
#   run.sh PROGRAM_FOLDER REPORT_FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [[ -z ${PRODUCT_TESTS_INSIDE:-} ]]; then
	PRODUCT_TESTS_INSIDE=1 exec xvfb-run -a -s '-screen 0 1440x900x24' dbus-run-session -- "$here/run.sh" "$@"
fi
export GTK_MODULES=gail:atk-bridge NO_AT_BRIDGE=0 GDK_BACKEND=x11 GIO_USE_VFS=local LC_ALL=C.UTF-8
openbox >/dev/null 2>&1 &
manager=$!
trap 'kill $manager 2>/dev/null || true' EXIT
# The distribution's own Python: pyatspi belongs to it.
/usr/bin/python3 -B "$here/product_test.py" "$@"
