#!/usr/bin/python3
"""Prints what a screen reader is told: the accessible objects of a program, as JSON lines.

    atspi.py PROGRAM TITLE     PROGRAM: a part of the program's name on the accessibility bus;
                               TITLE: a part of the name of the web document that is wanted

Each line is [depth, role, name, description, [states]] in reading order; text that an object has of
its own, not through children, stands as its name. Exit 1: there is no such document (yet).
"""
import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

STATES = {
    Atspi.StateType.CHECKED: "checked",
    Atspi.StateType.EXPANDED: "expanded",
    Atspi.StateType.FOCUSED: "focused",
    Atspi.StateType.SELECTED: "selected",
    Atspi.StateType.PRESSED: "pressed",
}
MOST = 20_000


def children(node):
    try:
        count = node.get_child_count()
    except Exception:
        return
    for i in range(count):
        try:
            child = node.get_child_at_index(i)
        except Exception:
            continue
        if child:
            yield child


def document(node, title, depth=0):
    """The web document whose name has `title`, breadth first."""
    row = [node]
    for _ in range(40):
        below = []
        for one in row:
            try:
                if one.get_role_name() in ("document web", "document frame") and title in (one.get_name() or ""):
                    return one
            except Exception:
                continue
            below.extend(children(one))
        row = below
        if not row:
            return None
    return None


def words(node):
    name = node.get_name() or ""
    if name:
        return name
    try:
        text = node.get_text_iface()
        if text:
            return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)).replace("\ufffc", "").strip()
    except Exception:
        pass
    return ""


def tell(node, depth, left):
    if left[0] <= 0:
        return
    left[0] -= 1
    try:
        states = node.get_state_set()
        line = [depth, node.get_role_name(), words(node), node.get_description() or "",
                [word for state, word in STATES.items() if states.contains(state)]]
    except Exception:
        return
    print(json.dumps(line, ensure_ascii=False))
    for child in children(node):
        tell(child, depth + 1, left)


def main():
    program, title = sys.argv[1].lower(), sys.argv[2]
    Atspi.init()
    desktop = Atspi.get_desktop(0)
    for application in children(desktop):
        if program not in (application.get_name() or "").lower():
            continue
        found = document(application, title)
        if found:
            tell(found, 0, [MOST])
            return 0
    names = [application.get_name() for application in children(desktop)]
    print(f"no document {title} of {program} among {names}", file=sys.stderr)
    return 1


sys.exit(main())
