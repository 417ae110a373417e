#!/usr/bin/env bash
# The command line from a checkout: builds what is missing, then runs it. Standard output is the program's alone.
#   releng/lianshen.sh --help
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
find_java
want fonts-noto-cjk
build
exec "$program/lianshenc" "$@"
