#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""No symbol of the encrypting engine leaves an executable.

usage: check-symbols.py NM EXECUTABLE…

A GTK process also loads the plain SQLite. A symbol that the executable exported
would be used by that library too, or hide behind it.
"""
import subprocess
import sys

PREFIXES = ("sqlite3", "sqlcipher")


def names(nm, arguments):
    lines = subprocess.run([nm, *arguments], check=True, capture_output=True, text=True).stdout.splitlines()
    return [line.split()[-1] for line in lines if line.strip()]


def check(nm, executable):
    """The findings for one executable, a line each."""
    exported = [name for name in names(nm, ["-D", "--defined-only", executable]) if name.startswith(PREFIXES)]
    wanted = [name for name in names(nm, ["-D", "--undefined-only", executable]) if name.startswith(PREFIXES)]
    findings = [f"{executable}: exports {name}" for name in exported]
    findings += [f"{executable}: takes {name} from a shared library" for name in wanted]
    # An executable without the engine would pass for no reason. (A stripped one tells nothing here.)
    inside = names(nm, [executable])
    if inside and not any(name.startswith("sqlite3_open_v2") for name in inside):
        findings.append(f"{executable}: has no engine linked in")
    return findings


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    findings = [line for executable in sys.argv[2:] for line in check(sys.argv[1], executable)]
    print("\n".join(findings) or f"{len(sys.argv) - 2} executables keep the engine to themselves")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
