#!/usr/bin/python3
"""asystactl without a register: its call, its help, numbers and days off."""
import csv
import locale
import subprocess
import unittest

from asystactl import PROGRAM, Case, main, run, shared

COMMANDS = ('init', 'demo', 'check', 'import', 'export', 'search', 'families', 'due', 'letter', 'week', 'sign', 'verify',
            'validate', 'days-off')


def rows_of(*parts, delimiter=','):
    with open(shared(*parts), encoding='utf-8-sig') as file:
        return list(csv.DictReader(file, delimiter=delimiter))


class Usage(Case):
    def test_version(self):
        result = run('--version')
        self.assertEqual((result.code, result.err), (0, ''))
        self.assertRegex(result.out, r'^asystactl \d+\.\d+\.\d+\n$')

    def test_help_names_every_command(self):
        result = run('--help')
        self.assertEqual(result.code, 0)
        for command in COMMANDS:
            self.assertIn(f'\n  {command}', result.out)

    def test_every_command_has_help(self):
        for command in COMMANDS:
            with self.subTest(command):
                result = run(command, '--help')
                self.assertEqual((result.code, result.err), (0, ''))
                self.assertRegex(result.out, rf'\A\S+\n  asystactl \[\S+\] {command}( |\n)')
                self.assertNotIn('(null)', result.out)

    def test_help_lists_the_options_of_the_command_before_those_of_the_program(self):
        for command, option in (('init', '--full-name'), ('import', '--dry-run'), ('letter', '--kind'), ('letter', '--output'),
                                ('week', '--initials'), ('sign', '--key'), ('days-off', '--year')):
            with self.subTest(command):
                own, others = run(command, '--help', env={'LC_ALL': 'C.UTF-8'}).out.split('\nOptions of the program:\n')
                self.assertIn('\nOptions of the command:\n', own)
                self.assertRegex(own, rf'\n  .*{option}\b')
                self.assertTrue(others.startswith('  --register=FILE '), others)
                self.assertNotIn('Application Options', own + others)

    def test_help_speaks_polish(self):
        try:
            locale.setlocale(locale.LC_ALL, 'pl_PL.UTF-8')
        except locale.Error as error:
            raise unittest.SkipTest('no Polish locale on this machine') from error
        finally:
            locale.setlocale(locale.LC_ALL, 'C')
        for command in ('', *COMMANDS):
            with self.subTest(command):
                text = run(*command.split(), '--help', env={'LC_ALL': 'pl_PL.UTF-8'}).out
                self.assertEqual(text.count('\nOpcje programu:\n'), int(command != ''), text)
                self.assertNotRegex(text, r'\b(FILE|NAME|TEXT|WHO|YEAR|KIND|COMMAND|OUT|PERSON|YYYY)\b')

    def test_wrong_usage_ends_with_two(self):
        calls = [
            (), ('frobnicate',), ('--frobnicate',), ('check', '--frobnicate'), ('search',), ('import',), ('import', 'providers'),
            ('import', 'visits', 'x.csv'), ('validate',), ('validate', 'iban'), ('validate', 'pesel', 'nip'),
            ('days-off', '--year', 'x'), ('days-off', '--year', '1989'), ('days-off', '--year'), ('letter',),
            ('letter', 'burn', '1'), ('letter', 'export', '1'), ('letter', 'export', 'one', '-o', 'x.pdf'), ('week', '-o', 'x.pdf'),
            ('week', '--assistant', 'a'), ('week', '--assistant', 'a', '--week', '2026-13', '-o', 'x.pdf'), ('sign',),
            ('sign', 'x.pdf'), ('verify',), ('verify', 'a.pdf', 'b.pdf'), ('--today', '24.03.2026', 'days-off'),
            ('--password-fd', 'x', 'check'), ('demo', '--size', 'huge'), ('demo', '--seed', '-1'), ('check',),
            ('due', '--days', '-1'), ('--json', 'letter', 'export', '1', '-o', '-'), ('--json', 'week', '--assistant', 'a', '-o', '-'),
            ('--json', 'sign', 'x.pdf', '--key', 'k.p12', '-o', '-'), ('letter', 'list', '-o', 'x.pdf'),
            ('letter', 'burn', '--kind', 'plan'),
        ]
        for call in calls:
            with self.subTest(call):
                result = run(*call)
                self.assertEqual((result.code, result.out), (2, ''), result.err)
                self.assertTrue(result.err.startswith('asystactl: '), result.err)

    def test_options_of_the_program_stand_anywhere(self):
        for call in (('--json', 'days-off', '--year', '2026'), ('days-off', '--json', '--year', '2026'),
                     ('days-off', '--year=2026', '--json')):
            self.assertEqual(len(run(*call).json), 14, call)

    def test_machine_formats_do_not_change_with_the_language(self):
        for locale in ('C', 'C.UTF-8', 'pl_PL.UTF-8', 'de_DE.UTF-8', ''):
            with self.subTest(locale):
                result = run('days-off', '--year', '2025', env={'LC_ALL': locale})
                self.assertEqual(result.code, 0)
                self.assertIn('2025-12-24\tWigilia Bożego Narodzenia\n', result.out)

    def test_a_full_disk_behind_the_output_is_a_failure(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([PROGRAM, 'days-off', '--year', '2026'], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 1)


class DaysOff(Case):
    def test_christmas_eve_is_a_day_off_from_2025(self):
        self.assertNotIn('2024-12-24', run('days-off', '--year', '2024').out)
        self.assertIn(['2025-12-24', 'Wigilia Bożego Narodzenia'], run('days-off', '--year', '2025').lines)

    def test_this_year_is_the_one_of_today(self):
        self.assertEqual(run('--today', '2031-01-01', 'days-off').out, run('days-off', '--year', '2031').out)

    def test_public_table(self):
        table = [[row['date'], row['name_pl']] for row in rows_of('calendar-pl', 'swieta_ustawowe_2024-2026.csv')]
        mine = [line for year in (2024, 2025, 2026) for line in run('days-off', '--year', year).lines]
        self.assertEqual(mine, table)


class Validate(Case):
    def answers(self, kind, *values):
        stdin = b''.join(value if isinstance(value, bytes) else value.encode() + b'\n' for value in values)
        result = run('validate', kind, stdin=stdin)
        self.assertEqual(result.code, 0, result.err)
        return result.lines

    def test_pesel(self):
        self.assertEqual(self.answers('pesel', '85071400124', '99123143213', '00222900177', '85071400125', '8507140012', 'abc', '',
                                      '00000000000', '85133100123'),
                         [['85071400124', 'valid', '', '1985-07-14', 'F'],
                          ['99123143213', 'valid', '', '1999-12-31', 'M'],
                          ['00222900177', 'valid', '', '2000-02-29', 'M'],
                          ['85071400125', 'invalid', 'check-digit', '', ''],
                          ['8507140012', 'invalid', 'length', '', ''],
                          ['abc', 'invalid', 'non-digit', '', ''],
                          ['', 'invalid', 'empty', '', ''],
                          ['00000000000', 'invalid', 'no-such-date', '', ''],
                          ['85133100123', 'invalid', 'no-such-date', '', '']])

    def test_other_kinds(self):
        for kind, good, bad in (('nip', '5991113333', '5991113334'), ('regon', '123456785', '123456786'),
                                ('postcode', '66-400', '6-400'), ('phone', '(71) 78-22-322', '12'),
                                ('case-number', 'III Nsm 756/25', 'Nsm')):
            with self.subTest(kind):
                lines = self.answers(kind, good, bad)
                self.assertEqual(lines[0], [good, 'valid', ''])
                self.assertEqual(lines[1][:2], [bad, 'invalid'])
                self.assertRegex(lines[1][2], r'^[a-z-]+$')

    def test_odd_lines(self):
        """Breaks of Windows, a last line without one, bytes that are no text, tabs: one answer a line, none lost."""
        lines = self.answers('nip', b'5991113333\r\n', b'\xff\xfe\n', b'5\t9\n', b'599\x001113333\n', b'5991113333')
        self.assertEqual([line[1] for line in lines], ['valid', 'invalid', 'invalid', 'invalid', 'valid'])
        self.assertEqual([len(line) for line in lines], [3] * 5)

    def test_nothing_to_validate(self):
        self.assertEqual(self.answers('nip', b''), [])

    def test_json(self):
        result = run('--json', 'validate', 'pesel', stdin=b'85071400124\nx\n')
        self.assertEqual(result.json, [
            {'value': '85071400124', 'valid': True, 'reason': '', 'birth_date': '1985-07-14', 'sex': 'F'},
            {'value': 'x', 'valid': False, 'reason': 'non-digit', 'birth_date': None, 'sex': None}])

    def test_public_numbers(self):
        rows = rows_of('pesel', 'pesel_vectors_small.csv')
        lines = self.answers('pesel', *(row['pesel'] for row in rows))
        self.assertEqual(len(lines), len(rows))
        for row, line in zip(rows, lines):
            self.assertEqual(line[1], row['expected_strict'].split(':')[0], row)
            if line[1] == 'valid':
                self.assertEqual(line[3:], [row['birth_date'], row['sex']], row)

    def test_numbers_of_public_registers(self):
        """What offices and schools publish about themselves is right, so each refusal would be ours."""
        schools = rows_of('rspo-directory', 'rspo-gorzow-2020.csv', delimiter=';')
        centres = rows_of('ops-directory', 'ops_slaskie.csv')
        for kind, rows, column, count in (('nip', schools, 'NIP', 82), ('regon', schools, 'REGON', 168),
                                          ('postcode', schools, 'Kod pocztowy', 168), ('phone', schools, 'Telefon', 162),
                                          ('postcode', centres, 'kod_pocztowy', 167)):
            with self.subTest((kind, column)):
                lines = self.answers(kind, *(row[column].strip() for row in rows if row[column].strip()))
                self.assertEqual(len(lines), count)
                self.assertEqual([line for line in lines if line[1] != 'valid'], [])


if __name__ == '__main__':
    main()
