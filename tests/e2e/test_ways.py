#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_ways.py PROGRAM ASYSTACTL FOLDER: four families, each by its own way in, down to the archive.

Interview and motion, a minor parent, an order of the court, an application under
Za życiem: what each asks for before an assistant, the refusal of what comes too
early, the same way to the end, and after it a relapse that reopens a case. In
Polish, by the accessibility tree and the keyboard. Everyone here is invented.
Writes TAP. When a step fails, FOLDER keeps a screenshot and the accessibility
tree of that moment.
"""

import json
import sys
import time

from scenario import Scenario
from tap import main

ASSISTANT = 'Katarzyna Testowa'
WAYS = {
    'interview': ('Pierwsza', None),
    'minor-parent': ('Druga', 'Małoletni rodzic opuszczający placówkę'),
    'court': ('Trzecia', 'Postanowienie sądu'),
    'za-zyciem': ('Czwarta', 'Wniosek „Za życiem”'),
}


def make_pesel(day, number):
    """A made-up number of a woman born on a day of 1990."""
    digits = '9001%02d%04d' % (day, number * 2)
    check = (10 - sum(int(d) * w for d, w in zip(digits, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3))) % 10) % 10
    return digits + str(check)


class Ways(Scenario):
    """The steps, in their order; each begins where the one before it ended."""

    LOGIN = 'anna.probna'

    # Helpers

    def stage_of(self, family):
        rows = json.loads(self.ctl('--json', 'families', '--all'))
        return [row['stage'] for row in rows if 'ul. %s 1' % family in json.dumps(row, ensure_ascii=False)][0]

    def open_family(self, family):
        self.open_first_found(family, '1 z [0-9]+')
        self.app.see('ul. %s 1, 66-400.*' % family)

    def choose_other(self, item):
        """An item of the menu beside the next step."""
        self.app.press('Pozostałe działania')
        time.sleep(0.5)
        self.app.press(item, roles=('menu item',))

    def skip(self, step, reason):
        """Passes the next step over, which the button names."""
        self.app.find('push button', step)
        self.choose_other('Pomiń ten krok…')
        self.fill('Pominięcie kroku', {'Powód': reason})

    # Steps

    def start(self):
        self.ctl('init', '--office', 'Ośrodek Próbny', '--full-name', 'Anna Próbna')
        self.unlock()

    def add_assistant(self):
        app = self.app
        app.key('ctrl+6')
        app.press('Nowy asystent…')
        app.window('Nowy asystent')
        app.enter('Imię', 'Katarzyna')
        app.enter('Nazwisko', 'Testowa')
        app.enter('Zatrudniony od', '1.09.2024')
        self.save_form('Nowy asystent')
        app.see(ASSISTANT)

    def add_family(self, number, way):
        app = self.app
        family, path = WAYS[way]
        app.key('ctrl+2')
        app.key('ctrl+shift+n')
        app.window('Rejestracja rodziny')
        app.press('Dodaj osobę')
        app.window('Nowa osoba')
        app.enter('Imię', 'Ewa')
        app.enter('Nazwisko', family)
        app.enter('PESEL', make_pesel(number + 1, 10 + number))
        app.choose('Rola w rodzinie', 'matka')
        self.save_form('Nowa osoba')
        app.enter('Ulica i numer', 'ul. %s 1' % family)
        app.enter('Kod pocztowy', '66-400')
        app.enter('Data zgłoszenia', '2.03.2026')
        if path is not None:
            app.choose('Droga do asystenta', path)
        self.save_form('Rejestracja rodziny')
        app.row(r'.*ul\. %s 1, Zgłoszenie' % family)

    def register_families(self):
        for number, way in enumerate(WAYS):
            self.add_family(number, way)

    def note_consent(self):
        self.app.press('Zapisz zgodę')
        self.fill('Zgoda', {'Data zgody': '6.03.2026'})

    def assign(self):
        app = self.app
        app.press('Przydziel asystenta')
        app.window('Przydziel asystenta')
        app.check(ASSISTANT)
        self.save_form('Przydziel asystenta')
        app.see('Asystent przydzielony')

    def go_by_interview(self):
        """Interview, analysis, motion and consent, one after another, before the assistant."""
        family = WAYS['interview'][0]
        self.open_family(family)
        for step, field, day in (('Zapisz wywiad', 'Wywiad środowiskowy z dnia', '5.03.2026'),
                                 ('Zapisz analizę', 'Analiza z dnia', '6.03.2026'),
                                 ('Zapisz wniosek', 'Wniosek z dnia', '9.03.2026')):
            self.app.press(step)
            self.fill('Jak trafiła rodzina', {field: day})
        self.app.see('Wniosek złożony')
        self.note_consent()
        self.assign()

    def go_as_minor_parent(self):
        """Straight from the interview to the assignment (art. 11 ust. 1a)."""
        self.open_family(WAYS['minor-parent'][0])
        self.app.press('Zapisz wywiad')
        self.fill('Jak trafiła rodzina', {'Wywiad środowiskowy z dnia': '5.03.2026'})
        self.note_consent()
        self.assign()

    def go_by_court(self):
        """The order is noted first; nobody asks for a consent (art. 109 KRO)."""
        self.open_family(WAYS['court'][0])
        self.app.press('Odnotuj postanowienie sądu')
        self.fill('Zobowiązanie sądu', {'Postanowienie z dnia': '27.02.2026'})
        self.assign()

    def go_by_application(self):
        """The answer, then the assistant: no interview at all."""
        self.open_family(WAYS['za-zyciem'][0])
        self.app.press('Odpowiedz na wniosek')
        self.fill('Odpowiedź na wniosek', {'Odpowiedziano dnia': '12.03.2026'})
        self.assign()

    def end(self, way):
        """From the assignment to the archive; what this scenario is not about is passed over with a reason."""
        app = self.app
        family = WAYS[way][0]
        self.open_family(family)
        self.skip('Zaplanuj pierwszą wizytę', 'Rodzinę zna poprzedni ośrodek.')
        self.choose_other('Zaproponuj zakończenie…')
        self.fill('Propozycja zakończenia pracy', {})
        app.see('Zakończenie w toku')
        self.skip('Napisz ocenę końcową', 'Praca trwała kilka dni.')
        app.press('Zakończ pracę')
        app.window('Zakończenie pracy')
        app.choose('Powód zakończenia', 'Osiągnięcie celów planu')
        app.choose('Cele planu', 'osiągnięte')
        app.enter('Gdzie są dzieci', 'Dzieci są w domu.')
        app.holds('Kontakt 1', '24.04.2026')
        self.save_form('Zakończenie pracy')
        app.see('Monitorowanie')
        self.choose_other('Karta monitoringu…')
        app.window('Karta monitoringu')
        app.choose('Wniosek', 'zakończyć monitorowanie')
        self.save_form('Karta monitoringu')
        app.press('Zamknij sprawę')
        self.fill('Zamknij sprawę', {})
        app.see('Zamknięta')
        assert self.stage_of(family) == 'closed', self.stage_of(family)

    def end_interview(self):
        self.end('interview')

    def reopen(self):
        """A relapse: the new case begins as any other and says that it goes on from an earlier one."""
        family = WAYS['interview'][0]
        self.app.press('Przyjmij nowe zgłoszenie')
        self.app.window('Wznowienie sprawy')
        self.save_form('Wznowienie sprawy')
        self.app.see('Wznowiona')
        assert self.stage_of(family) == 'reopened', self.stage_of(family)

    def end_others(self):
        for way in ('minor-parent', 'court', 'za-zyciem'):
            self.end(way)

    def quit(self):
        self.app.quit()

    STEPS = (start, add_assistant, register_families, go_by_interview, go_as_minor_parent, go_by_court, go_by_application, end_interview,
             reopen, end_others, quit)


if __name__ == '__main__':
    sys.exit(main(Ways))
