#!/usr/bin/env bash
# Opens the workbench; on a machine without a display it runs the main job on the sample data instead.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
find_java
if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; then
	want fonts-noto-cjk
	build
	out=$(mktemp -d "${TMPDIR:-/tmp}/lianshen-demo.XXXXXX")
	say "这台机器没有显示器:不开窗口,改在示例数据上跑一遍主流程,结果放在 $out"
	say "No display here: running the main job on the sample data instead of opening a window; the results go to $out"
	exec "$program/lianshenc" demo --out "$out"
fi
need libgtk-3-0 fonts-noto-cjk
build
exec "$program/lianshen" "$@"
