#!/usr/bin/env bash
# Builds everything from nothing, runs every test, then starts the built product and looks at it. Ends with "N passed, N failed".
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
need libgtk-3-0 fonts-noto-cjk xvfb xauth dbus openbox at-spi2-core python3 python3-pyatspi xdotool libreoffice-writer-nogui
find_java
find_maven

mkdir -p "$tools"
exec 9>"$tools/lock"
flock 9
rm -rf "$tools/built" "$root/releng/product-tests/target" "$root"/bundles/*/target/surefire-reports
now=$(state)
say "Building and testing (log: $tools/test.log)"
build_code=0
# A failed test does not stop the build: all of them are run and counted.
XDG_DATA_HOME=$tools/test-data XDG_CACHE_HOME=$tools/test-cache xvfb-run -a -s '-screen 0 1600x1000x24' dbus-run-session -- \
	bash -c 'source "$1"; mvn=$2; shift 2; run_maven "$@"' - "${BASH_SOURCE[0]%/*}/lib.sh" "$mvn" -fae -Dmaven.test.failure.ignore=true clean verify \
	>"$tools/test.log" 2>&1 </dev/null 9>&- || build_code=$?
if ((build_code)); then
	grep -a '^\[ERROR\]' "$tools/test.log" | grep -av 'osgi\.platform' | head -40
	say "The build failed; the whole log: $tools/test.log"
else
	echo "$now" >"$tools/built"
	say "Starting the product (log: $tools/product-test.log)"
	"$root/releng/product-tests/run.sh" "$program" "$root/releng/product-tests/target/surefire-reports" >"$tools/product-test.log" 2>&1 </dev/null 9>&- || build_code=$?
fi
exec 9>&-
python3 "$root/releng/report.py" "$root"/bundles/*/target/surefire-reports "$root"/releng/*/target/surefire-reports && exit $build_code
