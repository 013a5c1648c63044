#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_calendar_file.py PROGRAM ASYSTACTL FOLDER: the calendar of another program comes in, and the week goes out.

Looks at what an import would do, imports, sees that a second time nothing is new and
what a damaged file is told; then saves the week as a calendar, without names and with them.
In Polish, on an invented register. Writes TAP; when a step fails, FOLDER keeps a
screenshot and the accessibility tree of that moment.
"""

import json
import os
import shutil
import sys
import tempfile

from driver import wait_for
from scenario import Scenario
from tap import main

CALENDAR = ('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'
            'BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260326T180000\r\nDTEND:20260326T190000\r\nSUMMARY:Zebranie w szkole\r\nEND:VEVENT\r\n'
            'BEGIN:VEVENT\r\nUID:u\r\nDTSTART;VALUE=DATE:20260328\r\nSUMMARY:Urlop\r\nEND:VEVENT\r\n'
            'BEGIN:VEVENT\r\nUID:z\r\nDTSTART;TZID=Mars:20260327T090000\r\nDTEND;TZID=Mars:20260327T100000\r\nEND:VEVENT\r\n'
            'END:VCALENDAR\r\n')


class Path(Scenario):
    """The steps, in their order; each begins where the one before it ended."""

    def __init__(self, program, ctl, folder):
        super().__init__(program, ctl, folder)
        # Far from the register: the chooser opens what it lists, and closing a file drops the locks that the process has on it.
        self.files = tempfile.mkdtemp(prefix='asysta-calendar-')
        self.calendar = os.path.join(self.files, 'praca.ics')

    def make_register(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')
        with open(self.calendar, 'w', encoding='utf-8', newline='') as file:
            file.write(CALENDAR)

    def begin(self, item):
        self.app.key('ctrl+3')
        self.app.press('Więcej w kalendarzu')
        self.app.press(item)

    def choose(self, path):
        self.begin('Importuj kalendarz….*')
        self.app.window('Import kalendarza')
        self.app.type(path)
        self.app.key('Return')
        self.app.closed('Import kalendarza')

    def look_at_what_would_happen(self):
        self.choose(self.calendar)
        self.app.see('Zaimportować „praca.ics”.*')
        self.app.see('Wpisy od dziś do 25.03.2027\\sdo dodania: 2 · wydarzenia poza importem: 1')
        self.app.see('Zebranie w szkole')
        self.app.see('nieznana strefa czasowa: Mars')
        self.app.shoot(os.path.join(self.folder, 'podglad.png'))

    def import_it(self):
        self.app.press('Importuj')
        self.app.see('Kalendarz zaimportowany. Dodane wpisy: 2.*')

    def nothing_twice(self):
        self.choose(self.calendar)
        self.app.see('Nic nowego w „praca.ics”.*')
        self.app.press('Zamknij')

    def a_damaged_file(self):
        path = os.path.join(self.files, 'uciety.ics')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(CALENDAR[:-30])
        self.choose(path)
        self.app.see('Wiersz 14: Plik jest ucięty.*')
        self.app.key('Escape')

    def save(self, name, with_names):
        path = os.path.join(self.files, name)
        self.begin('Zapisz tydzień jako kalendarz….*')
        self.app.see('Zapisać tydzień jako kalendarz.*')
        if with_names:
            self.app.check('Podaj rodziny i adresy.*')
        self.app.shoot(os.path.join(self.folder, 'zapis.png'))
        self.app.press('Wybierz plik….*')
        chooser = self.app.window('Zapis tygodnia jako kalendarza')
        self.app.enter('Nazwa:', path, root=chooser)
        self.app.press('Zapisz', root=chooser)
        self.app.closed('Zapis tygodnia jako kalendarza')
        wait_for(lambda: os.path.exists(path) and os.path.getsize(path) > 0, name)
        with open(path, encoding='utf-8') as file:
            return file.read()

    def save_the_week(self):
        plain = self.save('tydzien.ics', False)
        named = self.save('tydzien-z-nazwiskami.ics', True)
        assert plain.count('BEGIN:VEVENT') == named.count('BEGIN:VEVENT') >= 3
        assert 'LOCATION' not in plain and 'LOCATION' in named
        assert plain.count('SUMMARY:Zajęte') == plain.count('BEGIN:VEVENT')

    def find_it_with_another_program(self):
        report = json.loads(self.ctl('--json', 'import', 'calendar', self.calendar, '--assistant', '1'))
        other = json.loads(self.ctl('--json', 'import', 'calendar', self.calendar, '--assistant', '2', '--dry-run'))
        assert sorted((report['same'], other['same'])) in ([0, 2], [2, 2]), (report, other)

    def quit(self):
        self.app.quit()
        shutil.rmtree(self.files)

    STEPS = (make_register, Scenario.unlock, look_at_what_would_happen, import_it, nothing_twice, a_damaged_file, save_the_week,
             find_it_with_another_program, quit)


if __name__ == '__main__':
    sys.exit(main(Path))
