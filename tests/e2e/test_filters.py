#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_filters.py PROGRAM ASYSTACTL FOLDER: a filter of the families, saved, used and removed.

In the invented register two facets are chosen by keyboard, the filter is saved
under a name, cleared, and picked again after the program was started anew; it
is renamed and removed; the order of the list is chosen and kept. Writes TAP;
when a step fails, FOLDER keeps a screenshot and the accessibility tree of that
moment.
"""

import json
import os
import sys
import time

from driver import App, State, has, run, wait_for
from tap import main

TODAY = '2026-03-24'
PASSWORD = 'Haslo-Proby-26'
STAGE = 'Etap: Realizacja planu'
MARKS = 'Oznaczenia: ostrzeżenie'


class Scenario:
    """The steps, in their order; each begins where the one before it ended."""

    def __init__(self, program, ctl, folder):
        self.program = program
        self.ctl_program = ctl
        self.folder = folder
        self.register = os.path.join(folder, 'rejestr.asysta')
        self.app = None
        self.shown = None

    # Helpers

    def ctl(self, *arguments):
        return run(self.ctl_program, '--register', self.register, '--today', TODAY, '--password-fd', '0', *arguments,
                   input=PASSWORD + '\n', env=dict(os.environ, LC_ALL='C.UTF-8'))

    def start(self):
        self.app = App([self.program, '--register', self.register, '--today', TODAY], os.path.join(self.folder, 'asysta.log'))
        app = self.app
        app.enter('Hasło.*', PASSWORD)
        app.key('Return')
        app.see('wtorek, 24 marca 2026')
        app.key('ctrl+2')
        app.see('[0-9]+ w pracy.*')

    def open_filters(self):
        self.app.press('Więcej filtrów')
        self.app.row('Etap')

    def open_facet(self, name):
        self.app.focus(self.app.row(name))
        self.app.key('Return')

    def close_filters(self):
        self.app.key('Escape')
        self.app.gone('label', 'Zapisz ten filtr jako')

    def first_family(self):
        families = self.app.find('list', 'Rodziny')
        return self.app.see('.+', root=families.get_child_at_index(0))

    # Steps

    def make_register(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')

    def choose(self):
        """Two facets; the list says how many families fit both."""
        self.start()
        app = self.app
        self.open_filters()
        self.open_facet('Etap')
        app.check('Realizacja planu')
        with_stage = app.see('[0-9]+ z [0-9]+')
        families = json.loads(self.ctl('--json', 'families'))
        expected = sum(1 for family in families if family['stage'] == 'work')
        assert with_stage.split()[0] == str(expected), (with_stage, expected)
        self.open_facet('Etap')
        self.open_facet('Oznaczenia')
        app.check('ostrzeżenie')
        wait_for(lambda: app.see('[0-9]+ z [0-9]+') != with_stage, 'fewer families')
        self.shown = app.see('[0-9]+ z [0-9]+')

    def save(self):
        app = self.app
        app.focus(app.find('list item', 'Rodziny'))
        app.key('Tab')
        app.type('Uwaga')
        app.key('Return')
        app.row('Uwaga')
        app.see('Zapisano filtr „Uwaga”')
        self.close_filters()

    def take_off(self):
        """A chip takes its facet off; the first button all of them."""
        app = self.app
        app.press('Usuń filtr ' + MARKS)
        app.gone('push button', 'Usuń filtr ' + MARKS)
        app.find('push button', 'Usuń filtr ' + STAGE)
        app.press('Wszystkie')
        app.see('[0-9]+ w pracy.*')
        app.gone('push button', 'Usuń filtr ' + STAGE)

    def order(self):
        app = self.app
        app.press('Kolejność listy')
        first = self.first_family()
        app.press('Malejąco', roles=('menu item', 'radio menu item', 'check menu item'))
        wait_for(lambda: self.first_family() != first, 'another first family')

    def come_back(self):
        """What was saved is there for the user who comes back."""
        self.app.quit()
        self.start()
        app = self.app
        self.open_filters()
        app.open_row('Uwaga')
        app.find('push button', 'Usuń filtr ' + STAGE)
        app.find('push button', 'Usuń filtr ' + MARKS)
        assert app.see('[0-9]+ z [0-9]+') == self.shown

    def nothing_fits(self):
        """The empty list says which filter it is, and takes it off."""
        app = self.app
        app.enter('Szukaj wśród rodzin', 'nikttaki')
        app.see('Brak rodzin spełniających filtr')
        app.see('(?s).*' + STAGE + '.*')
        app.press('Wyczyść filtry')
        app.see('[0-9]+ w pracy.*')

    def rename(self):
        app = self.app
        self.open_filters()
        app.focus(app.find('push button', 'Zmień nazwę filtru „Uwaga”'))
        app.key('Return')
        time.sleep(0.5)
        app.key('ctrl+a')
        app.type('Ostroznie')
        app.key('Return')
        app.row('Ostroznie')

    def remove(self):
        app = self.app
        app.focus(app.find('push button', 'Usuń filtr „Ostroznie”'))
        app.key('Return')
        app.gone('push button', 'Usuń filtr „Ostroznie”')
        app.see('Usunięto filtr „Ostroznie”')
        wait_for(lambda: has(app.row('Termin'), State.FOCUSED), 'the focus on what is next')
        app.key('Escape')
        wait_for(lambda: has(app.find('push button', 'Więcej filtrów'), State.FOCUSED), 'the focus where it was')

    def quit(self):
        self.app.quit()

    STEPS = (make_register, choose, save, take_off, order, come_back, nothing_fits, rename, remove, quit)


if __name__ == '__main__':
    sys.exit(main(Scenario))
