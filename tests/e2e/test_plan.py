#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_plan.py PROGRAM ASYSTACTL FOLDER: a plan written by the keyboard alone, and a program that dies meanwhile.

In the invented register a family whose plan is being written: a goal with tasks
is typed as in an outliner, moved about, ticked, made something else, undone and
redone. Then the program is killed after a pause in typing, and the words are
there when it starts again. A goal of the library is chosen as one types. Writes TAP; when a step fails, FOLDER keeps a
screenshot and the accessibility tree of that moment.
"""

import json
import signal
import sys

from driver import label_of, wait_for
from scenario import Scenario
from tap import main

GOAL = 'Dzieci sa w szkole kazdego dnia'
LIBRARY_GOAL = 'Dzieci regularnie chodzą do szkoły'


class Plan(Scenario):
    """The steps, in their order; each begins where the one before it ended."""

    def __init__(self, program, ctl, folder):
        super().__init__(program, ctl, folder)
        self.family = None

    # Helpers

    def task(self, number, what):
        """The row of a task, whatever its state."""
        return self.app.row(r'\d+\.%d %s, .*' % (number, what))

    def no_task(self, what):
        wait_for(lambda: self.app.look('list item', r'\d+\.\d+ %s, .*' % what) is None, 'the end of task %r' % what)

    def open_plan(self):
        app = self.app
        self.open_first_found(self.family['address'], '1 z .*')
        app.key('alt+5')
        app.press('Otwórz plan|Napisz plan')
        found = app.find(('label', 'text'), 'szkic.*|Nie ma jeszcze planu')
        if label_of(found).startswith('szkic'):
            return
        app.press('Napisz plan')
        app.window('Nowy plan pracy')
        app.enter('Cel główny.*', 'Spokojny dom.')
        self.save_form('Nowy plan pracy')
        app.see('szkic.*')

    # Steps

    def make_register(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')
        families = [family for family in json.loads(self.ctl('--json', 'families')) if family['stage'] == 'planning']
        assert families, 'no family whose plan is being written'
        self.family = families[0]
        self.unlock()
        self.open_plan()

    def write(self):
        app = self.app
        app.key('ctrl+shift+g')
        app.row('Nowy cel')
        app.type(GOAL)
        app.key('Return')
        app.row(r'\d+\. ' + GOAL)
        for what in ('Pobudka', 'Droga', 'Zeszyt'):
            app.row('Nowe zadanie')
            app.type(what)
            app.key('Return')
        app.key('Escape')
        self.task(1, 'Pobudka')
        self.task(3, 'Zeszyt')
        app.gone('list item', 'Nowe zadanie')

    def move(self):
        app = self.app
        app.key('alt+Up')
        self.task(2, 'Zeszyt')
        self.task(3, 'Droga')
        app.key('ctrl+Return')
        self.app.row(r'\d+\.2 Zeszyt, wykonane 24\.03')

    def outdent(self):
        app = self.app
        app.key('ctrl+bracketleft')
        app.row(r'\d+\. Zeszyt')
        app.key('ctrl+bracketright')
        self.task(3, 'Zeszyt')
        app.gone('list item', r'\d+\. Zeszyt')

    def take_back(self):
        app = self.app
        for _ in range(2):
            app.key('ctrl+z')
        self.app.row(r'\d+\.2 Zeszyt, wykonane 24\.03')
        for _ in range(3):
            app.key('ctrl+z')
        self.task(2, 'Droga')
        self.no_task('Zeszyt')
        app.key('ctrl+shift+z')
        self.task(3, 'Zeszyt')

    def die(self):
        """What was typed before a pause is in the register."""
        app = self.app
        app.key('ctrl+shift+t')
        app.row('Nowe zadanie')
        app.type('Przed awaria')
        self.task(4, 'Przed awaria')
        wait_for(lambda: app.look('label', r'zapisano \d\d:\d\d') is not None, 'the last step to be saved')
        app.process.send_signal(signal.SIGKILL)
        app.process.wait(20)
        app.log.close()

    def live_again(self):
        self.unlock()
        self.open_plan()
        self.app.row(r'\d+\. ' + GOAL)
        for _ in range(8):
            self.app.key('ctrl+Down')
        self.task(1, 'Pobudka')
        self.task(4, 'Przed awaria')

    def take_from_library(self):
        """Some letters, an arrow, Enter: the goal comes with its tasks, and goes with them."""
        app = self.app
        app.key('ctrl+shift+g')
        app.row('Nowy cel')
        app.type('szkoly regularnie')
        app.row(LIBRARY_GOAL)
        app.key('Down', 'Return')
        app.row(r'\d+\. ' + LIBRARY_GOAL)
        self.task(1, 'Budzić dzieci o stałej porze .*')
        self.task(4, 'Rozmawiać z uczniem o powodach .*')
        app.key('ctrl+z')
        app.gone('list item', r'\d+\. ' + LIBRARY_GOAL)
        self.no_task('Budzić dzieci .*')

    def browse_library(self):
        """The same from the pane beside the plan: letters in its search, an arrow into the list, Enter."""
        app = self.app
        app.key('ctrl+shift+l')
        app.find(('entry', 'text'), 'Szukaj w bibliotece')
        app.type('szkoly regularnie')
        app.row(LIBRARY_GOAL)
        app.key('Down', 'Return')
        app.row(r'\d+\. ' + LIBRARY_GOAL)
        app.key('ctrl+z')
        app.gone('list item', r'\d+\. ' + LIBRARY_GOAL)

    def quit(self):
        self.app.key('alt+Left')
        self.app.quit()

    STEPS = (make_register, write, move, outdent, take_back, die, live_again, take_from_library,
             browse_library, quit)


if __name__ == '__main__':
    sys.exit(main(Plan))
