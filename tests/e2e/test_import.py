#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_import.py PROGRAM ASYSTACTL FOLDER: an office's old table of families, from the file to the register.

Chooses a table in an old encoding, says what a column means, looks at what would
happen, imports, finds the families with another program, and sees that a second
time nothing is new and the columns are remembered. Then a list of places comes
into the directory in the same way. First the list of families goes to a file as
it is.
In Polish, on an invented register. Writes TAP; when a step fails, FOLDER keeps a
screenshot and the accessibility tree of that moment.
"""

import json
import os
import re
import shutil
import sys
import tempfile

from driver import App, run, wait_for
from tap import main

TODAY = '2026-03-24'
PASSWORD = 'Haslo-Proby-26'
TABLE = ('Nr rodziny;Nazwisko;Imię;PESEL;Data ur.;Kto to jest;Ulica;Nr domu;Miejscowość;Data zgłoszenia\r\n'
         '7;Żabińska;Anna;88031212245;12.03.1988;matka;Polna;3;Wrocław;02.12.2024\r\n'
         '7;Żabiński;Jaś;15240510118;;syn;Polna;3;Wrocław;\r\n'
         '8;Źrebięcka;Ewa;;31/12/88;matka;Leśna;1;Wrocław;15.01.2025\r\n')
PLACES = 'Placówka;Adres;Miasto;Tel.\nPoradnia Wymyślona;Polna 1;Wrocław;71 300 00 00\n;Leśna 2;Wrocław;\n'


class Path:
    """The steps, in their order; each begins where the one before it ended."""

    def __init__(self, program, ctl, folder):
        self.program = program
        self.ctl_program = ctl
        self.folder = folder
        self.register = os.path.join(folder, 'pokaz.asysta')
        # Far from the register: the chooser opens what it lists, and closing a file drops the locks that the process has on it.
        self.tables = tempfile.mkdtemp(prefix='asysta-import-')
        self.table = os.path.join(self.tables, 'wykaz.csv')
        self.app = None
        self.before = None

    def ctl(self, *arguments):
        return run(self.ctl_program, '--register', self.register, '--today', TODAY, '--password-fd', '0', *arguments,
                   input=PASSWORD + '\n', env=dict(os.environ, LC_ALL='C.UTF-8'))

    def names(self):
        return sorted(family['name'] for family in json.loads(self.ctl('--json', 'families', '--all')))

    def choose_table(self):
        self.app.press('Wybierz tabelę….*')
        self.app.window('Wybór tabeli')
        self.app.type(self.table)
        self.app.key('Return')
        self.app.closed('Wybór tabeli')
        self.app.find('push button', 'Sprawdź tabelę')

    def count(self, title):
        row = self.app.row(title)
        return int(self.app.see('[0-9]+', root=row))

    def make_register(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')
        self.before = self.names()
        with open(self.table, 'wb') as file:
            file.write(TABLE.encode('cp1250'))

    def export_the_list(self):
        path = os.path.join(self.tables, 'rodziny.csv')
        self.app = App([self.program, '--register', self.register, '--today', TODAY], os.path.join(self.folder, 'asysta.log'))
        self.app.enter('Hasło', PASSWORD, seconds=60)
        self.app.press('Odblokuj')
        self.app.find('push button', 'Nowa wizyta', seconds=60)
        self.app.key('ctrl+2')
        self.app.see(self.before[0])
        self.app.key('ctrl+shift+e')
        self.app.press('Tekst \\(CSV\\)')
        chooser = self.app.window('Eksport listy')
        self.app.enter('Nazwa:', path, root=chooser)
        self.app.press('Zapisz', root=chooser)
        self.app.find('push button', 'Otwórz folder')
        with open(path, encoding='utf-8-sig') as file:
            names = {line.split(';')[0] for line in file.read().splitlines()[1:]}
        assert names and names <= set(self.before), names

    def open_the_screen(self):
        self.app.press('Menu główne')
        self.app.press('Importuj rodziny….*')

    def look_at_the_columns(self):
        self.choose_table()
        self.app.see('.*3 wiersze · kodowanie WINDOWS-1250.*')
        self.app.see('Żabińska')
        self.app.choose('Kto to jest: matka · syn · matka', 'Rola w rodzinie')

    def look_at_what_would_happen(self):
        self.app.press('Sprawdź tabelę')
        self.app.see('Co się stanie: jeszcze nic nie zapisano')
        assert self.count('Zostanie dodanych') == 2
        assert self.count('Zostanie odrzuconych') == 1
        self.app.see('Wiersz 4, Data ur\\.')
        assert self.names() == self.before

    def import_the_table(self):
        self.app.press('Importuj')
        self.app.see('Tabela wczytana')
        assert self.count('Dodano') == 2
        assert self.names() == sorted(self.before + ['Żabińscy'])
        found = self.ctl('search', 'zabinska')
        assert 'person' in found, found

    def save_the_problems(self):
        path = os.path.join(self.tables, 'problemy.csv')
        self.app.press('Zapisz listę….*')
        chooser = self.app.window('Eksport listy')
        self.app.enter('Nazwa:', path, root=chooser)
        self.app.press('Zapisz', root=chooser)
        self.app.closed('Eksport listy')
        wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 0, 'the list of problems')
        with open(path, encoding='utf-8-sig') as file:
            lines = file.read().splitlines()
        assert lines[0] == 'Wiersz;Kolumna;Problem;Skutek', lines
        assert re.match('4;Data ur\\.;.*;odrzucony$', lines[1]), lines

    def nothing_twice(self):
        self.app.key('alt+Left')
        self.app.press('Menu główne')
        self.app.press('Importuj rodziny….*')
        self.choose_table()
        self.app.see('Jak poprzednio dla takiej tabeli')
        self.app.press('Sprawdź tabelę')
        self.app.see('Co się stanie: jeszcze nic nie zapisano')
        assert self.count('Bez zmian') == 2
        assert self.count('Zostanie dodanych') == 0

    def a_list_of_places(self):
        with open(self.table, 'w', encoding='utf-8') as file:
            file.write(PLACES)
        for _ in range(3):
            self.app.key('alt+Left')
        self.app.see(self.before[0])
        self.app.key('ctrl+4')
        self.app.press('Importuj z tabeli')
        self.choose_table()
        self.app.see('Zaproponowane według nazw kolumn')
        self.app.press('Sprawdź tabelę')
        self.app.see('Co się stanie: jeszcze nic nie zapisano')
        assert self.count('Zostanie odrzuconych') == 1
        self.app.press('Importuj')
        self.app.see('Tabela wczytana')
        assert self.count('Dodano') == 1
        found = self.ctl('search', 'poradnia wymyslona')
        assert 'provider' in found, found

    def quit(self):
        self.app.quit()
        shutil.rmtree(self.tables)

    STEPS = (make_register, export_the_list, open_the_screen, look_at_the_columns, look_at_what_would_happen, import_the_table,
             save_the_problems, nothing_twice, a_list_of_places, quit)


if __name__ == '__main__':
    sys.exit(main(Path))
