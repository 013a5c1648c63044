#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_diagnosis.py PROGRAM ASYSTACTL FOLDER: a diagnosis from its first word to a goal of the plan.

In the invented register a family whose diagnosis lacks its strengths: the next
step is refused and says why, the strength is written by keyboard, the diagnosis
is completed, the stage moves on and the plan takes a difficulty as a goal.
Writes TAP; when a step fails, FOLDER keeps a screenshot and the accessibility
tree of that moment.
"""

import json
import re
import sys
import time

from driver import wait_for
from scenario import Scenario
from tap import main

STRENGTH = 'Mama dotrzymuje umówionych terminów – żółć, gęś, jaźń.'
DIFFICULTY = 'Dzieci rzadko spotykają rówieśników.'


class Diagnosis(Scenario):
    """The steps, in their order; each begins where the one before it ended."""

    def __init__(self, program, ctl, folder):
        super().__init__(program, ctl, folder)
        self.family = None

    # Helpers

    def family_now(self):
        return [family for family in json.loads(self.ctl('--json', 'families')) if family['id'] == self.family['id']][0]

    # Steps

    def make_register(self):
        self.ctl('demo', '--size', 'town', '--seed', '1')
        families = [family for family in json.loads(self.ctl('--json', 'families')) if family['stage'] == 'diagnosis']
        assert families, 'no family is at its diagnosis'
        self.family = families[0]

    def open_family(self):
        self.unlock()
        self.open_first_found(self.family['address'], '1 z .*')
        self.app.see('Zakończ diagnozę')

    def refuse(self):
        """The next step says what is missing, and leads to it."""
        app = self.app
        app.key('ctrl+Return')
        refusal = app.window('Diagnoza nie jest jeszcze kompletna')
        app.see('(?s).*Brakuje mocnych stron rodziny.*', root=refusal)
        assert self.family_now()['stage'] == 'diagnosis'
        app.key('Return')
        app.closed('Diagnoza nie jest jeszcze kompletna')

    def write_strength(self):
        app = self.app
        app.window('Nowa mocna strona')
        app.enter('Opis', STRENGTH)
        self.save_form('Nowa mocna strona')
        app.row(re.escape(STRENGTH))

    def write_difficulty(self):
        """A difficulty has an area; without one it is not saved."""
        app = self.app
        app.focus(app.find('push button', 'Trudności'))
        app.key('Return')
        app.window('Nowa trudność')
        app.enter('Opis', DIFFICULTY)
        app.see('Wybierz obszar pracy')
        app.choose('Obszar pracy', 'Aktywność społeczna i kontakty z otoczeniem')
        app.choose('Nasilenie', '3 – znaczne')
        self.save_form('Nowa trudność')
        app.row(re.escape(DIFFICULTY))

    def write_child(self):
        app = self.app
        app.focus(app.find('push button', 'Oczekiwania i wnioski'))
        app.key('Return')
        app.window('Oczekiwania i wnioski')
        app.enter('Co mówią dzieci', 'Chcemy chodzić na basen.')
        app.enter('Wnioski do planu', 'Zacząć od zajęć poza domem.')
        self.save_form('Oczekiwania i wnioski')
        app.see('Chcemy chodzić na basen.')

    def note_who_works(self):
        app = self.app
        app.focus(app.find('push button', 'Kto już działa'))
        app.key('Return')
        app.window('Kto już działa')
        app.enter('Co robi', 'Zajęcia plastyczne raz w tygodniu')
        app.see('Wybierz miejsce z bazy albo wpisz, kto to jest')
        app.enter('Kto', 'Dom Kultury')
        self.save_form('Kto już działa')
        app.row('Dom Kultury')

    def complete(self):
        app = self.app
        app.key('ctrl+Return')
        app.window('Zakończ diagnozę')
        app.holds('Diagnoza zakończona dnia', '24.03.2026')
        self.save_form('Zakończ diagnozę')
        app.see('Plan w przygotowaniu')
        assert self.family_now()['stage'] == 'planning', self.family_now()

    def plan_from_diagnosis(self):
        app = self.app
        app.press('Napisz plan')
        app.see('Nie ma jeszcze planu')
        app.press('Napisz plan')
        app.window('Nowy plan pracy')
        app.enter('Cel główny.*', 'Dzieci mają przyjaciół.')
        self.save_form('Nowy plan pracy')
        app.focus(app.find('push button', 'Z diagnozy'))
        app.key('Return')
        app.press(re.escape(DIFFICULTY) + '.*', roles=('menu item',))
        app.holds('Cel', re.escape(DIFFICULTY))
        wait_for(lambda: app.find('push button', 'Obszar pracy').get_description() == 'Aktywność społeczna i kontakty z otoczeniem',
                 'the area of the difficulty')
        app.see('Celowi 1 brakuje zadań.*')
        app.focus(app.find('push button', 'Z diagnozy'))
        app.key('Return')
        time.sleep(0.5)
        assert app.look('menu item', re.escape(DIFFICULTY) + '.*') is None, 'a covered difficulty is offered again'
        app.key('Escape')

    def quit(self):
        self.app.key('alt+Left')
        self.app.quit()

    STEPS = (make_register, open_family, refuse, write_strength, write_difficulty, write_child, note_who_works, complete,
             plan_from_diagnosis, quit)


if __name__ == '__main__':
    sys.exit(main(Diagnosis))
