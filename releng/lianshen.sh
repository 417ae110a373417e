#!/usr/bin/env bash
# The command line from a checkout: builds what is missing, then runs it. Standard output is the program's alone.
#   releng/lianshen.sh --help
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
find_java
want fonts-noto-cjk
if [[ ${1:-} == bench && ${2:-} == start ]]; then # looked at from outside, so not by the program
	need libgtk-3-0 xvfb xauth dbus openbox at-spi2-core python3 python3-pyatspi xdotool
	build
	exec "$root/releng/bench/start.sh" "$program" "${@:3}"
fi
if [[ ${1:-} == bench && ${2:-} == link ]]; then # compared with DuckDB, which the program itself never holds
	bring_peers
	export LIANSHEN_JARO_WINKLER="'$JAVA_HOME/bin/java' --enable-native-access=ALL-UNNAMED -cp '$peers/*' '$root/releng/bench/peers/JaroWinkler.java'"
fi
build
exec "$program/lianshenc" "$@"
