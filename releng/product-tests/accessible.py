"""What a screen reader would see: the windows on this display, by the accessibility bus."""
import time

import pyatspi

WINDOWS = {"frame", "dialog", "alert", "window"}


def windows():
    """Name and role of every window that is showing."""
    desktop = pyatspi.Registry.getDesktop(0)
    for application in _children(desktop):
        if application.name == "openbox":
            continue
        for window in _children(application):
            try:
                if window.getRoleName() in WINDOWS and window.getState().contains(pyatspi.STATE_SHOWING):
                    yield window
            except Exception:  # it went away while we looked
                continue


def wait_for_window(part_of_name, seconds, alive):
    """The window whose name contains the text; an AssertionError after the time, or as soon as the program has ended."""
    end = time.monotonic() + seconds
    while True:
        seen = []
        for window in windows():
            seen.append(window.name)
            if part_of_name in (window.name or ""):
                return window
        if not alive():
            raise AssertionError(f"the program ended before a window named {part_of_name} was showing; seen: {seen}")
        if time.monotonic() > end:
            raise AssertionError(f"no window named {part_of_name} within {seconds} s; seen: {seen}")
        time.sleep(0.1)


def names_below(node, depth=12):
    """The names of all that is showing below the node."""
    found = []
    for child in _children(node):
        try:
            if child.getState().contains(pyatspi.STATE_SHOWING) and child.name:
                found.append(child.name)
        except Exception:
            continue
        if depth:
            found += names_below(child, depth - 1)
    return found


def shows(node, role, beginning, depth=40):
    """Whether anything below the node is showing that has the role and a name that begins so."""
    for child in _children(node):
        try:
            if child.getRoleName() == role and child.name.startswith(beginning) and child.getState().contains(pyatspi.STATE_SHOWING):
                return True
        except Exception:
            continue
        if depth and shows(child, role, beginning, depth - 1):
            return True
    return False


def _children(node):
    try:
        count = min(node.childCount, 500)
    except Exception:
        return
    for i in range(count):
        try:
            child = node.getChildAtIndex(i)
        except Exception:
            continue
        if child is not None:
            yield child
