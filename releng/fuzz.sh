#!/usr/bin/env bash
# Feeds a reader of files from outside to the fuzzer for as long as one likes; keeps what it learned in releng/.tools/fuzz/READER and says what it found.
#   releng/fuzz.sh READER [SECONDS]     READER: xlsx xls csv budget ledger proposal-json proposal-sheet appraisal rule-pack pack-exchange package
# Ends with 0 where nothing was found; crash-…, timeout-… and oom-… in that folder are inputs to mend, then to keep as a line of cases.txt.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
reader=${1:-}
seconds=${2:-300}
[[ $reader =~ ^[a-z-]+$ && $seconds =~ ^[0-9]+$ ]] || give_up "releng/fuzz.sh READER [SECONDS]; see the head of the script."
find_java
build
find_maven
version=$(sed -n 's/.*<artifactId>jazzer<\/artifactId><version>\([^<]*\)<.*/\1/p' "$root/releng/org.lianshen.target/org.lianshen.target.target")
jars=$tools/jazzer-$version
if [[ ! -d $jars ]]; then
	scratch=$(mktemp -d)
	for artifact in jazzer jazzer-api; do # in a folder of its own: here .mvn would load extensions that this needs not
		(cd "$scratch" && "$mvn" -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="com.code-intelligence:$artifact:$version" -DoutputDirectory="$scratch/jars") \
			>"$tools/maven.log" 2>&1 </dev/null || give_up "Jazzer $version could not be brought; see $tools/maven.log."
	done
	mv "$scratch/jars" "$jars"
	rm -rf "$scratch"
fi
classes=$tools/fuzz-classes
sources=$root/bundles/org.lianshen.fuzz.tests/src
rm -rf "$classes"
mkdir -p "$classes/org/lianshen/fuzz" "$tools/fuzz/$reader"
path=$jars/*:$program/plugins/*
find "$sources" -name '*.java' ! -name '*Test.java' -print0 | xargs -0 "$JAVA_HOME/bin/javac" --release 21 -proc:none -nowarn -Xlint:-options -encoding UTF-8 -d "$classes" -cp "$path"
exec "$JAVA_HOME/bin/java" -cp "$classes:$path" org.lianshen.fuzz.FuzzRun "$reader" "$seconds" "$tools/fuzz/$reader"
