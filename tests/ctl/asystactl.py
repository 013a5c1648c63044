#!/usr/bin/python3
"""Runs the real asystactl for the tests beside this file, and writes their results as TAP.

Environment: ASYSTACTL (the program), ASYSTA_TEST_KEYS (certificates, for the tests of signatures),
ASYSTA_SHARED (files of offices; beside the checkout where it is not set).
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ['ASYSTACTL']
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SHARED = os.environ.get('ASYSTA_SHARED', os.path.join(os.path.dirname(SOURCE), 'shared'))
KEYS = os.environ.get('ASYSTA_TEST_KEYS', '')
PASSWORD = 'krótkie wiersze o żabie'
TODAY = '2026-03-24'


def shared(*parts):
    """A real file for an acceptance test, which is skipped where there is none."""
    path = os.path.join(SHARED, 'data', *parts)
    if not os.path.exists(path):
        raise unittest.SkipTest('no ../shared/data beside the checkout (or ASYSTA_SHARED)')
    return path


class Result:
    def __init__(self, run):
        self.code, self.out, self.err = run.returncode, run.stdout.decode(), run.stderr.decode()

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return [line.split('\t') for line in self.out.splitlines()]


def pipe_with(text):
    """A descriptor that gives a password to a child and to nobody else."""
    read_end, write_end = os.pipe()
    os.write(write_end, (text + '\n').encode())
    os.close(write_end)
    return read_end


def run(*args, password=None, key_password=None, stdin=b'', env=None):
    """asystactl with passwords over descriptors of their own."""
    fds = []
    words = [PROGRAM]
    for option, text in (('--password-fd', password), ('--key-password-fd', key_password)):
        if text is not None:
            fds.append(pipe_with(text))
            words += [option, str(fds[-1])]
    try:
        # A session of its own has no terminal to ask at.
        return Result(subprocess.run(words + [str(arg) for arg in args], input=stdin, capture_output=True, pass_fds=fds,
                                     env={**os.environ, **(env or {})}, start_new_session=True, timeout=120, check=False))
    finally:
        for fd in fds:
            os.close(fd)


class Case(unittest.TestCase):
    """A test with a folder of its own."""
    longMessage = True

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='asystactl-')
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), 'wb') as file:
            file.write(text.encode() if isinstance(text, str) else text)
        return self.path(name)

    def read(self, path):
        with open(path, 'rb') as file:
            return file.read()

    def make_register(self, name='r.asysta', user='anna'):
        result = run('--register', self.path(name), '--user', user, 'init', password=PASSWORD)
        self.assertEqual(result.code, 0, result.err)
        return self.path(name)

    def on(self, register, *args, **more):
        return run('--register', register, '--today', TODAY, *args, password=PASSWORD, **more)


class DemoCase(Case):
    """Tests on a copy of one tiny demonstration register, made once a file of tests."""
    made = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if DemoCase.made is None:
            DemoCase.made = tempfile.mkdtemp(prefix='asystactl-demo-')
            result = run('--register', os.path.join(DemoCase.made, 'demo.asysta'), '--today', TODAY, 'demo', '--size', 'tiny',
                         '--seed', '7', password=PASSWORD)
            assert result.code == 0, result.err

    def setUp(self):
        super().setUp()
        for suffix in ('', '.keys'):
            shutil.copy(os.path.join(DemoCase.made, 'demo.asysta' + suffix), self.path('demo.asysta' + suffix))
        self.register = self.path('demo.asysta')

    def demo(self, *args, **more):
        return self.on(self.register, *args, **more)


class TapResult(unittest.TestResult):
    number = 0

    def line(self, word, test, remark=''):
        TapResult.number += 1
        print(f'{word} {TapResult.number} - {test.id().split(".", 1)[1]}{remark}', flush=True)

    def tell(self, test, text):
        self.line('not ok', test)
        for line in text.splitlines():
            print('# ' + line, flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.line('ok', test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.line('ok', test, f' # SKIP {reason}')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.tell(test, self._exc_info_to_string(err, test))

    def addError(self, test, err):
        super().addError(test, err)
        self.tell(test, self._exc_info_to_string(err, test))

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.tell(subtest, self._exc_info_to_string(err, test))


def main():
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    result = TapResult()
    suite.run(result)
    if DemoCase.made is not None:
        shutil.rmtree(DemoCase.made)
    print(f'1..{TapResult.number}')
    sys.exit(0 if result.wasSuccessful() and TapResult.number else 1)
