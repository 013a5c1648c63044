#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_safety.py PROGRAM ASYSTACTL FOLDER: a threat to a child, from one keystroke to the register of interventions.

Reports a threat in a family by the keyboard, finds it in the family, in Today, in
the register of interventions and, with another program, in the register itself,
and notes who was told. In Polish, on an invented register. Writes TAP; when a step
fails, FOLDER keeps a screenshot and the accessibility tree of that moment.
"""

import json
import os
import re
import shutil
import sys
import tempfile

from driver import App, Failure, run, wait_for
from tap import main

TODAY = '2026-03-24'
PASSWORD = 'Haslo-Proby-26'
SEEN = 'Dwoje dzieci bez opieki na klatce schodowej.'
DUE = 'intervention'


class Path:
    """The steps, in their order; each begins where the one before it ended."""

    def __init__(self, program, ctl, folder):
        self.program = program
        self.ctl_program = ctl
        self.folder = folder
        self.register = os.path.join(folder, 'pokaz.asysta')
        self.app = None
        self.family = None

    def ctl(self, *arguments):
        return run(self.ctl_program, '--register', self.register, '--today', TODAY, '--password-fd', '0', *arguments,
                   input=PASSWORD + '\n', env=dict(os.environ, LC_ALL='C.UTF-8'))

    def due(self):
        """What asystactl says is due for the family because of a threat."""
        return [entry for entry in json.loads(self.ctl('--json', 'due'))
                if entry['kind'] == DUE and entry['family'] == self.family]

    def save_form(self, title):
        self.app.key('ctrl+Return')
        self.app.closed(title)

    def make_register(self):
        self.ctl('demo', '--size', 'town', '--seed', '1')
        threatened = {entry['family'] for entry in json.loads(self.ctl('--json', 'due')) if entry['kind'] == DUE}
        at_work = [entry['family'] for entry in json.loads(self.ctl('--json', 'due')) if entry['kind'] == 'assessment']
        self.family = next(name for name in at_work if name not in threatened)
        assert not self.due()

    def unlock(self):
        self.app = App([self.program, '--register', self.register, '--today', TODAY], os.path.join(self.folder, 'asysta.log'))
        self.app.enter('Hasło', PASSWORD, seconds=60)
        self.app.press('Odblokuj')
        self.app.see('wtorek, 24 marca 2026')

    def report_by_one_keystroke(self):
        app = self.app
        app.key('ctrl+2')
        app.enter('Szukaj wśród rodzin', self.family)
        app.see(r'[0-9]+ z [0-9]+')
        app.key('ctrl+f')
        app.key('Down', 'Return')
        app.find('push button', 'Zapisz wizytę')
        app.key('ctrl+shift+i')
        app.window('Zagrożenie dziecka')
        app.enter('Co zaobserwowano', SEEN)
        self.save_form('Zagrożenie dziecka')

    def find_it_in_the_family(self):
        self.app.see('Zagrożenie dziecka, nikogo nie powiadomiono')

    def make_the_folder_for_an_inspection(self):
        app = self.app
        # Away from the register: a file chooser that looks into its files drops the locks that this process has on them.
        path = os.path.join(tempfile.mkdtemp(prefix='asysta-'), 'teczka.pdf')
        app.press('Więcej o rodzinie')
        app.press('Teczka rodziny do PDF…')
        app.window('Teczka rodziny')
        app.key('ctrl+Return')
        app.window('Eksport do PDF')
        app.key('ctrl+a')
        app.type(path)
        app.key('Return')
        app.see('Zapisano jako teczka.pdf; plik nie jest zaszyfrowany')
        text = re.sub(r'\s+', ' ', run('pdftotext', '-layout', path, '-'))
        shutil.rmtree(os.path.dirname(path))
        for words in ('TECZKA RODZINY', self.family, 'Spis treści', SEEN):
            assert words in text, words + ' is not in the folder'

    def find_it_in_the_database(self):
        found = wait_for(self.due, 'the threat in asystactl due')
        assert len(found) == 1 and found[0]['article'] == 'art. 572 § 1 KPC' and found[0]['due'] == TODAY, found

    def find_it_today(self):
        app = self.app
        app.key('ctrl+1')
        app.see('Interwencje w toku')
        app.row('24 mar – ' + re.escape(self.family))

    def note_in_the_register_who_was_told(self):
        app = self.app
        app.press('Rejestr')
        app.see('Rejestr interwencji')
        app.open_row('24 mar – ' + re.escape(self.family))
        app.window('Zagrożenie dziecka')
        app.holds('Co zaobserwowano', re.escape(SEEN))
        app.enter('112 lub policja', '24.03.2026')
        app.enter('112 lub policja: kto i jak', 'telefonicznie, dyspozytor 112')
        self.save_form('Zagrożenie dziecka')
        app.see('(?s).*Powiadomiono: 112 lub policja 24 mar')
        assert not self.due(), 'somebody was told, and it is due all the same'

    def write_the_notice_to_the_court(self):
        app = self.app
        app.open_row('24 mar – ' + re.escape(self.family))
        app.window('Zagrożenie dziecka')
        app.enter('Miejsce', 'klatka schodowa, ul. Zmyślona 4')
        app.key('alt+n')
        app.closed('Zagrożenie dziecka')
        app.see('Zawiadomienie sądu opiekuńczego.*')

    def find_the_notice_in_the_database(self):
        def look():
            return [letter for letter in json.loads(self.ctl('--json', 'letter', 'list', '--kind', 'court-notice'))
                    if letter['family'] == self.family]
        notices = wait_for(look, 'the notice in asystactl letter list')
        assert len(notices) == 1 and notices[0]['state'] == 'draft', notices
        path = os.path.join(self.folder, 'zawiadomienie.pdf')
        self.ctl('letter', 'export', str(notices[0]['id']), '-o', path)
        text = re.sub(r'\s+', ' ', run('pdftotext', '-layout', path, '-'))
        for words in ('art. 572', SEEN, 'klatka schodowa, ul. Zmyślona 4', 'telefonicznie, dyspozytor 112', 'Dotychczasowa praca'):
            assert words in text, words + ' is not in ' + text

    def find_the_notice_in_the_intervention(self):
        app = self.app
        app.key('alt+Left')
        app.open_row('24 mar – ' + re.escape(self.family))
        app.window('Zagrożenie dziecka')
        app.find('push button', 'Otwórz zawiadomienie .*', shown=False)
        app.key('Escape')
        app.closed('Zagrożenie dziecka')

    def close_it(self):
        app = self.app
        app.open_row('24 mar – ' + re.escape(self.family))
        app.window('Zagrożenie dziecka')
        app.enter('Wynik', 'Dzieci są pod opieką babci.')
        app.enter('Zamknięta dnia', '24.03.2026')
        self.save_form('Zagrożenie dziecka')
        app.gone(('list item', 'label'), '24 mar – ' + re.escape(self.family))
        app.pick('Które interwencje', 'Zamknięte')
        app.row('24 mar – ' + re.escape(self.family))

    def quit(self):
        self.app.quit()

    STEPS = (make_register, unlock, report_by_one_keystroke, find_it_in_the_family, make_the_folder_for_an_inspection,
             find_it_in_the_database, find_it_today, note_in_the_register_who_was_told, write_the_notice_to_the_court,
             find_the_notice_in_the_database, find_the_notice_in_the_intervention, close_it, quit)


if __name__ == '__main__':
    sys.exit(main(Path))
