#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_path.py PROGRAM ASYSTACTL FOLDER: the whole way of a case through the window.

From an empty folder to a signed and verified court opinion, in Polish, by the
accessibility tree and the keyboard; each step checks what it did, and the last
ones read the register and the signed file with other programs. Everyone here is
invented. Writes TAP. When a step fails, FOLDER keeps a screenshot and the
accessibility tree of that moment.
"""

import os
import re
import shutil
import sys
import traceback

from driver import App, Failure, State, has, label_of, run, text_of, wait_for

TODAY = '2026-03-24'
PASSWORD = 'Haslo-Proby-26'
OFFICE = 'Miejski Ośrodek Pomocy Społecznej w Próbnej Górze'
COURT = 'Sąd Rejonowy w Próbnej Górze'
FAMILY = 'Zmyślona'


class Path:
    """The steps, in their order; each begins where the one before it ended."""

    def __init__(self, program, ctl, folder):
        self.program = program
        self.ctl_program = ctl
        self.folder = folder
        self.register = os.path.join(folder, 'rejestr.asysta')
        self.app = None

    # Helpers

    def ctl(self, *arguments):
        """What asystactl says of the register, which the window has open."""
        environment = dict(os.environ, ASYSTA_PASSWORD=PASSWORD, LANG='C.UTF-8')
        return run(self.ctl_program, *arguments, env=environment)

    def save_file(self, title, path):
        """Answers the file chooser."""
        chooser = self.app.window(title)
        self.app.enter('Nazwa:', path, root=chooser)
        self.app.press('Zapisz', root=chooser)
        self.app.closed(title)

    def save_form(self, title):
        """Saves the open form by the keyboard, and waits until it is gone."""
        self.app.key('ctrl+Return')
        self.app.closed(title)

    # First run

    def start(self):
        self.app = App([self.program, '--today', TODAY], os.path.join(self.folder, 'asysta.log'))
        self.app.see('Praca z rodzinami, uporządkowana')
        self.app.open_row('Utwórz nowy rejestr…')
        self.app.see('krok 1 z 5')

    def create_register(self):
        app = self.app
        app.press('Zmień….*')
        self.save_file('Gdzie będzie rejestr', self.register)
        app.see(re.escape(self.register))
        app.enter('Imię i nazwisko', 'Anna Próbna')
        app.holds('Login', 'anna.probna')
        following = app.find('push button', 'Dalej')
        assert not has(following, State.SENSITIVE), 'no password, and the next step opens'
        app.enter('Nowe hasło', PASSWORD)
        app.enter('Powtórz hasło', PASSWORD)
        app.press('Dalej')
        app.see('krok 2 z 5')

    def describe_office(self):
        app = self.app
        app.choose('Rodzaj jednostki', 'MOPS – miejski ośrodek pomocy społecznej')
        app.holds('Nazwa jednostki', 'Miejski Ośrodek Pomocy Społecznej')
        app.holds('Tytuł kierownika', 'dyrektor')
        app.enter('Nazwa jednostki', OFFICE)
        app.enter('Ulica i numer', 'ul. Zmyślona 7')
        app.enter('Kod pocztowy', '66-400')
        app.enter('Miejscowość', 'Próbna Góra')
        app.holds('Miejscowość w pismach', 'Próbna Góra')
        app.enter('Kierownik jednostki', 'Jan Zmyślony')
        app.press('Dalej')
        app.see('krok 3 z 5')

    def describe_court(self):
        app = self.app
        app.enter('Wydział', 'III Wydział Rodzinny i Nieletnich')
        assert not has(app.find('push button', 'Dalej'), State.SENSITIVE), 'half of a court is taken'
        app.enter('Sąd', COURT)
        app.enter('Ulica i numer', 'ul. Rodzinna 1')
        app.enter('Kod pocztowy', '66-400')
        app.enter('Miejscowość', 'Próbna Góra')
        app.press('Dalej')
        app.see('krok 4 z 5')

    def add_users(self):
        app = self.app
        app.press('Dodaj użytkownika…')
        app.window('Użytkownik')
        app.holds('Login', 'jan.zmyslony')
        app.enter('Nowe hasło', 'Haslo-Kierownika-26')
        app.enter('Powtórz hasło', 'Haslo-Kierownika-26')
        self.save_form('Użytkownik')
        app.row('Jan Zmyślony')
        app.press('Utwórz rejestr')
        app.see('krok 5 z 5', 120)

    def keep_recovery_sheet(self):
        app = self.app
        code = label_of(app.find('label', r'(?s)[0-9A-Z]{5}  .*'))
        assert len(re.findall(r'[0-9A-Z]{5}', code)) == 7, 'the recovery code is not seven groups'
        sheet = os.path.join(self.folder, 'karta.pdf')
        app.press('Zapisz jako PDF…')
        self.save_file('Zapis karty odzyskiwania', sheet)
        wait_for(lambda: os.path.exists(sheet), 'the recovery sheet')
        printed = run('pdftotext', '-layout', sheet, '-')
        assert all(group in printed for group in re.findall(r'[0-9A-Z]{5}', code)), 'the sheet lacks the code'
        assert not has(app.find('push button', 'Zacznij pracę'), State.SENSITIVE), 'work begins without the sheet'
        app.check('Karta jest wydrukowana.*')
        app.press('Zacznij pracę')
        app.see('wtorek, 24 marca 2026')
        assert open(self.register, 'rb').read(15) != b'SQLite format 3', 'the register is not encrypted'

    # People

    def add_assistant(self, given, family, sex):
        app = self.app
        app.press('Nowy asystent…')
        app.window('Nowy asystent')
        app.enter('Imię', given)
        app.enter('Nazwisko', family)
        app.choose('Płeć', sex)
        app.enter('Zatrudniony od', '1.09.2024')
        self.save_form('Nowy asystent')
        app.see('%s %s' % (given, family))

    def add_assistants(self):
        self.app.key('ctrl+6')
        self.app.see('0 asystentów, 0 rodzin')
        self.add_assistant('Katarzyna', 'Testowa', 'Kobieta')
        self.add_assistant('Piotr', 'Wymyślny', 'Mężczyzna')
        self.app.see('2 asystentów, 0 rodzin.*')

    def add_person(self, given, pesel, born, sex, role):
        """PESEL says the birth date and the sex; a wrong digit does not pass."""
        app = self.app
        app.press('Dodaj osobę')
        app.window('Nowa osoba')
        app.enter('Imię', given)
        app.enter('Nazwisko', FAMILY)
        app.enter('PESEL', pesel[:-1] + str((int(pesel[-1]) + 1) % 10))
        app.see('Cyfra kontrolna się nie zgadza.*')
        app.enter('PESEL', pesel)
        app.holds('Data urodzenia', born)
        wait_for(lambda: app.row('Płeć').get_description() == sex, 'the sex that the PESEL says')
        app.choose('Rola w rodzinie', role)
        self.save_form('Nowa osoba')
        app.see('%s %s' % (given, FAMILY))

    def register_family(self):
        app = self.app
        app.key('ctrl+2')
        app.see('Nie ma jeszcze rodzin')
        app.key('ctrl+shift+n')
        app.window('Rejestracja rodziny')
        self.add_person('Ewa', '85071400124', '14.07.1985', 'kobieta', 'matka')
        app.holds('Nazwa rodziny', FAMILY)
        self.add_person('Zofia', '15230201084', '02.03.2015', 'kobieta', 'córka')
        self.add_person('Jaś', '24210100093', '01.01.2024', 'mężczyzna', 'syn')
        app.enter('Ulica i numer', 'ul. Niebyła 3/4')
        app.enter('Kod pocztowy', '66-400')
        app.enter('Data zgłoszenia', '2.02.2026')
        app.choose('Źródło zgłoszenia', 'szkoła, przedszkole, żłobek')
        app.enter('Treść zgłoszenia', 'Szkoła zgłasza, że Zofia często nie przychodzi na lekcje.')
        app.open_row('Powody.*')
        app.check('trudności szkolne, absencja')

    def note_intake(self):
        app = self.app
        for field, value in (('Wywiad środowiskowy z dnia', '6.02.2026'), ('Wywiad przeprowadził', 'Maria Socjalna'),
                             ('Analiza z dnia', '10.02.2026'), ('Wniosek z dnia', '12.02.2026'),
                             ('Wniosek złożył', 'Maria Socjalna'), ('Diagnoza zakończona dnia', '20.02.2026'),
                             ('Pracownik socjalny', 'Maria Socjalna')):
            app.enter(field, value)
        app.check('Rodzina wyraziła zgodę')
        app.enter('Zgoda z dnia', '20.02.2026')
        self.save_form('Rejestracja rodziny')
        app.see('1 w pracy')
        app.see('ul. Niebyła 3/4')
        app.see('Wniosek złożony')

    def open_family(self):
        """By the search in the list, as from any page."""
        app = self.app
        app.key('ctrl+2')
        app.enter('Szukaj wśród rodzin', 'zmys')
        app.see('1 z 1')
        app.key('ctrl+f')
        app.key('Down', 'Return')
        app.see('ul. Niebyła 3/4, 66-400 Próbna Góra')

    def assign_assistant(self):
        app = self.app
        self.open_family()
        app.see('bez asystenta')
        app.see('19 lut · 33 dni po terminie')
        app.press('Przydziel asystenta')
        app.window('Przydziel asystenta')
        app.see('0 z 15 rodzin')
        app.check('Katarzyna Testowa')
        app.enter('Od', '26.02.2026')
        self.save_form('Przydziel asystenta')
        app.see('Plan w przygotowaniu')
        app.see('w pracy od 26 lutego 2026')
        app.see('Plan pracy z rodziną do uzgodnienia')

    STEPS = (
        start, create_register, describe_office, describe_court, add_users, keep_recovery_sheet,
        add_assistants, register_family, note_intake, assign_assistant,
    )


def main():
    program, ctl, folder = sys.argv[1:4]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder, mode=0o700)
    path = Path(program, ctl, folder)
    print('1..%d' % len(Path.STEPS), flush=True)
    failed = False
    for number, step in enumerate(Path.STEPS, 1):
        name = step.__name__.replace('_', ' ')
        if failed:
            print('not ok %d - %s # the way there is blocked' % (number, name), flush=True)
            continue
        try:
            step(path)
            print('ok %d - %s' % (number, name), flush=True)
        except Exception:  # pylint: disable=broad-except
            failed = True
            print('not ok %d - %s' % (number, name), flush=True)
            traceback.print_exc()
            if path.app is not None:
                path.app.shoot(os.path.join(folder, 'failed.png'))
                path.app.write_tree(os.path.join(folder, 'failed.txt'))
                print('# see %s/failed.png and failed.txt' % folder, flush=True)
    if path.app is not None and path.app.process.poll() is None:
        path.app.process.terminate()
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
