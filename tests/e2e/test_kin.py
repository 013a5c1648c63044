#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_kin.py PROGRAM ASYSTACTL FOLDER: kinship by the keyboard, and two records of one person made one.

On a demonstration register, in Polish, by the accessibility tree and the keyboard. Writes TAP. When a
step fails, FOLDER keeps a screenshot and the accessibility tree of that moment.
"""

import os
import sys
import time

from driver import App, State, has, label_of, run, wait_for
from tap import main

TODAY = '2026-03-24'
PASSWORD = 'Haslo-Proby-26'
FAMILY = 'Malinowscy'


def password_fd():
    """A descriptor that gives the password to a child."""
    read_end, write_end = os.pipe()
    os.write(write_end, (PASSWORD + '\n').encode())
    os.close(write_end)
    return read_end


class Kin:
    """The steps, in their order."""

    def __init__(self, program, ctl, folder):
        self.program = program
        self.ctl_program = ctl
        self.folder = folder
        self.register = os.path.join(folder, 'rejestr.asysta')
        self.app = None

    def make_register(self):
        run(self.ctl_program, '--register', self.register, '--today', TODAY, '--password-fd', '0', 'demo', '--size', 'tiny',
            '--seed', '1', input=PASSWORD + '\n', env=dict(os.environ, LC_ALL='C.UTF-8'))

    def open_family(self):
        fd = password_fd()
        try:
            self.app = App([self.program, '--register', self.register, '--password-fd', fd, '--today', TODAY],
                           os.path.join(self.folder, 'asysta.log'), (fd,))
        finally:
            os.close(fd)
        app = self.app
        app.see('Dziś')
        app.key('ctrl+2')
        time.sleep(1)
        app.key('ctrl+f')
        app.type(FAMILY)
        app.key('Return')
        app.see(FAMILY)
        time.sleep(0.5)
        app.key('alt+2')
        app.see('Genogram')

    def figure(self, name):
        """A person of the genogram, by the beginning of the name that a screen reader says."""
        return self.app.find('push button', name + ', .*')

    def walk_by_kinship(self):
        """From the main person up to her mother, back and down to the oldest child, whose name says where it is."""
        app = self.app
        main = self.figure('Beata Malinowska')
        app.focus(main)
        app.key('Up')
        wait_for(lambda: any(has(node, State.FOCUSED) and 'poza rodziną' in label_of(node) for node in app.walk()
                             if node.get_role_name() == 'push button'), 'the grandmother to have the focus')
        app.key('Down')
        wait_for(lambda: has(main, State.FOCUSED), 'the mother to have the focus again')
        app.key('Down')
        wait_for(lambda: any(has(node, State.FOCUSED) and 'rodzina zastępcza' in label_of(node) for node in app.walk()
                             if node.get_role_name() == 'push button'), 'the oldest child to have the focus')
        app.key('Return')
        app.window('Osoba')
        app.key('Escape')
        app.closed('Osoba')

    def add_relative(self):
        """A grandfather who lives elsewhere comes into the genogram."""
        app = self.app
        app.press('Krewny')
        window = app.window('Krewny spoza rodziny')
        app.enter('Imię', 'Leon', root=window)
        app.enter('Nazwisko', 'Zmyślony', root=window)
        app.choose('Dziecko', 'Beata Malinowska')
        app.choose('Kim jest dla dziecka', 'ojciec')
        app.key('ctrl+Return')
        app.closed('Krewny spoza rodziny')
        self.figure('Leon Zmyślony')

    def enter_twice(self):
        """The same boy a second time: the form says that he is in the register."""
        app = self.app
        app.press('Dodaj')
        window = app.window('Nowa osoba')
        app.enter('Imię', 'Leon', root=window)
        app.enter('Nazwisko', 'Dwojaki', root=window)
        app.enter('PESEL', '15290200317', root=window)
        app.choose('Rola w rodzinie', 'syn')
        app.key('ctrl+Return')
        app.closed('Nowa osoba')
        app.press('Dodaj')
        window = app.window('Nowa osoba')
        app.enter('Imię', 'Leon', root=window)
        app.enter('Nazwisko', 'Dwojaki-Trojaki', root=window)
        app.enter('PESEL', '15290200317', root=window)
        app.choose('Rola w rodzinie', 'syn')
        app.key('ctrl+Return')
        app.closed('Nowa osoba')
        self.figure('Leon Dwojaki-Trojaki')

    def merge(self):
        app = self.app
        app.act(self.figure('Leon Dwojaki'))
        window = app.window('Osoba')
        app.press('Połącz…', root=window)
        app.window('Połącz dwa zapisy')
        app.key('ctrl+Return')
        app.closed('Połącz dwa zapisy')
        app.gone('push button', 'Leon Dwojaki-Trojaki, .*')
        app.see('Połączone zapisy')

    def take_back(self):
        app = self.app
        app.press('Rozdziel')
        self.figure('Leon Dwojaki-Trojaki')
        app.gone('label', 'Połączone zapisy')

    def quit(self):
        self.app.quit()
        health = run(self.ctl_program, '--register', self.register, '--today', TODAY, '--password-fd', '0', 'check',
                     input=PASSWORD + '\n', env=dict(os.environ, LC_ALL='C.UTF-8'))
        assert 'the chain is whole' in health, health

    STEPS = (make_register, open_family, walk_by_kinship, add_relative, enter_twice, merge, take_back, quit)


if __name__ == '__main__':
    sys.exit(main(Kin))
