#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_board.py PROGRAM ASYSTACTL FOLDER: the coordinator's board, by the keyboard alone.

Moves a piece of work to another day and takes it back, hands it to another assistant with
Ctrl+X and Ctrl+V, looks at one day by hours and at the month. In Polish, on an invented
register. Writes TAP; when a step fails, FOLDER keeps a screenshot and the accessibility
tree of that moment.
"""

import sys
import time

from driver import Failure, State, has
from scenario import Scenario
from tap import main

EWA, MAREK = 'Ewa Zmyślona', 'Marek Wzorcowy'


def work(who, day):
    return 'Sporządzanie dokumentacji, %s, %s marca 2026, 7:15–8:45, .*' % (who, day)


class Path(Scenario):
    """The steps, in their order; each begins where the one before it ended."""

    def make_register(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')

    def chip(self, who, day):
        return self.app.find('push button', work(who, day))

    def walk(self, key, node):
        """Tab passes the board: arrows are for what is on it."""
        for _ in range(30):
            if has(node, State.FOCUSED):
                return
            self.app.key(key)
            time.sleep(0.05)
        raise Failure('walked in vain')

    def move_to_another_day(self):
        app = self.app
        app.key('ctrl+3')
        app.see('tydzień 13')
        app.key('alt+2')
        chip = self.chip(EWA, 'piątek, 27')
        self.walk('Right', app.find('panel', '.*, piątek, 27 marca 2026, .*'))
        self.walk('Down', chip)
        app.key('alt+Left')
        app.see('Przeniesiono na: .*')
        self.chip(EWA, 'czwartek, 26')

    def take_it_back(self):
        app = self.app
        app.key('ctrl+z')
        self.chip(EWA, 'piątek, 27')
        app.gone('push button', work(EWA, 'czwartek, 26'))

    def hand_to_another(self):
        """Marek is on leave that Friday: it takes a word of why."""
        app = self.app
        self.walk('Down', self.chip(EWA, 'piątek, 27'))
        app.key('ctrl+x')
        self.walk('Up', self.chip(MAREK, 'piątek, 27'))
        app.key('ctrl+v')
        app.window('Coś stoi na przeszkodzie')
        app.enter('Dlaczego mimo to', 'Ustalone z kierownikiem')
        app.key('ctrl+Return')
        app.closed('Coś stoi na przeszkodzie')
        app.gone('push button', work(EWA, 'piątek, 27'))

    def look_at_a_day_and_a_month(self):
        app = self.app
        app.key('alt+3')
        app.see('wtorek, 24 marca 2026')
        app.key('alt+4')
        app.find('push button', 'środa, 25 marca 2026, .* wpis.*')
        app.key('alt+1')
        app.see('tydzień 13')

    def quit(self):
        self.app.quit()

    STEPS = (make_register, Scenario.unlock, move_to_another_day, take_it_back, hand_to_another, look_at_a_day_and_a_month, quit)


if __name__ == '__main__':
    sys.exit(main(Path))
