#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_series.py PROGRAM ASYSTACTL FOLDER: a visit that repeats is planned, changed and deleted.

Plans one for four weeks, over a holiday, looks at it in the weeks to come, moves this one
and the later ones, deletes them, and takes that back. In Polish, on an invented register,
by the keyboard alone. Writes TAP; when a step fails, FOLDER keeps a screenshot and the
accessibility tree of that moment.
"""

import re
import sys

from scenario import Scenario
from tap import main

KIND = 'Sporządzanie dokumentacji'
# Tuesdays: 28 April, 5, 12 and 19 May.
FIRST = '28.04.2026'


def visit(day, time):
    return '.*, wtorek, %s 2026, %s, .*, umówiona, powtarza się' % (re.escape(day), time)


class Path(Scenario):
    """The steps, in their order; each begins where the one before it ended."""

    def make_register(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')

    def plan(self):
        app = self.app
        app.key('ctrl+3')
        app.see('tydzień 13')
        app.key('ctrl+n')
        app.window('Nowa wizyta')
        app.choose('Rodzaj', KIND)
        app.enter('Dzień', FIRST)
        app.enter('Początek', '19:00')
        app.enter('Czas trwania', '30 min')
        app.choose('Powtarzanie', 'Co tydzień')
        app.enter('Ostatni dzień', '20.05.2026')
        app.see('4 wizyty: 28.04, 05.05, 12.05, 19.05(?s:.*)')
        app.enter('Dlaczego mimo to', 'Stały dyżur dla rodzin')
        self.save_form('Nowa wizyta')

    def weeks(self, n, key='ctrl+Next'):
        for _ in range(n):
            self.app.key(key)

    def see_it_in_every_week(self):
        self.weeks(5)
        self.app.find('push button', visit('28 kwietnia', '19:00–19:30'))
        self.weeks(3)
        self.app.find('push button', visit('19 maja', '19:00–19:30'))

    def change_later_ones(self):
        app = self.app
        self.weeks(1, 'ctrl+Prior')
        app.focus(app.find('push button', visit('12 maja', '19:00–19:30')))
        app.key('Return')
        app.window('Wizyta')
        app.choose('Wizyta się powtarza; zmień', 'Tę i późniejsze')
        app.enter('Początek', '18:00')
        self.save_form('Wizyta')
        app.find('push button', visit('12 maja', '18:00–18:30'))
        self.weeks(1)
        app.find('push button', visit('19 maja', '18:00–18:30'))
        self.weeks(2, 'ctrl+Prior')
        app.find('push button', visit('5 maja', '19:00–19:30'))

    def delete_and_take_back(self):
        app = self.app
        app.focus(app.find('push button', visit('5 maja', '19:00–19:30')))
        app.key('Delete')
        app.press('Tę i późniejsze')
        app.see('Usunięto 3 wizyty')
        app.gone('push button', visit('5 maja', '19:00–19:30'))
        app.press('Cofnij')
        app.find('push button', visit('5 maja', '19:00–19:30'))
        self.weeks(2)
        app.find('push button', visit('19 maja', '18:00–18:30'))

    def quit(self):
        self.app.quit()

    STEPS = (make_register, Scenario.unlock, plan, see_it_in_every_week, change_later_ones, delete_and_take_back, quit)


if __name__ == '__main__':
    sys.exit(main(Path))
