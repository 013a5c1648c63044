#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the steps of several end-to-end tests share: the register, the start of the program, forms."""

import os

from driver import App, run

TODAY = '2026-03-24'
PASSWORD = 'Haslo-Proby-26'


class Scenario:
    """A register in a folder, and the window on it."""

    LOGIN = None                # whom asystactl opens the register for, where it has several users

    def __init__(self, program, ctl, folder):
        self.program = program
        self.ctl_program = ctl
        self.folder = folder
        self.register = os.path.join(folder, 'rejestr.asysta')
        self.app = None

    def ctl(self, *arguments):
        """What asystactl says of the register, which the window has open."""
        user = ('--user', self.LOGIN) if self.LOGIN else ()
        return run(self.ctl_program, '--register', self.register, *user, '--today', TODAY, '--password-fd', '0', *arguments,
                   input=PASSWORD + '\n', env=dict(os.environ, LC_ALL='C.UTF-8'))

    def start_program(self, *arguments):
        self.app = App([self.program, '--today', TODAY, *arguments], os.path.join(self.folder, 'asysta.log'))

    def unlock(self):
        self.start_program('--register', self.register)
        self.app.enter('Hasło.*', PASSWORD, seconds=60)
        self.app.key('Return')
        self.app.see('wtorek, 24 marca 2026', 60)

    def open_first_found(self, text, found):
        """Opens the family that a search among the families leaves; @found says how many there are."""
        app = self.app
        app.key('ctrl+2')
        app.enter('Szukaj wśród rodzin', text)
        app.see(found)
        app.key('ctrl+f')
        app.key('Down', 'Return')

    def save_form(self, title):
        """Saves the open form by the keyboard, and waits until it is gone."""
        self.app.key('ctrl+Return')
        self.app.closed(title)

    def fill(self, title, fields, save=True):
        """A form that is open already."""
        self.app.window(title)
        for field, value in fields.items():
            self.app.enter(field, value)
        if save:
            self.save_form(title)
