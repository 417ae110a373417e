"""Start of the program beside an empty e4 program; run by start.sh, which gives a display and the accessibility bus.

Both are started by the same launcher with the same Java and options, by turns, and looked at the same way from outside: the clock stops when the accessibility bus shows the
content of the window. Processor seconds are what the process had used by then: they say more on a machine that does other things too. "First" is with empty user folders: the platform resolves its bundles, and the program asks where the data shall be. "Again" is with the folders of an
earlier start: the program opens a one-person store with the sample data and lists what there is to do.
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "product-tests"))
import accessible  # noqa: E402
from started import WINDOW, Started, environment  # noqa: E402

LANGUAGE = "zh_CN.UTF-8"
POLL = 0.02
LONGEST = 120
# What the platform is made of, by the beginning of the bundles' names; the rest of the product is libraries of the program.
PLATFORM = ("org.eclipse.core.", "org.eclipse.e4.", "org.eclipse.emf.", "org.eclipse.equinox.", "org.eclipse.jface", "org.eclipse.osgi", "org.eclipse.swt,",
            "org.eclipse.swt.", "org.eclipse.urischeme", "org.osgi.", "org.apache.felix.scr", "org.apache.batik.", "org.apache.commons.commons-io",
            "org.apache.commons.commons-logging", "wrapped.xml-apis", "jakarta.", "com.sun.jna", "com.github.weisj.jsvg")


class Contender:

    def __init__(self, title, program, window, arguments, first, again):
        self.title, self.program, self.window, self.arguments = title, program, window, arguments
        self.content = {"first": first, "again": again}
        self.seconds = {"first": [], "again": []}  # pairs: by the clock, of the processors

    def start(self, kind, home):
        """Starts it, waits until it can be used, closes it."""
        started = Started(self.program, home, LANGUAGE, self.window, self.arguments)
        try:
            self.seconds[kind].append(self.wait(started, *self.content[kind]))
            code = started.close()
            if code != 0:
                raise SystemExit(f"{self.title} ended with {code}:\n{started.log()}")
        finally:
            started.kill()

    def wait(self, started, role, beginning):
        while started.alive() and time.monotonic() - started.at < LONGEST:
            for window in accessible.windows():
                if self.window in (window.name or "") and accessible.shows(window, role, beginning):
                    return time.monotonic() - started.at, processor(started.process.pid)
            time.sleep(POLL)
        raise SystemExit(f"{self.title} did not show “{beginning}”:\n{started.log()}")


def processor(pid):
    """Seconds that the process has used; the launcher's shell became it."""
    times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")


def empty_program(program, folder):
    """The program folder with the platform's bundles and one that shows a label, as hard links."""
    empty = folder / "empty"
    shutil.copytree(program, empty, copy_function=link_or_copy)
    configuration = empty / "configuration"
    bundles = configuration / "org.eclipse.equinox.simpleconfigurator/bundles.info"
    lines = [line for line in bundles.read_text("utf-8").splitlines() if line.startswith(("#",) + PLATFORM)]
    replace(bundles, "\n".join([*lines, "empty,1.0.0,plugins/empty_1.0.0.jar,4,false", ""]))
    settings = configuration / "config.ini"
    replace(settings, "".join(line for line in settings.read_text("utf-8").splitlines(keepends=True) if not line.startswith("eclipse.product=")))
    classes = folder / "classes"
    java = Path(os.environ["JAVA_HOME"], "bin")
    subprocess.run([java / "javac", "-d", classes, "-cp", f"{program}/plugins/*", "-proc:none", *(HERE / "empty/src").rglob("*.java")], check=True)
    subprocess.run([java / "jar", "cfm", empty / "plugins/empty_1.0.0.jar", HERE / "empty/META-INF/MANIFEST.MF", "-C", HERE / "empty", "Application.e4xmi",
                    "-C", classes, "."], check=True)
    return empty, len(lines)


def link_or_copy(source, target):
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


def replace(file, text):
    file.unlink()
    file.write_text(text, "utf-8")


def measure(contenders, rounds, folder):
    homes = {}
    for contender in contenders:
        home = homes[contender] = Path(tempfile.mkdtemp(dir=folder))
        if contender is contenders[0]:
            subprocess.run([contender.program / "lianshenc", "init", "--pack", "huzhou", "--demo-data", "--quiet"], env=environment(home, LANGUAGE), check=True,
                           stdout=subprocess.DEVNULL)
        contender.start("again", home)
        contender.seconds["again"].clear()  # the first start in these folders; the ones after it count
    for number in range(rounds):
        for kind in ("first", "again"):
            for contender in contenders[::1 if number % 2 == 0 else -1]:
                contender.start(kind, homes[contender] if kind == "again" else Path(tempfile.mkdtemp(dir=folder)))


def main(program, rounds):
    folder = Path(tempfile.mkdtemp(prefix="lianshen-bench-"))
    try:
        empty, bundles = empty_program(program, folder)
        contenders = [
            Contender("lianshen", program, WINDOW[LANGUAGE], [], ("push button", "开始使用"), ("push button", "会签")),
            Contender("empty e4 program", empty, "Empty e4 program", ["-applicationXMI", "empty/Application.e4xmi"], ("label", "Nothing else"), ("label", "Nothing else")),
        ]
        measure(contenders, rounds, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{rounds} rounds, {os.cpu_count()} processors, empty program of {bundles} bundles; to a usable window, median (least–most)")
    for kind in ("first", "again"):
        medians = []
        for contender in contenders:
            clock, cpu = zip(*contender.seconds[kind])
            medians.append((statistics.median(clock), statistics.median(cpu)))
            print(f"{kind:6}{contender.title:18}{medians[-1][0]:6.2f} s ({min(clock):.2f}–{max(clock):.2f}); "
                  f"processor {medians[-1][1]:6.2f} s ({min(cpu):.2f}–{max(cpu):.2f})")
        print(f"{kind:6}{'ratio':18}{medians[0][0] / medians[1][0]:6.2f}; processor {medians[0][1] / medians[1][1]:6.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else 5)
