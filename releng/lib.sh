# What run.sh, test.sh and lianshen.sh share: the Java, the Maven and the packages they need, and the build. Sourced, not run.
# Everything it says goes to standard error: standard output belongs to the program.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=$root/releng/.tools
maven_version=3.9.11
program=$root/releng/org.lianshen.product/target/products/org.lianshen.product/linux/gtk/x86_64/lianshen

say() { printf '%s\n' "$*" >&2; }

give_up() { # one line that says what to do; 2 is "could not be done as asked" (command line contract)
	say "$*"
	exit 2
}

# --- packages -----------------------------------------------------------------------------------------------------------------------

have() { # is there what the Debian package $1 is wanted for?
	case $1 in
	libgtk-3-0) [[ $(/sbin/ldconfig -p) == *libgtk-3.so.0* ]] ;;
	fonts-noto-cjk) [[ -n $(fc-list :lang=zh-cn file 2>/dev/null || find /usr/share/fonts -iname '*cjk*' 2>/dev/null) ]] ;;
	dbus) command -v dbus-run-session >/dev/null ;;
	xvfb) command -v Xvfb >/dev/null && command -v xvfb-run >/dev/null ;;
	at-spi2-core) [[ -x /usr/libexec/at-spi-bus-launcher || -x /usr/lib/at-spi2-core/at-spi-bus-launcher ]] ;;
	python3-pyatspi) [[ -d /usr/lib/python3/dist-packages/pyatspi ]] ;;
	libreoffice-writer-nogui) command -v soffice >/dev/null ;;
	maven) command -v mvn >/dev/null ;;
	*) command -v "$1" >/dev/null ;;
	esac
}

want() { # the Debian packages named, where we may install; without them the program does less, and says so itself
	local package
	for package; do
		if ! have "$package"; then
			if ((EUID == 0)) && command -v apt-get >/dev/null; then need "$package"; else say "Not installed: $package. On Debian: sudo apt-get install $package"; fi
		fi
	done
}

need() { # the Debian packages named, installed where we may
	local missing=() package
	for package; do have "$package" || missing+=("$package"); done
	((${#missing[@]})) || return 0
	if ((EUID == 0)) && command -v apt-get >/dev/null; then
		say "Installing ${missing[*]} (log: $tools/apt.log)"
		mkdir -p "$tools"
		{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$tools/apt.log" 2>&1 </dev/null ||
			give_up "apt-get could not install ${missing[*]}; see $tools/apt.log."
	else
		give_up "Missing: ${missing[*]}. Install them, on Debian with: sudo apt-get install ${missing[*]}"
	fi
}

# --- Java and Maven -----------------------------------------------------------------------------------------------------------------

find_java() { # sets JAVA_HOME to a JDK of at least 21: the one named, the one on the path, an installed one
	local home version on_path
	on_path=$(command -v java || true)
	for home in "${JAVA_HOME:-}" "${on_path:+$(dirname "$(dirname "$(readlink -f "$on_path")")")}" /usr/lib/jvm/*; do
		[[ -n $home && -x $home/bin/javac ]] || continue
		version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release" 2>/dev/null || true)
		if ((${version:-0} >= 21)); then
			export JAVA_HOME=$home
			return
		fi
	done
	for version in 21 25; do
		if ((EUID == 0)) && apt-cache show "openjdk-$version-jdk-headless" >/dev/null 2>&1; then
			say "Installing openjdk-$version-jdk-headless (log: $tools/apt.log)"
			mkdir -p "$tools"
			DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "openjdk-$version-jdk-headless" >"$tools/apt.log" 2>&1 </dev/null || break
			JAVA_HOME=$(echo /usr/lib/jvm/java-"$version"-openjdk-*)
			export JAVA_HOME
			return
		fi
	done
	give_up "A JDK of version 21 or newer is needed: install one (package openjdk-21-jdk, or Temurin under /usr/lib/jvm) or set JAVA_HOME."
}

find_maven() { # sets mvn to a Maven of at least 3.9.9; an older one brings a newer one, as an artifact like any other
	mvn=$tools/apache-maven-$maven_version/bin/mvn
	[[ -x $mvn ]] && return
	need maven
	local version scratch
	version=$(JAVA_HOME=$JAVA_HOME mvn --version 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9.]*\).*$/\1/p' | head -1)
	if [[ $(printf '3.9.9\n%s\n' "$version" | sort -V | head -1) == 3.9.9 && $version == 3.* ]]; then
		mvn=$(command -v mvn)
		return
	fi
	say "Maven ${version:-unknown} is too old, bringing $maven_version"
	mkdir -p "$tools"
	# In a folder of its own: here .mvn would load extensions that the old Maven cannot run.
	scratch=$(mktemp -d)
	(cd "$scratch" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
		-Dartifact="org.apache.maven:apache-maven:$maven_version:zip:bin" -DoutputDirectory="$scratch/out") >"$tools/maven.log" 2>&1 </dev/null ||
		give_up "Maven $maven_version could not be brought; see $tools/maven.log."
	rm -rf "$tools/apache-maven-$maven_version"
	mv "$scratch/out/apache-maven-$maven_version" "$tools/"
	rm -rf "$scratch"
	chmod +x "$mvn"
}

# --- the build ----------------------------------------------------------------------------------------------------------------------

run_maven() { # with the time of the commit in place of the time of day, so that two builds of one commit give the same bytes
	local time=()
	if git -C "$root" rev-parse -q --verify HEAD >/dev/null 2>&1; then
		time=(
			"-Dproject.build.outputTimestamp=$(TZ=UTC git -C "$root" log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ)"
			"-DforceContextQualifier=$(TZ=UTC git -C "$root" log -1 --format=%cd --date=format-local:%Y%m%d%H%M)"
		)
	fi
	(cd "$root" && MAVEN_OPTS=${MAVEN_OPTS:--Xmx1500m} "$mvn" -B -ntp "${time[@]}" "$@")
}

bring_peers() { # sets peers to a folder with the libraries of releng/bench/peers/pom.xml
	peers=$tools/peers
	[[ -d $peers && $peers -nt $root/releng/bench/peers/pom.xml ]] && return
	find_maven
	say "Bringing what the program is compared with (log: $tools/peers.log)"
	mkdir -p "$tools"
	rm -rf "$peers"
	# From a folder of its own, so that the build's own .mvn has no say.
	local scratch
	scratch=$(mktemp -d)
	cp "$root/releng/bench/peers/pom.xml" "$scratch/"
	(cd "$scratch" && "$mvn" -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory="$scratch/lib") >"$tools/peers.log" 2>&1 </dev/null ||
		give_up "The libraries could not be brought; see $tools/peers.log."
	mv "$scratch/lib" "$peers"
	touch "$peers"
	rm -rf "$scratch"
}

state() { # of all that the program is made of
	(cd "$root" && find pom.xml .mvn features bundles releng/org.lianshen.target releng/org.lianshen.product \
		\( -name target -o -name bin -o -name '*.tests' -o -name '.polyglot*' \) -prune -o -type f -printf '%p %s %T@\n' | LC_ALL=C sort | sha256sum)
}

build() { # makes the program where it is missing or older than its sources
	local now
	now=$(state)
	[[ -x $program/lianshen && $(cat "$tools/built" 2>/dev/null) == "$now" ]] && return
	mkdir -p "$tools"
	exec 9>"$tools/lock"
	flock 9
	now=$(state)
	if [[ ! -x $program/lianshen || $(cat "$tools/built" 2>/dev/null) != "$now" ]]; then
		find_java
		find_maven
		say "Building, about a minute; the first time also fetches the libraries (log: $tools/build.log)"
		rm -f "$tools/built"
		if ! run_maven --projects releng/org.lianshen.product --also-make pre-integration-test >"$tools/build.log" 2>&1 </dev/null 9>&-; then
			grep -a '^\[ERROR\]' "$tools/build.log" | grep -av 'osgi\.platform' | head -20 >&2
			say "The build failed; the whole log: $tools/build.log"
			exit 3
		fi
		echo "$now" >"$tools/built"
	fi
	exec 9>&-
}
