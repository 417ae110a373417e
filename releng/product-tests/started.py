"""A program as its user starts it, with data and cache folders of its own."""
import os
import subprocess
import time

import accessible

WINDOW = {"zh_CN.UTF-8": "联审工作台", "en_US.UTF-8": "Lianshen"}  # its name, by the language of the session


class Started:

    def __init__(self, program, home, language="zh_CN.UTF-8", name=None, arguments=()):
        self.home = home
        self.name = name or WINDOW[language]
        self.terminal = home / "terminal.txt"
        with self.terminal.open("wb") as terminal:
            self.at = time.monotonic()
            self.process = subprocess.Popen([program / "lianshen", *arguments], env=environment(home, language), cwd=home,
                                            stdout=terminal, stderr=subprocess.STDOUT, start_new_session=True)

    def alive(self):
        return self.process.poll() is None

    def window(self, seconds=90):
        try:
            return accessible.wait_for_window(self.name, seconds, self.alive)
        except AssertionError as problem:
            raise AssertionError(f"{problem}\n{self.log()}") from None

    def close(self):
        """As a user does, by the window manager; the exit code."""
        end = time.monotonic() + 30
        while self.alive() and time.monotonic() < end:
            for action in (["search", "--onlyvisible", "--name", self.name, "windowactivate"], ["key", "--clearmodifiers", "alt+F4"]):
                subprocess.run(["xdotool", *action], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=10, check=False)
            try:
                return self.process.wait(3)
            except subprocess.TimeoutExpired:
                continue
        return self.process.poll()

    def kill(self):
        if self.alive():
            self.process.kill()
            self.process.wait()

    def log(self):
        text = self.terminal.read_text("utf-8", "replace")
        for log in sorted(self.home.rglob("*.log")):
            text += log.read_text("utf-8", "replace")
        return text


def environment(home, language="zh_CN.UTF-8"):
    return {**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_CONFIG_HOME": str(home / "config"), "LIANSHEN_JAVA_OPTIONS": "", "LC_ALL": language}
