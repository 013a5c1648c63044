#!/usr/bin/python3
"""city.py HEADLESS ASYSTACTL BENCH_CITY BENCH_WINDOW EMPTY_WINDOW KEY.p12 [SIZE]: the figures of a city's register.

Makes an invented city, measures below the window (bench-city.c), the start of the window against an empty one of
libadwaita, and work in the window (bench-window.c). Prints lines of BENCH and never judges; all displays are its own.
"""
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

PASSWORD = 'haslo do pomiaru'     # everything in it is invented
TODAY = '2026-03-24'
ROUNDS = 11


def report(name, value, unit, target):
    print('BENCH %s %.2f %s %s' % (name, value, unit, target), flush=True)


def cpu_seconds():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def make_register(asystactl, path, size):
    read_end, write_end = os.pipe()
    os.write(write_end, (PASSWORD + '\n').encode())
    os.close(write_end)
    began, began_cpu = time.monotonic(), cpu_seconds()
    subprocess.run([asystactl, '--register', path, '--today', TODAY, '--password-fd', str(read_end), 'demo', '--size', size,
                    '--seed', '1'], pass_fds=[read_end], stdout=subprocess.DEVNULL, check=True)
    report('demo-%s' % size, time.monotonic() - began, 's', '<=60' if size == 'city' else '-')
    report('demo-%s-processor' % size, cpu_seconds() - began_cpu, 's', '-')


def start(program, *args):
    """Starts a program of marks and gives what it prints."""
    began_us = time.monotonic_ns() // 1000
    return [int(word) / 1000 for word in subprocess.run([program, str(began_us), *args], stdout=subprocess.PIPE, check=True).stdout.split()]


def measure_start(empty_window, bench_window, path):
    """One after the other, so that both see the same machine; the first round only warms it up."""
    empty, ours = [], []
    for _ in range(ROUNDS + 1):
        empty.append(start(empty_window))
        ours.append(start(bench_window, path, PASSWORD, 'start'))
    empty_ms, empty_cpu = (statistics.median(column) for column in zip(*empty[1:]))
    first, usable, usable_cpu, memory = (statistics.median(column) for column in zip(*ours[1:]))
    report('start-empty-window', empty_ms, 'ms', '-')
    report('start-empty-window-processor', empty_cpu, 'ms', '-')
    report('start-first-frame', first, 'ms', '-')
    report('start-usable', usable, 'ms', '-')
    report('start-usable-processor', usable_cpu, 'ms', '-')
    report('start-first-frame-ratio', first / empty_ms, 'x', '-')
    report('start-usable-ratio', usable / empty_ms, 'x', '<=1.3')
    report('start-memory', memory, 'MB', '<=120')


def in_display(empty_window, bench_window, path):
    measure_start(empty_window, bench_window, path)
    subprocess.run([bench_window, str(time.monotonic_ns() // 1000), path, PASSWORD, 'work'], check=True)


def main(headless, asystactl, bench_city, bench_window, empty_window, key, size='city'):
    with tempfile.TemporaryDirectory(prefix='asy-bench-') as folder:
        path = os.path.join(folder, size + '.asysta')
        make_register(asystactl, path, size)
        subprocess.run([bench_city, path, PASSWORD, key], check=True)
        subprocess.run([headless, '--wm', sys.executable, os.path.abspath(__file__), '--in-display', empty_window, bench_window, path],
                       check=True)


if __name__ == '__main__':
    if sys.argv[1] == '--in-display':
        in_display(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
