#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_names.py PROGRAM ASYSTACTL FOLDER: what people were called before, by the keyboard.

In the invented register somebody is found by a name of old; a mother takes
another name and the old one is kept with its day; a name is added to the
history and removed. Writes TAP; when a step fails, FOLDER keeps a screenshot
and the accessibility tree of that moment.
"""

import json
import re
import sys
import time

from scenario import Scenario
from tap import main

FAMILY = 'Malinowscy'


class Names(Scenario):
    """The steps, in their order; each begins where the one before it ended."""

    def make_register(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')
        self.unlock()

    def somebody_renamed(self):
        """Somebody of the invented register who bore other names: the given name, those names, the family."""
        for letter in 'abcdefghijklmnoprstuwz':
            for hit in json.loads(self.ctl('--json', 'search', letter)):
                found = re.fullmatch(r'(\S+) \S+ \(formerly ([^()]+)\) – (\S+)', hit['text'])
                if found and hit['kind'] == 'person':
                    return found.groups()
        raise AssertionError('nobody has a former name')

    def find_by_former_name(self):
        """From the search of the whole register."""
        app = self.app
        given, former, family = self.somebody_renamed()
        app.key('ctrl+k')
        app.type(given + ' ' + former.split(', ', maxsplit=1)[0])
        app.see(re.escape(family + ' · dawniej ' + former))
        app.key('Escape')

    def person(self, name):
        self.app.act(self.app.find('push button', name + ', .*'))
        window = self.app.window('Osoba')
        time.sleep(0.5)
        return window

    def take_another_name(self):
        """The old one is kept with its day, seen in the row and on the axis."""
        app = self.app
        self.open_first_found(FAMILY, '1 z [0-9]+')
        app.key('alt+2')
        window = self.person('Beata Malinowska')
        app.enter('Nazwisko', 'Rumianek', root=window)
        app.see('Zachowaj „Malinowska” jako dawne nazwisko', root=window)
        app.enter('Data zmiany', '22.03.2026', root=window)
        self.save_form('Osoba')
        app.see(r'Beata Rumianek \(dawniej Malinowska\)')
        app.key('alt+1')
        app.see('Beata Malinowska: odtąd Beata Rumianek')

    def write_history(self):
        app = self.app
        app.key('alt+2')
        window = self.person('Beata Rumianek')
        app.press('Dodaj dawne nazwisko', root=window)
        app.enter('Dawne nazwisko', 'Jaskier', root=window)
        self.save_form('Osoba')
        app.see(r'Beata Rumianek \(dawniej Malinowska, Jaskier\)')

    def remove_from_history(self):
        """The oldest stands first; the name goes with its row."""
        app = self.app
        window = self.person('Beata Rumianek')
        app.press('Usuń', root=window)
        app.gone('list item', 'Jaskier')
        time.sleep(0.5)
        self.save_form('Osoba')
        app.see(r'Beata Rumianek \(dawniej Malinowska\)')

    def correct_spelling(self):
        """A name that was only misspelt leaves no trace."""
        app = self.app
        window = self.person('Beata Rumianek')
        app.enter('Nazwisko', 'Rumiankowa', root=window)
        switch = app.find('list item', 'Zachowaj „Rumianek” jako dawne nazwisko', root=window)
        app.focus(switch)
        app.key('space')
        app.gone(('text', 'entry'), 'Data zmiany')
        self.save_form('Osoba')
        app.see(r'Beata Rumiankowa \(dawniej Malinowska\)')

    def quit(self):
        self.app.quit()
        assert 'the chain is whole' in self.ctl('check')

    STEPS = (make_register, find_by_former_name, take_another_name, write_history, remove_from_history, correct_spelling, quit)


if __name__ == '__main__':
    sys.exit(main(Names))
