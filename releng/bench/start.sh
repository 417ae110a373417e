#!/usr/bin/env bash
# Seconds from the start of the process to a window that can be used, of the built program and of an empty e4 program on the same platform.
#   start.sh PROGRAM_FOLDER [ROUNDS]     JAVA_HOME names the Java for both, and the compiler of the empty one
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
exec "$here/../display.sh" /usr/bin/python3 -B "$here/start.py" "$@"
