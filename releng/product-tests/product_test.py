"""Tests of the built Linux product, started as its user starts it. Run by run.sh, which gives a display and a session bus."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import unittest
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import accessible
from started import WINDOW, Started, environment

PROGRAM = Path(sys.argv[1]).resolve()
REPORTS = Path(sys.argv[2])
RELENG = Path(__file__).resolve().parent.parent
DESKS = ["proposal.ui", "review.ui", "budget.ui", "performance.ui", "ledger.ui"]

# Lines that a healthy start may write to the platform's log or to the terminal. Everything else fails the test.
EXPECTED = [
    r"!SESSION .*", r"(eclipse\.buildId|java\.version|java\.vendor|BootLoader constants|Framework arguments|Command-line arguments)[=:].*",
    r"\s*",
    # GTK on a machine without a desktop or without the session's locale
    r"\tUsing the fallback 'C' locale\.",
    r".*(dconf|Gtk-WARNING|Gdk-WARNING|GLib-GIO|dbind-WARNING|atk-bridge|gail|canberra-gtk-module).*",
    # a scroll bar that for a moment has less room than it needs
    r".*Gtk-CRITICAL.* gtk_box_gadget_distribute: assertion 'size >= 0' failed in GtkScrollbar",
    # SWT's accessible of a composite outlives it: GTK's bridge, which tells of a new one when idle, asks one that is gone already
    r".*Gtk-CRITICAL.* gtk_(widget|container)_\w+: assertion 'GTK_IS_(WIDGET|CONTAINER) \(\w+\)' failed",
    r".*GLib-GObject-\w+ \*\*: .*: invalid un\w+ pointer in cast to 'Gtk(Container|Widget)'",
]


def unexpected(started):
    return "\n".join(line for line in started.log().splitlines() if not any(re.fullmatch(e, line) for e in EXPECTED))


def listing(folder):
    return {str(p.relative_to(folder)): (p.stat().st_size, p.stat().st_mtime_ns) for p in folder.rglob("*")}


class ProductTest(unittest.TestCase):

    def setUp(self):
        self.home = Path(tempfile.mkdtemp(prefix="lianshen-product-"))
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)

    def start(self, program=PROGRAM, language="zh_CN.UTF-8"):
        started = Started(program, self.home, language)
        self.addCleanup(started.kill)
        return started

    def command(self, *arguments):
        return subprocess.run([PROGRAM / "lianshenc", *arguments], env=environment(self.home), cwd=self.home, capture_output=True, timeout=120,
                              text=True, encoding="utf-8")

    def test_window_opens_twice_and_closes_with_nothing_but_expected_lines_in_its_log(self):
        before = listing(PROGRAM)
        for language in WINDOW:
            with self.subTest(language):
                started = self.start(language=language)
                window = started.window()
                self.assertTrue(accessible.names_below(window), "the window shows nothing that a screen reader could read")
                self.assertEqual(0, started.close(), started.log())
                self.assertEqual("", unexpected(started))
        self.assertEqual(before, listing(PROGRAM), "the program wrote into its own folder")

    def test_each_desk_can_be_taken_out(self):
        for desk in DESKS:
            with self.subTest(desk):
                without = self.home / desk
                shutil.copytree(PROGRAM, without, copy_function=os.link)
                bundles = without / "configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"
                lines = bundles.read_text("utf-8").splitlines(keepends=True)
                self.home = Path(tempfile.mkdtemp(dir=self.home))
                kept = [line for line in lines if not line.startswith(f"org.lianshen.{desk},")]
                self.assertEqual(len(lines) - 1, len(kept))
                bundles.unlink()
                bundles.write_text("".join(kept), "utf-8")
                started = self.start(without)
                started.window()
                self.assertEqual(0, started.close(), started.log())
                self.assertEqual("", unexpected(started))

    def test_second_window_says_who_holds_the_store(self):
        self.assertEqual(0, self.command("init", "--pack", "huzhou").returncode)
        first = self.start()
        self.wait_for_text("我的待办")
        second = self.start()
        self.wait_for_text(str(self.home), f"进程 {first.process.pid}")
        for started in (second, first):
            started.kill()
        self.assertEqual("", unexpected(first))

    def wait_for_text(self, *parts, seconds=60):
        """Until one text on the screen has all the parts."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if any(all(part in name for part in parts) for window in accessible.windows() for name in accessible.names_below(window, 40)):
                return
            time.sleep(0.2)
        self.fail(f"nothing on the screen has {parts}")

    def test_command_line_helps(self):
        result = self.command("--help")
        self.assertEqual((0, ""), (result.returncode, result.stderr))
        for command in ("demo", "import", "check", "minutes", "audit", "backup"):
            self.assertIn(command, result.stdout)

    def test_command_line_refuses_what_it_does_not_know(self):
        result = self.command("no-such-command")
        self.assertEqual((2, ""), (result.returncode, result.stdout))
        self.assertIn("no-such-command", result.stderr)

    def test_every_benchmark_is_in_the_product(self):
        result = self.command("bench", "no-such-benchmark")
        self.assertEqual(2, result.returncode)
        for name in ("check", "crash", "import", "store"):
            self.assertIn(name, result.stderr)

    def test_commands_may_run_beside_each_other(self):
        running = [subprocess.Popen([PROGRAM / "lianshenc", "--help"], env=environment(self.home), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                   for _ in range(4)]
        self.assertEqual([(0, b"")] * 4, [(process.wait(120), process.stderr.read()) for process in running])

    def test_swt_and_its_native_fragments_are_of_one_version(self):
        target = (RELENG / "org.lianshen.target/org.lianshen.target.target").read_text("utf-8")
        versions = dict(re.findall(r"<artifactId>(org\.eclipse\.swt(?:\.gtk\.[.\w]+|\.win32\.[.\w]+)?)</artifactId><version>([^<]+)<", target))
        self.assertGreater(len(versions), 3)
        self.assertEqual(1, len(set(versions.values())), versions)
        plugins = [p.name for p in (PROGRAM / "plugins").glob("org.eclipse.swt*.jar")]
        built = {m[1] for m in (re.fullmatch(r"org\.eclipse\.swt(?:\.gtk\.linux\.x86_64)?_(\d.*)\.jar", name) for name in plugins) if m}
        self.assertEqual(1, len(built), plugins)


class Report(unittest.TextTestResult):
    """Also keeps what surefire's XML holds."""

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.ran = {}

    def startTest(self, test):
        super().startTest(test)
        self.ran[test.id()] = None

    def _keep(self, test, problem):
        self.ran[test.id()] = (self.ran.get(test.id()) or f"{problem[1]}\n") + "".join(traceback.format_exception(*problem))

    def addError(self, test, err):
        super().addError(test, err)
        self._keep(test, err)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._keep(test, err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._keep(test, err)

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        cases = ""
        for name, problem in self.ran.items():
            method = name.rsplit(".", 1)[1]
            first = problem.strip().splitlines()[0] if problem else ""
            body = f"<failure message={quoteattr(first)}>{escape(problem)}</failure>" if problem else ""
            cases += f'<testcase classname="product" name="{method}">{body}</testcase>'
        (folder / "TEST-product.xml").write_text(f"<testsuite>{cases}</testsuite>", "utf-8")


if __name__ == "__main__":
    result = unittest.TextTestRunner(resultclass=Report, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(ProductTest))
    result.write(REPORTS)
    sys.exit(0 if result.wasSuccessful() else 1)
