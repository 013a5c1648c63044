#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_back.py PROGRAM ASYSTACTL FOLDER: the keys of the window after Alt+Left out of a subpage.

Into a subpage of every kind, back by Alt+Left, and then the keys that must
work from anywhere: the search, the report of a threat, the first page. Writes
TAP; when a step fails, FOLDER keeps a screenshot and the accessibility tree of
that moment.
"""

import sys
import time

from driver import State, has, wait_for
from scenario import Scenario
from tap import main

FAMILY = 'Malinowscy'


class Back(Scenario):
    """The steps, in their order; each begins and ends on the family."""

    def make_register(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')
        self.unlock()
        self.open_first_found(FAMILY, '1 z [0-9]+')

    def go_to_tab(self, key, word):
        self.app.key('ctrl+2', key)
        self.app.see(word)
        time.sleep(0.5)

    def report(self):
        app = self.app
        app.key('ctrl+shift+i')
        app.window('Zagrożenie dziecka')
        time.sleep(0.5)
        app.key('Escape')
        app.closed('Zagrożenie dziecka')

    def leave(self, is_of_family=True):
        """Out of the subpage; the first key after it does what it is for, and so do the others."""
        app = self.app
        app.key('alt+Left')
        time.sleep(1)
        if is_of_family:
            app.see(FAMILY)
            self.report()
        app.key('ctrl+k')
        search = app.find(('text', 'entry'), 'Szukaj w całym rejestrze')
        wait_for(lambda: has(search, State.FOCUSED), 'the search to have the keyboard')
        app.key('Escape', 'ctrl+1')
        app.see('wtorek, 24 marca 2026')
        app.key('ctrl+2')
        app.see(FAMILY)
        self.report()

    def out_of_a_paper(self):
        """A paper stands over the page of papers."""
        self.go_to_tab('alt+8', 'Pisma')
        self.app.open_row('Plan pracy z rodziną.*')
        self.app.see('Rozdziały')
        self.leave(is_of_family=False)

    def out_of_an_assessment(self):
        self.go_to_tab('alt+7', 'Oceny')
        self.app.open_row('Ocena 1: .*')
        self.app.gone('push button', 'Zapisz wizytę')
        self.leave()

    def out_of_an_assistant(self):
        self.app.key('ctrl+6')
        self.app.open_row('Marek Wzorcowy')
        self.app.gone('push button', 'Nowy asystent…')
        self.leave(is_of_family=False)

    def out_of_the_register_of_interventions(self):
        self.app.key('ctrl+1')
        self.app.press('Rejestr')
        self.app.see('Rejestr interwencji')
        self.leave(is_of_family=False)

    def quit(self):
        self.app.quit()

    STEPS = (make_register, out_of_a_paper, out_of_an_assessment, out_of_an_assistant, out_of_the_register_of_interventions,
             quit)


if __name__ == '__main__':
    sys.exit(main(Back))
