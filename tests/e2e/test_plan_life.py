#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_plan_life.py PROGRAM ASYSTACTL FOLDER: a plan of work from its draft to the annex that changes it.

In the invented register a family whose plan is a draft that nobody was
consulted about: it is consulted, signed by one adult and refused by another,
put in force, approved, reviewed and amended; the versions are compared, and the
annex is saved as a PDF. Writes TAP; when a step fails, FOLDER keeps a
screenshot and the accessibility tree of that moment.
"""

import json
import os
import re
import sys

from driver import label_of, run, wait_for
from scenario import Scenario
from tap import main

GOAL = 'Spokojne poranki'
TASK = 'Wspolne sniadanie'
REFUSAL = 'Nie zgadza się na wizyty – żółć, gęś, jaźń.'


class PlanLife(Scenario):
    """The steps, in their order; each begins where the one before it ended."""

    def __init__(self, program, ctl, folder):
        super().__init__(program, ctl, folder)
        self.family = None
        self.pdf = os.path.join(folder, 'aneks.pdf')

    # Helpers

    def step(self, button):
        """The next step is the one button that the bar shows."""
        self.app.focus(self.app.find('push button', button))
        self.app.key('Return')

    # Steps

    def make_register(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')
        due = [entry for entry in json.loads(self.ctl('--json', 'due')) if entry['kind'] == 'plan-consultation']
        assert due, 'no draft of a plan waits for its consultation'
        families = json.loads(self.ctl('--json', 'families'))
        self.family = [family for family in families if family['name'] == due[0]['family']][0]

    def open_plan(self):
        self.unlock()
        self.open_first_found(self.family['address'], '1 z .*')
        self.app.key('alt+5')
        self.step('Otwórz plan')
        self.app.see('szkic.*')

    def consult(self):
        app = self.app
        self.step('Konsultacja…')
        app.window('Konsultacja planu')
        app.enter('Skonsultowano z', 'Zofia Radna')
        app.enter('Uwagi pracownika socjalnego', 'Zacząć od szkoły.')
        self.save_form('Konsultacja planu')
        app.see('po konsultacji z pracownikiem socjalnym.*')

    def unanswered(self):
        """Names of the rows of the adults who have not answered yet."""
        return [label_of(node) for node in self.app.walk()
                if node.get_role_name() == 'list item' and node.get_description() == 'jeszcze bez odpowiedzi']

    def sign(self):
        """One signs, the other refuses, and says why; the child is heard."""
        app = self.app
        self.step('Podpisy…')
        app.window('Podpisy pod planem')
        adults = self.unanswered()
        assert len(adults) >= 2, adults
        for adult in adults[1:]:
            app.choose(re.escape(adult), 'podpisał(a)')
        app.choose(re.escape(adults[0]), 'odmowa podpisu')
        app.see('.*: wpisz powód odmowy')
        app.enter('Powód odmowy podpisu', REFUSAL)
        app.enter('Zdanie dziecka', 'Chcę chodzić do świetlicy.')
        self.save_form('Podpisy pod planem')

    def agree(self):
        app = self.app
        self.step('Wprowadź w życie…')
        app.window('Wprowadzenie planu w życie')
        app.holds('Uzgodniono z rodziną dnia', '24.03.2026')
        self.save_form('Wprowadzenie planu w życie')
        app.see('.*czeka na zatwierdzenie.*')

    def approve(self):
        self.step('Zatwierdź…')
        self.app.window('Zatwierdzenie planu')
        self.save_form('Zatwierdzenie planu')
        self.app.see('.*w realizacji.*')

    def review(self):
        app = self.app
        app.press('Kroki planu')
        app.press('Przegląd…')
        app.window('Przegląd planu')
        app.enter('Ustalenia przeglądu', 'Poranki są spokojniejsze.')
        app.enter('Następny przegląd', '24.06.2026')
        self.save_form('Przegląd planu')

    def amend(self):
        """A new version begins as a copy; a goal of it is changed."""
        app = self.app
        self.step('Zmień plan…')
        app.window('Zmiana planu')
        app.choose('Przyczyna zmiany', 'Wniosek rodziny')
        app.enter('Powód zmiany', 'Rodzina prosi o inny efekt.')
        self.save_form('Zmiana planu')
        app.see('.*w realizacji wersja [0-9]+')

    def change(self):
        """The new version gets a goal with a task of its own."""
        app = self.app
        app.key('ctrl+shift+g')
        app.row('Nowy cel')
        app.type(GOAL)
        app.key('Return')
        app.row(r'\d+\. ' + GOAL)
        app.row('Nowe zadanie')
        app.type(TASK)
        app.key('Return')
        app.key('Escape')
        app.row(r'\d+\.1 %s, .*' % TASK)
        wait_for(lambda: app.look('label', r'zapisano \d\d:\d\d') is not None, 'the goal to be saved')

    def compare(self):
        """What was added stands on the side of the new version, and nothing else."""
        app = self.app
        app.key('ctrl+d')
        app.see('Wersje planu')
        app.see('dodano 2 · zmieniono 0 · usunięto 0')
        app.row('(?s)dodano.*%s.*' % GOAL)
        app.row('(?s)dodano.*%s.*' % TASK)

    def annex(self):
        """The annex of the new version, as asystactl writes it."""
        app = self.app
        self.step('Aneks do planu…')
        app.see('Aneks do planu pracy.*')

        def look():
            letters = json.loads(self.ctl('--json', 'letter', 'list', '--kind', 'annex'))
            return [letter for letter in letters if letter['family'] == self.family['name']]
        letters = wait_for(look, 'the annex in asystactl letter list')
        self.ctl('letter', 'export', str(letters[0]['id']), '-o', self.pdf)
        text = re.sub(r'\s+', ' ', run('pdftotext', '-layout', self.pdf, '-'))
        for words in ('ANEKS NR ', 'wniosek rodziny: Rodzina prosi o inny efekt.', 'Poprzednia wersja: nr ',
                      'Cele i działania dodane', GOAL, TASK):
            assert words in text, words + ' is not in ' + text
        assert 'Cele i działania usunięte' not in text, text

    def quit(self):
        self.app.key('alt+Left')
        self.app.quit()

    STEPS = (make_register, open_plan, consult, sign, agree, approve, review, amend, change, compare, annex, quit)


if __name__ == '__main__':
    sys.exit(main(PlanLife))
