#!/usr/bin/python3
"""Making, opening and checking a register; where passwords may come from."""
import os
import pty
import select
import signal
import stat
import subprocess

from asystactl import PASSWORD, PROGRAM, Case, DemoCase, main, pipe_with, run


class Init(Case):
    def test_recovery_code_is_shown_and_the_register_opens(self):
        result = run('--register', self.path('r.asysta'), '--user', 'anna', '--json', 'init', password=PASSWORD)
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual((result.json['register'], result.json['login']), (self.path('r.asysta'), 'anna'))
        self.assertRegex(result.json['recovery_code'], r'^[0-9A-Z]{5}(-[0-9A-Z]{5}){6}$')
        self.assertEqual(self.on(self.path('r.asysta'), 'families').code, 0)
        self.assertEqual(run('--register', self.path('r.asysta'), 'families', password=PASSWORD).code, 0)

    def test_nothing_of_it_is_readable_on_the_disk(self):
        register = self.make_register()
        run('--register', register, 'search', 'x', password=PASSWORD)
        for name in os.listdir(self.folder):
            data = self.read(self.path(name))
            self.assertNotIn(b'SQLite format 3', data)
            self.assertNotIn('Ośrodek Pomocy'.encode(), data)
            self.assertNotIn(PASSWORD.encode(), data)

    def test_files_are_for_their_owner_alone(self):
        register = self.make_register()
        for name in (register, register + '.keys'):
            self.assertEqual(stat.S_IMODE(os.stat(name).st_mode) & 0o077, 0, name)

    def test_a_register_is_never_overwritten(self):
        register = self.make_register()
        before = self.read(register)
        for command in ('init', 'demo'):
            result = run('--register', register, command, password=PASSWORD)
            self.assertEqual((result.code, result.out), (1, ''))
            self.assertEqual(self.read(register), before)

    def test_a_weak_password_leaves_nothing_behind(self):
        result = run('--register', self.path('r.asysta'), 'init', password='krótkie')
        self.assertEqual((result.code, result.out), (1, ''))
        self.assertIn('10', result.err)
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_folder_that_is_not_there(self):
        result = run('--register', self.path('no/r.asysta'), 'init', password=PASSWORD)
        self.assertEqual((result.code, result.out), (1, ''))


class Open(Case):
    def refused(self, register, *words, password=PASSWORD):
        result = run('--register', register, *words, 'families', password=password)
        self.assertEqual((result.code, result.out), (1, ''), result.err)
        self.assertEqual(result.err.count('\n'), 1, result.err)
        self.assertNotIn(PASSWORD, result.err)
        return result.err.rsplit(': ', 1)[-1]

    def test_each_obstacle_has_its_own_sentence(self):
        register = self.make_register()
        good = self.read(register)
        self.write('lost.asysta', good)
        self.write('damaged.asysta', good[:9000] + bytes(len(good) - 9000))
        self.write('damaged.asysta.keys', self.read(register + '.keys'))
        sentences = {
            'wrong password': self.refused(register, password='niedobre hasło'),
            'no such user': self.refused(register, '--user', 'ola'),
            'missing': self.refused(self.path('no.asysta')),
            'empty': self.refused(self.write('empty.asysta', '')),
            'foreign': self.refused(self.write('foreign.asysta', 'SQLite format 3\0' + 'x' * 5000)),
            'lost keys': self.refused(self.path('lost.asysta')),
            'damaged': self.refused(self.path('damaged.asysta')),
        }
        self.assertEqual(len(set(sentences.values())), len(sentences), sentences)
        self.assertEqual(self.read(register), good, 'an attempt changed the register')


class Passwords(Case):
    def test_they_are_no_words_of_the_command(self):
        for option in ('--password', '--key-password'):
            result = run(option, PASSWORD, '--register', self.path('r.asysta'), 'init')
            self.assertEqual(result.code, 2)
            self.assertEqual(os.listdir(self.folder), [])

    def test_the_environment_is_not_asked(self):
        names = ('ASYSTA_PASSWORD', 'PASSWORD', 'ASYSTACTL_PASSWORD')
        result = run('--register', self.path('r.asysta'), 'init', env={name: PASSWORD for name in names})
        self.assertEqual(result.code, 1)
        self.assertEqual(os.listdir(self.folder), [])

    def test_they_are_seen_neither_in_arguments_nor_in_the_environment(self):
        register = self.make_register()
        read_end, write_end = os.pipe()
        with subprocess.Popen([PROGRAM, '--register', register, '--password-fd', str(read_end), 'families'],
                              pass_fds=[read_end], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            os.close(read_end)
            # It waits for the password now.
            for name in ('cmdline', 'environ'):
                self.assertNotIn(PASSWORD.encode(), self.read(f'/proc/{process.pid}/{name}'))
            os.write(write_end, (PASSWORD + '\n').encode())
            os.close(write_end)
            process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0)

    def test_systemd_credential(self):
        folder = self.path('credentials')
        os.mkdir(folder)
        self.write('credentials/asysta-password', PASSWORD)
        register = self.make_register()
        self.assertEqual(run('--register', register, 'families', env={'CREDENTIALS_DIRECTORY': folder}).code, 0)
        self.write('credentials/asysta-password', '')
        self.assertEqual(run('--register', register, 'families', env={'CREDENTIALS_DIRECTORY': folder}).code, 1)

    def test_a_descriptor_goes_before_a_credential(self):
        folder = self.path('credentials')
        os.mkdir(folder)
        self.write('credentials/asysta-password', 'inne hasło, złe')
        register = self.make_register()
        result = run('--register', register, 'families', env={'CREDENTIALS_DIRECTORY': folder}, password=PASSWORD)
        self.assertEqual(result.code, 0, result.err)

    def test_without_any_source_it_says_so(self):
        register = self.make_register()
        result = run('--register', register, 'families')
        self.assertEqual(result.code, 1)
        self.assertIn('--password-fd', result.err)

    def test_odd_descriptors(self):
        register = self.make_register()
        for text in ('', 'a\0' + PASSWORD, 'x' * 5000):
            fd = pipe_with(text)
            done = subprocess.run([PROGRAM, '--register', register, '--password-fd', str(fd), 'families'], pass_fds=[fd],
                                  capture_output=True, check=False, timeout=60)
            os.close(fd)
            self.assertEqual(done.returncode, 1, text[:10])
        self.assertEqual(run('--register', register, '--password-fd', '99', 'families').code, 1)

    def read_terminal(self, pid, terminal):
        if not select.select([terminal], [], [], 60)[0]:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            self.fail('it says nothing and does not end')
        return os.read(terminal, 4096)

    def type_at_terminal(self, words, answers):
        """Runs on a terminal of its own, answers its questions; gives the exit code and all that was seen."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.execv(PROGRAM, [PROGRAM, *words])
        seen = b''
        for answer in answers:
            while not seen.rstrip().endswith(b':'):
                seen += self.read_terminal(pid, terminal)
            os.write(terminal, (answer + '\n').encode())
            seen += b'|'
        try:
            while chunk := self.read_terminal(pid, terminal):
                seen += chunk
        except OSError:
            pass
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), seen.decode()

    def test_prompt_is_silent(self):
        register = self.make_register()
        code, seen = self.type_at_terminal(['--register', register, 'families'], [PASSWORD])
        self.assertEqual(code, 0, seen)
        self.assertNotIn('żabie', seen)

    def test_a_new_password_is_asked_for_twice(self):
        words = ['--register', self.path('r.asysta'), 'init']
        code, seen = self.type_at_terminal(words, [PASSWORD, 'coś całkiem innego'])
        self.assertEqual(code, 1, seen)
        self.assertEqual(os.listdir(self.folder), [])
        code, seen = self.type_at_terminal(words, [PASSWORD, PASSWORD])
        self.assertEqual(code, 0, seen)


class Check(DemoCase):
    NAMES = ['encryption', 'integrity', 'schema', 'program', 'audit', 'keys']

    def test_lines(self):
        result = self.demo('check')
        self.assertEqual(result.code, 0, result.err)
        self.assertEqual([line[1] for line in result.lines], self.NAMES)
        self.assertEqual({line[0] for line in result.lines}, {'ok'})

    def test_json(self):
        result = self.demo('--json', 'check')
        self.assertEqual([entry['check'] for entry in result.json], self.NAMES)
        self.assertTrue(all(entry['ok'] for entry in result.json))

    def test_a_damaged_page_is_found(self):
        data = bytearray(self.read(self.register))
        for page in range(20, len(data) // 4096, 40):
            data[page * 4096 + 100] ^= 0xff
        self.write('demo.asysta', bytes(data))
        self.assertEqual(self.demo('check').code, 1)

    def test_it_changes_nothing(self):
        before = self.read(self.register)
        self.assertEqual(self.demo('check').code, 0)
        self.assertEqual(self.read(self.register), before)


if __name__ == '__main__':
    main()
