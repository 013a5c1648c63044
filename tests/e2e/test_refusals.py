#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_refusals.py PROGRAM ASYSTACTL FOLDER: what the window does not do, or not without asking.

On a small demonstration register: the sixteenth family of an assistant, two
windows that disagree, a certificate that has expired; and a paper that comes
out of the printer's dialog. Writes TAP; FOLDER keeps what a failure left.
"""

import glob
import json
import os
import subprocess
import sys

from driver import App, State, has, run, wait_for
from tap import main

TODAY = '2026-03-24'
PASSWORD = 'Rejestr pokazowy 1'
FULL = 'Ewa Zmyślona'           # the first assistant of the register has as many families as the Act allows
KEY_PASSWORD = 'haslo-klucza'


def make_expired_key(folder):
    """A certificate whose last day was years before TODAY; wygasly.p12."""
    key, template, certificate, container = (os.path.join(folder, 'wygasly' + end) for end in ('.key', '.cfg', '.pem', '.p12'))
    with open(template, 'w', encoding='utf-8') as out:
        out.write('serial = 7\ndn = "C=PL,CN=Ewa Dawna"\nactivation_date = "2020-01-01 00:00:00"\n'
                  'expiration_date = "2021-12-31 23:59:59"\nsigning_key\nnon_repudiation\n')
    run('certtool', '--generate-privkey', '--key-type', 'rsa', '--bits', '2048', '--outfile', key)
    run('certtool', '--generate-self-signed', '--load-privkey', key, '--template', template, '--outfile', certificate)
    run('openssl', 'pkcs12', '-export', '-inkey', key, '-in', certificate, '-passout', 'pass:' + KEY_PASSWORD, '-out', container)
    return container


class Refusals:
    """The steps, in their order."""

    def __init__(self, program, ctl, folder):
        self.program = program
        self.ctl_program = ctl
        self.folder = folder
        self.register = os.path.join(folder, 'pokaz.asysta')
        self.app = None

    def ctl(self, *arguments):
        return run(self.ctl_program, '--register', self.register, '--today', TODAY, '--password-fd', '0', *arguments,
                   input=PASSWORD + '\n', env=dict(os.environ, LC_ALL='C.UTF-8'))

    def open_window(self, log):
        """A window that has the register open: its password comes through a descriptor."""
        reading, writing = os.pipe()
        os.write(writing, (PASSWORD + '\n').encode())
        os.close(writing)
        app = App([self.program, '--today', TODAY, '--register', self.register, '--password-fd', str(reading)],
                  os.path.join(self.folder, log), pass_fds=[reading])
        os.close(reading)
        app.see('wtorek, 24 marca 2026')
        return app

    def start(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')
        # A motion has been made, nobody is assigned.
        self.waiting = next(row['name'] for row in json.loads(self.ctl('--json', 'families')) if row['stage'] == 'motion')
        self.app = self.open_window('asysta.log')

    def refuse_descriptor(self):
        done = subprocess.run([self.program, '--register', self.register, '--password-fd', '99'], capture_output=True, text=True,
                              check=False, timeout=60)
        assert done.returncode == 1 and 'deskryptora 99' in done.stderr, done

    # The sixteenth family

    def give_consent(self):
        app = self.app
        app.key('ctrl+2')
        app.enter('Szukaj wśród rodzin', self.waiting)
        app.see('1 z .*')
        app.key('ctrl+f')
        app.key('Down', 'Return')
        app.press('Zapisz zgodę')
        app.window('Zgoda')
        app.key('ctrl+Return')
        app.closed('Zgoda')

    def refuse_sixteenth_family(self):
        app = self.app
        self.give_consent()
        app.press('Przydziel asystenta')
        window = app.window('Przydziel asystenta')
        app.see('15 z 15 rodzin')
        app.check(FULL)
        app.see(r'Ten asystent ma pod opieką 15 rodzin\. Od 1 stycznia 2015 limit wynosi 15 \(art\. 15 .*\)\.')
        app.key('ctrl+Return')
        app.see(r'Asystent ma już rodzin: 15, a limit wynosi 15 \(art\. 15 .*, obowiązuje od .*2015\)\..*', root=window)
        assert 'Przydziel asystenta' in app.titles(), 'the form has closed as if it had saved'
        app.key('Escape')
        app.press('Odrzuć', root=app.window('Odrzucić wpisane zmiany.'))
        app.closed('Przydziel asystenta')
        row = next(row for row in json.loads(self.ctl('--json', 'families')) if row['name'] == self.waiting)
        assert row['assistant'] is None, row

    # Two windows

    def open_worker(self, app):
        app.key('ctrl+6')
        app.see('2 asystentów.*')
        app.open_row(FULL)
        app.press('Popraw…')
        app.window('Asystent')

    def ask_when_windows_disagree(self):
        app = self.app
        self.open_worker(app)
        app.enter('Rejon, dzielnica', 'Moja dzielnica')
        other = self.open_window('inne-okno.log')
        other.activate()
        self.open_worker(other)
        other.enter('Rejon, dzielnica', 'Ich dzielnica')
        other.key('ctrl+Return')
        other.closed('Asystent')
        other.quit()
        app.activate()
        app.key('ctrl+Return')
        question = app.window('Ktoś zapisał zmiany')
        app.see('(?s).*Ich dzielnica.*', root=question)
        app.press('Wróć do formularza', root=question)
        app.closed('Ktoś zapisał zmiany')
        app.holds('Rejon, dzielnica', 'Moja dzielnica')
        app.key('ctrl+Return')
        app.press('Pokaż ich wersję', root=app.window('Ktoś zapisał zmiany'))
        app.closed('Ktoś zapisał zmiany')
        app.holds('Rejon, dzielnica', 'Ich dzielnica')
        app.key('Escape')
        app.closed('Asystent')

    # Papers

    def open_paper(self):
        app = self.app
        app.key('ctrl+5')
        app.open_row('Okresowa ocena sytuacji rodziny.*')
        app.find('push button', 'Podpisz…')

    @staticmethod
    def list_printed():
        return set(glob.glob(os.path.expanduser('~/*.pdf')) + glob.glob('*.pdf'))

    def print_to_file(self):
        app = self.app
        self.open_paper()
        app.key('ctrl+p')
        dialog = app.window('Wydruk')
        # No printer is chosen: the one that is always there writes a file.
        assert not has(app.find('push button', 'Wydrukuj', root=dialog), State.SENSITIVE), 'a paper goes to no printer'
        app.focus(app.row('Wydruk do pliku', root=dialog))
        app.key('space')
        before = self.list_printed()
        app.press('Wydrukuj', root=dialog)
        app.closed('Wydruk')
        made = wait_for(lambda: self.list_printed() - before, 'the printed file').pop()
        wait_for(lambda: os.path.getsize(made) > 0, 'the printed file to be written')
        text = run('pdftotext', '-layout', made, '-')
        os.remove(made)
        assert 'Znak: AR.4021.' in text and 'Strona 1 z' in text, text

    def refuse_expired_certificate(self):
        app = self.app
        container = make_expired_key(self.folder)
        app.press('Podpisz…')
        window = app.window('Podpisz pismo')
        app.press('Wybierz….*', root=window)
        app.window('Wybierz certyfikat')
        app.type(container)
        app.key('Return')
        app.closed('Wybierz certyfikat')
        app.enter('Hasło do pliku', KEY_PASSWORD, root=window)
        app.press('Podpisz', root=window)
        app.find('alert', 'Certyfikat wygasł.*')
        # The file is what has to be mended, not its password.
        wait_for(lambda: has(app.row('Plik z certyfikatem.*', root=window), State.FOCUSED), 'the focus on the file')
        app.key('Escape')
        app.closed('Podpisz pismo')

    def quit(self):
        self.app.quit()

    STEPS = (start, refuse_descriptor, refuse_sixteenth_family, ask_when_windows_disagree, print_to_file,
             refuse_expired_certificate, quit)


if __name__ == '__main__':
    sys.exit(main(Refusals))
