#!/usr/bin/python3
"""Calendars of other programs in, the calendar of an assistant out."""
from asystactl import DemoCase, main

HEAD = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'
TAIL = 'END:VCALENDAR\r\n'


def event(uid, *lines):
    return ''.join(line + '\r\n' for line in ('BEGIN:VEVENT', 'UID:' + uid) + lines + ('END:VEVENT',))


MEETING = event('a', 'DTSTART:20260325T180000', 'DTEND:20260325T190000', 'SUMMARY:Zebranie w szkole')
SERIES = event('s', 'DTSTART;TZID=Europe/Warsaw:20260326T180000', 'DTEND;TZID=Europe/Warsaw:20260326T190000',
               'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:Kurs')
NOWHERE = event('z', 'DTSTART;TZID=Mars:20260325T090000', 'DTEND;TZID=Mars:20260325T100000')


class Calendar(DemoCase):
    def take(self, *events, args=(), code=0, who='Ewa Zmyślona'):
        path = self.write('praca.ics', HEAD + ''.join(events) + TAIL)
        result = self.demo('import', 'calendar', path, '--assistant', who, *args)
        self.assertEqual(result.code, code, result.err)
        return result

    def counts(self, result):
        return [result.json[key] for key in ('events', 'left_out', 'added', 'changed', 'removed', 'same', 'kept', 'skipped')]

    def export(self, *args):
        path = self.path('tydzien.ics')
        result = self.demo('export', 'calendar', *args, '-o', path)
        self.assertEqual(result.code, 0, result.err)
        return self.read(path).decode()

    def test_second_run_adds_none(self):
        self.assertEqual(self.counts(self.take(MEETING, SERIES)), [2, 0, 4, 0, 0, 0, 0, 0])
        self.assertEqual(self.counts(self.take(MEETING, SERIES)), [2, 0, 0, 0, 0, 4, 0, 0])

    def test_a_dry_run_tells_what_would_happen(self):
        dry = self.take(MEETING, SERIES, args=['--dry-run'])
        self.assertEqual(self.counts(dry), [2, 0, 4, 0, 0, 0, 0, 0])
        self.assertIn('2026-03-25', dry.err)
        self.assertIn('Zebranie w szkole', dry.err)
        self.assertEqual(self.counts(self.take(MEETING, SERIES)), [2, 0, 4, 0, 0, 0, 0, 0])
        moved = MEETING.replace('T180000', 'T170000').replace('T190000', 'T180000')
        short = SERIES.replace('COUNT=3', 'COUNT=2')
        for args in (['--dry-run'], []):
            self.assertEqual(self.counts(self.take(moved, short, args=args)), [2, 0, 0, 1, 1, 2, 0, 0])

    def test_an_unknown_zone_is_told(self):
        result = self.take(MEETING, NOWHERE)
        self.assertEqual(self.counts(result), [2, 1, 1, 0, 0, 0, 0, 0])
        self.assertEqual(result.json['remarks'], [{'line': 9, 'reason': 'unknown-zone', 'detail': 'Mars'}])

    def test_files_that_cannot_be_used(self):
        for name, text, line in (('cut.ics', HEAD + MEETING[:-14], 3), ('table.ics', 'a;b\n1;2\n', 1),
                                 ('crossed.ics', HEAD + 'BEGIN:VEVENT\n' + TAIL, 4)):
            with self.subTest(name):
                result = self.demo('import', 'calendar', self.write(name, text), '--assistant', 'Ewa Zmyślona',
                                   env={'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'C'})
                self.assertEqual((result.code, result.out), (1, ''))
                self.assertIn(f'{name}, line {line}: ', result.err)
                self.assertEqual(len(result.err.splitlines()), 1)

    def test_usage(self):
        path = self.write('a.ics', HEAD + MEETING + TAIL)
        self.assertEqual(self.demo('import', 'calendar', path).code, 2)
        self.assertEqual(self.demo('export', 'calendar', '-o', self.path('x.ics')).code, 2)
        self.assertEqual(self.demo('export', 'calendar', '--assistant', 'Ewa Zmyślona').code, 2)
        self.assertEqual(self.demo('export', 'calendar', '--assistant', 'Ewa Zmyślona', '--week', '2026-99', '-o', self.path('x.ics')).code, 2)
        self.assertNotEqual(self.demo('export', 'calendar', '--visit', '999999', '-o', self.path('x.ics')).code, 0)

    def test_nobody_is_named_unless_it_is_asked_for(self):
        week = ['--assistant', 'Ewa Zmyślona', '--week', '2026-W13']
        plain, named = self.export(*week), self.export(*week, '--names')
        self.assertGreater(plain.count('BEGIN:VEVENT'), 3)
        self.assertEqual(named.count('BEGIN:VEVENT'), plain.count('BEGIN:VEVENT'))
        titles = {line for line in plain.splitlines() if line.startswith('SUMMARY:')}
        self.assertEqual(len(titles), 1)
        self.assertNotIn('LOCATION', plain)
        self.assertIn('LOCATION', named)
        self.assertGreater(len({line for line in named.splitlines() if line.startswith('SUMMARY:')}), 1)

    def test_an_assistant_and_one_visit(self):
        everything = self.export('--assistant', 'Ewa Zmyślona')
        week = self.export('--assistant', 'Ewa Zmyślona', '--week', '2026-W13')
        self.assertGreater(everything.count('BEGIN:VEVENT'), week.count('BEGIN:VEVENT'))
        self.assertEqual(self.export('--visit', '1').count('BEGIN:VEVENT'), 1)

    def test_own_calendar_comes_back_to_nothing(self):
        self.export('--assistant', 'Ewa Zmyślona')
        result = self.demo('import', 'calendar', self.path('tydzien.ics'), '--assistant', 'Ewa Zmyślona')
        self.assertEqual(result.json['added'], 0)
        self.assertGreater(result.json['skipped'], 3)


if __name__ == '__main__':
    main()
