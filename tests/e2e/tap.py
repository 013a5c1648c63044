#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the steps of an end-to-end test and writes TAP."""

import os
import shutil
import sys
import traceback


def keep_failure(steps, folder):
    traceback.print_exc()
    if steps.app is not None:
        steps.app.shoot(os.path.join(folder, 'failed.png'))
        steps.app.write_tree(os.path.join(folder, 'failed.txt'))
        print('# see %s/failed.png and failed.txt' % folder, flush=True)


def main(kind):
    """PROGRAM ASYSTACTL FOLDER; after the first step that fails the way is blocked."""
    program, ctl, folder = sys.argv[1:4]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder, mode=0o700)
    steps = kind(program, ctl, folder)
    print('1..%d' % len(kind.STEPS), flush=True)
    failed = False
    for number, step in enumerate(kind.STEPS, 1):
        name = step.__name__.replace('_', ' ')
        if failed:
            print('not ok %d - %s # the way there is blocked' % (number, name), flush=True)
            continue
        try:
            step(steps)
            print('ok %d - %s' % (number, name), flush=True)
        except Exception:  # pylint: disable=broad-except
            failed = True
            print('not ok %d - %s' % (number, name), flush=True)
            keep_failure(steps, folder)
    if steps.app is not None and steps.app.process.poll() is None:
        steps.app.process.terminate()
    return 1 if failed else 0
