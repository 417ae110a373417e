#!/usr/bin/env bash
# Starts the built product as a user would and looks at it from outside.
#   run.sh PROGRAM_FOLDER REPORT_FOLDER
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# The distribution's own Python: pyatspi belongs to it.
exec "$here/../display.sh" /usr/bin/python3 -B "$here/product_test.py" "$@"
