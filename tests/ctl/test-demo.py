#!/usr/bin/python3
"""The demonstration register, and the lists that are made of it."""
from asystactl import PASSWORD, TODAY, Case, DemoCase, main, run


class Same(Case):
    """What can be told of a register without its random parts."""

    def content(self, register, today):
        def on(*args):
            result = run('--register', register, '--today', today, '--json', *args, password=PASSWORD)
            self.assertEqual(result.code, 0, result.err)
            return result.json
        return on('families', '--all'), on('due', '--days', '400'), on('letter', 'list')

    def make(self, name, seed, today=TODAY):
        result = run('--register', self.path(name), '--today', today, '--json', 'demo', '--size', 'tiny', '--seed', seed,
                     password=PASSWORD)
        self.assertEqual(result.code, 0, result.err)
        totals = [result.json[key] for key in ('families', 'assistants', 'visits', 'papers')]
        return totals, self.content(self.path(name), today)

    def test_the_same_seed_gives_the_same_content(self):
        self.assertEqual(self.make('a.asysta', 3), self.make('b.asysta', 3))

    def test_another_seed_gives_another(self):
        self.assertNotEqual(self.make('a.asysta', 3)[1], self.make('b.asysta', 4)[1])

    def test_any_day_and_seed_will_do(self):
        days = ((0, '2024-02-29'), (4294967295, '2025-12-31'), (42, '2030-01-01'))
        for number, (seed, today) in enumerate(days):
            with self.subTest((seed, today)):
                self.make(f'{number}.asysta', seed, today)


class Content(DemoCase):
    def test_no_user_is_needed_to_open_it(self):
        self.assertEqual(self.demo('families').code, 0)
        self.assertEqual(self.demo('--user', 'demo', 'families').code, 0)

    def test_every_stage_is_there(self):
        stages = {family['stage'] for family in self.demo('--json', 'families', '--all').json}
        wanted = {'notice', 'analysis', 'motion', 'assigned', 'diagnosis', 'planning', 'work', 'suspended', 'ending'}
        self.assertEqual(wanted - stages, set())

    def test_one_assistant_is_at_the_limit_of_the_act(self):
        counts = {}
        for family in self.demo('--json', 'families').json:
            if family['assistant']:
                counts[family['assistant']] = counts.get(family['assistant'], 0) + 1
        self.assertEqual(max(counts.values()), 15, counts)

    def test_families_lines(self):
        result = self.demo('families')
        self.assertEqual(len(result.lines), len(self.demo('--json', 'families').json))
        for line in result.lines:
            self.assertEqual(len(line), 5)
            self.assertRegex(line[0], r'^\d+$')
            self.assertRegex(line[4], r'^(\d{4}-\d\d-\d\d)?$')

    def test_families_are_in_polish_order(self):
        letters = 'aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż'
        names = [family['name'].lower() for family in self.demo('--json', 'families', '--all').json]
        self.assertEqual(names, sorted(names, key=lambda name: [letters.index(c) for c in name]))

    def test_due(self):
        result = self.demo('due')
        self.assertEqual(result.code, 0)
        due = result.json
        self.assertGreater(len(due), 10)
        for entry in due:
            self.assertEqual(set(entry), {'kind', 'due', 'days_left', 'family', 'what', 'article', 'why', 'assistant'})
            self.assertRegex(entry['due'], r'^\d{4}-\d\d-\d\d$')
            self.assertIsInstance(entry['days_left'], int)
            self.assertLessEqual(entry['days_left'], 30)
            self.assertTrue(entry['what'] and entry['why'], entry)
            # The report of an assistant is of no family.
            self.assertEqual(entry['family'] is None, entry['kind'] == 'month-report', entry)
        self.assertEqual([entry['due'] for entry in due], sorted(entry['due'] for entry in due))
        self.assertLessEqual({'court-opinion', 'assessment', 'assignment', 'hearing'}, {entry['kind'] for entry in due})
        self.assertTrue(any(entry['days_left'] < 0 for entry in due), 'nothing is overdue')

    def test_due_of_one_assistant(self):
        mine = self.demo('due', '--days', '400', '--assistant', 'Marek Wzorcowy').json
        self.assertTrue(mine)
        self.assertEqual({entry['assistant'] for entry in mine}, {'Marek Wzorcowy'})
        self.assertEqual(mine, self.demo('due', '--days', '400', '--assistant', 'wzorc').json)
        self.assertEqual(mine, self.demo('due', '--days', '400', '--assistant', 'mwzorcowy').json)
        self.assertEqual(self.demo('due', '--assistant', 'Nikt').code, 1)

    def test_today_moves_the_days_left(self):
        def key(entry):
            return entry['family'], entry['kind'], entry['due'], entry['what']
        first = {key(entry): entry['days_left'] for entry in self.demo('due').json}
        later = run('--register', self.register, '--today', '2026-03-29', 'due', password=PASSWORD).json
        both = [(first[key(entry)], entry['days_left']) for entry in later if key(entry) in first]
        self.assertTrue(both)
        for before, after in both:
            self.assertEqual(before - after, 5)

    def test_search(self):
        result = self.demo('search', 'MALINOW')
        self.assertEqual(result.code, 0)
        kind, number, text = result.lines[0]
        self.assertEqual(kind, 'family')
        self.assertRegex(number, r'^\d+$')
        self.assertTrue(text.startswith('Malinowscy'))
        self.assertEqual(self.demo('search', 'malinow').out, result.out)
        self.assertEqual(self.demo('search', 'nie ma takiego').out, '')
        self.assertEqual(self.demo('search', 'poradnia').lines[0][0], 'provider')

    def test_search_takes_anything(self):
        for text in ('"', "'; DROP TABLE family", '*', 'a' * 3000, 'żółć', '% _', ')', 'NEAR(a b)', '\\'):
            with self.subTest(text[:20]):
                self.assertEqual(self.demo('search', '--', text).code, 0)

    def test_search_json(self):
        hits = self.demo('--json', 'search', 'zmyslona').json
        self.assertEqual(set(hits[0]), {'kind', 'id', 'text'})
        self.assertIn('worker', {hit['kind'] for hit in hits})


class Town(Case):
    def test_caseload_and_papers(self):
        result = run('--register', self.path('t.asysta'), '--today', TODAY, '--json', 'demo', '--size', 'town', '--seed', '1',
                     password=PASSWORD)
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual((result.json['assistants'], result.json['families']), (8, 150))
        self.assertGreater(result.json['visits'], 5000)
        counts = {}
        for family in self.on(self.path('t.asysta'), '--json', 'families').json:
            counts[family['assistant']] = counts.get(family['assistant'], 0) + 1
        counts.pop(None, None)
        self.assertEqual(len(counts), 8)
        self.assertLessEqual(max(counts.values()), 15)
        self.assertEqual(self.on(self.path('t.asysta'), 'check').code, 0)


if __name__ == '__main__':
    main()
