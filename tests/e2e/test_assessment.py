#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_assessment.py PROGRAM ASYSTACTL FOLDER: two assessments of a family side by side, and their paper.

In the invented register a family with several finished assessments: its page
leads to the comparison of the newest two, the chart says in words what it
shows, and the paper of both is begun, ready to be issued. Writes
TAP; when a step fails, FOLDER keeps a screenshot and the accessibility tree of
that moment.
"""

import json
import re
import sys

from scenario import Scenario
from tap import main


class Comparison(Scenario):
    """The steps, in their order; each begins where the one before it ended."""

    def __init__(self, program, ctl, folder):
        super().__init__(program, ctl, folder)
        self.family = None

    def papers(self):
        return json.loads(self.ctl('--json', 'letter', 'list', '--kind', 'comparison'))

    def make_register(self):
        self.ctl('demo', '--size', 'tiny', '--seed', '1')
        names = {paper['family'] for paper in self.papers()}
        known = [family for family in json.loads(self.ctl('--json', 'families')) if family['name'] in names]
        assert known, 'no family has two assessments'
        self.family = known[0]

    def open_comparison(self):
        self.unlock()
        self.open_first_found(self.family['address'], '1 z .*')
        self.app.key('alt+7')
        self.app.open_row('Porównaj oceny')
        self.app.see('Porównanie ocen')
        self.app.see('Trudności w czasie')

    def read_chart(self):
        """The chart says in words what it shows, and the summary counts the areas."""
        app = self.app
        app.see(r'\d+ obszar\w* z poprawą · .*')
        chart = app.find('image', 'Trudności w czasie')
        assert re.search(r'Od pierwszej oceny do ostatniej: (poprawa|pogorszenie|bez zmian)', chart.get_description()), \
            chart.get_description()

    def begin_paper(self):
        app = self.app
        app.press('Wydaj pismo')
        app.see('Porównanie dwóch ocen')
        app.see('Gotowe do wydania')
        assert [paper for paper in self.papers() if paper['family'] == self.family['name']]

    def quit(self):
        self.app.key('alt+Left')
        self.app.see('Porównanie ocen')
        self.app.quit()

    STEPS = (make_register, open_comparison, read_chart, begin_paper, quit)


if __name__ == '__main__':
    sys.exit(main(Comparison))
