#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a window through its accessibility tree and the keyboard.

Runs inside tools/headless --wm. What GTK 4.8 tells over AT-SPI and what it does
not decides the ways taken here:

- libatspi keeps what it once read and nobody runs its loop: caching is off.
- SHOWING is never set on a widget inside a window. Hidden pages of a stack leave
  the tree by their HIDDEN state; a widget never shown has no extents.
- A button with a mnemonic is called "_Zapisz Zapisz"; an unnamed widget by its C type.
- A row of a list box has no action, and nothing grabs the focus over AT-SPI: Tab
  goes to the row and Return is pressed.
"""

import os
import re
import subprocess
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# Generous: a sanitized program on a busy machine is slow, and a failure costs one wait.
WAIT_S = float(os.environ.get('E2E_WAIT', '30'))

Role = Atspi.Role
State = Atspi.StateType
LEAVES = {Role.LABEL, Role.IMAGE, Role.CHECK_BOX, Role.SPIN_BUTTON, Role.SEPARATOR, Role.SCROLL_BAR}
FIELDS = ('text', 'entry', 'password text')

Atspi.set_timeout(8000, 20000)


class Failure(AssertionError):
    """A step did not lead where it should."""


def wait_for(look, what, seconds=None):
    """Polls until look() gives something true; a node that vanishes meanwhile is looked for anew."""
    end = time.monotonic() + (seconds or WAIT_S)
    while True:
        try:
            found = look()
            if found:
                return found
        except GLib.Error:
            pass
        if time.monotonic() > end:
            raise Failure('waited in vain for ' + what)
        time.sleep(0.1)


def run(*command, **options):
    """Runs a program; its output as text, and a Failure when it fails."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        raise Failure('%s gave %d: %s%s' % (command[0], done.returncode, done.stdout, done.stderr))
    return done.stdout


def label_of(node):
    """The name without mnemonics; GTK 4.8 says that of a button with one twice."""
    name = (node.get_name() or '').replace('_', '').replace('\u00a0', ' ')
    half = (len(name) - 1) // 2
    if len(name) > 2 and name[half] == ' ' and name[:half] == name[half + 1:]:
        return name[:half]
    return name


def text_of(node):
    """What a field or a text view holds."""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def has(node, state):
    return node.get_state_set().contains(state)


def box_of(node):
    if node.get_component_iface() is None:
        return 0, 0, 0, 0
    extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return extents.x, extents.y, extents.width, extents.height


class App:
    """A running program on this display."""

    def __init__(self, argv, log, pass_fds=()):
        self.log_path = log
        self.log = open(log, 'wb')
        # GTK 4.8 complains when it is asked about a widget that is just going away, which
        # polling does now and then: that must not end the program. quit() looks at the rest.
        environment = {name: value for name, value in os.environ.items() if name != 'G_DEBUG'}
        self.process = subprocess.Popen([str(word) for word in argv], stdout=self.log, stderr=self.log, env=environment,
                                        pass_fds=pass_fds)
        self.root = wait_for(self._registered, 'the program on the accessibility bus')
        self.root.set_cache_mask(Atspi.Cache.NONE)
        wait_for(self.windows, 'a window')

    def _registered(self):
        if self.process.poll() is not None:
            raise Failure('the program ended with %d' % self.process.returncode)
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    # Looking

    def windows(self):
        return [self.root.get_child_at_index(i) for i in range(self.root.get_child_count())]

    def titles(self):
        return [label_of(window) for window in self.windows() if window is not None]

    def walk(self, root=None):
        """Every node that is not hidden, the newest window first."""
        todo = [root] if root is not None else list(self.windows())
        while todo:
            node = todo.pop()
            if node is None:
                continue
            try:
                role = node.get_role()
                if role in (Role.PANEL, Role.FILLER, Role.LIST) and not has(node, State.VISIBLE):
                    continue
                yield node
                if role in LEAVES:
                    continue
                todo.extend(reversed([node.get_child_at_index(i) for i in range(node.get_child_count())]))
            except GLib.Error:
                continue

    def look(self, roles, name=None, root=None, shown=True):
        """The first node of one of the roles whose name or description matches; None when there is none."""
        wanted = (roles,) if isinstance(roles, str) else roles
        pattern = re.compile(name) if name is not None else None
        for node in self.walk(root):
            try:
                if node.get_role_name() not in wanted:
                    continue
                if pattern and not (pattern.fullmatch(label_of(node)) or pattern.fullmatch(node.get_description() or '')):
                    continue
                # Of the two buttons of a menu button only the inner one does anything.
                if node.get_role() == Role.PUSH_BUTTON and node.get_n_actions() == 0:
                    continue
                if shown and 0 in box_of(node)[2:]:
                    continue
                return node
            except GLib.Error:
                continue
        return None

    def find(self, roles, name=None, seconds=None, **how):
        return wait_for(lambda: self._alive() and self.look(roles, name, **how), '%s %r' % (roles, name), seconds)

    def see(self, text, seconds=None, **how):
        """Waits for a label that matches, and gives its text."""
        return label_of(self.find(('label', 'text'), text, seconds, **how))

    def gone(self, roles, name, seconds=None):
        wait_for(lambda: self._alive() and self.look(roles, name) is None, 'the end of %s %r' % (roles, name), seconds)

    def window(self, title, seconds=None):
        """Waits for a window of that title."""
        pattern = re.compile(title)

        def look():
            for window in self.windows():
                if window is not None and pattern.fullmatch(label_of(window)):
                    return window
            return None
        return wait_for(look, 'a window %r' % title, seconds)

    def closed(self, title, seconds=None):
        pattern = re.compile(title)
        wait_for(lambda: self._alive() and not any(pattern.fullmatch(name) for name in self.titles()),
                 'the end of window %r' % title, seconds)

    def _alive(self):
        if self.process.poll() is not None:
            raise Failure('the program ended with %d' % self.process.returncode)
        return True

    # Doing

    def activate(self):
        """Gives this program the keyboard, where several run."""
        run('xdotool', 'search', '--all', '--onlyvisible', '--pid', self.process.pid, '--name', '.*', 'windowactivate', '--sync')

    def key(self, *keys):
        run('xdotool', 'key', '--delay', 30, *keys)

    def type(self, text):
        run('xdotool', 'type', '--delay', 25, text)

    def act(self, node):
        """The node's own action: what a press does."""
        wait_for(lambda: has(node, State.SENSITIVE), '%r to be sensitive' % label_of(node))
        for i in range(node.get_n_actions()):
            if node.get_action_name(i) in ('click', 'activate', 'toggle'):
                if not node.do_action(i):
                    raise Failure('%r refused its action' % label_of(node))
                return node
        raise Failure('%r has no action' % label_of(node))

    def press(self, name, roles=('push button', 'toggle button', 'menu item'), **how):
        return self.act(self.find(roles, name, **how))

    def check(self, name, roles=('check box', 'radio button', 'toggle button', 'switch'), **how):
        """Ticks a box or turns a switch on, and waits until it says so."""
        node = self.find(roles, name, **how)
        if not has(node, State.CHECKED):
            # A GtkCheckButton has no action either.
            if node.get_n_actions() == 0:
                self.focus(node)
                self.key('space')
            else:
                self.act(node)
            wait_for(lambda: has(node, State.CHECKED), '%r to be on' % name)
        return node

    def focus(self, node, back=False):
        """Goes to the node with Tab, as a person without a mouse does: GTK 4.8 grabs no focus over AT-SPI."""
        for _ in range(120):
            if has(node, State.FOCUSED):
                return node
            self.key('shift+Tab' if back else 'Tab')
            time.sleep(0.03)
        raise Failure('Tab does not reach %r' % label_of(node))

    def enter(self, name, text, **how):
        """Puts text into a field, and checks that it is there."""
        node = self.find(FIELDS, name, **how)
        if not Atspi.EditableText.set_text_contents(node, text):
            raise Failure('%r takes no text' % name)
        if node.get_role() != Role.PASSWORD_TEXT:
            wait_for(lambda: text_of(node) == text, '%r to hold the text' % name)
        return node

    def holds(self, name, text, **how):
        """Waits until a field holds the text."""
        node = self.find(FIELDS, name, **how)
        wait_for(lambda: re.fullmatch(text, text_of(node)), '%r to hold %r' % (name, text))
        return node

    def row(self, text, **how):
        """The row of a list that says the text, by its name or in a label inside it."""
        node = self.find(('list item', 'label', 'table row'), text, **how)
        while node.get_role_name() not in ('list item', 'table row'):
            node = node.get_parent()
            if node is None or node == self.root:
                raise Failure('%r is in no row' % text)
        return node

    def open_row(self, text, **how):
        """Focuses a row and presses Return."""
        self.focus(self.row(text, **how))
        time.sleep(0.2)
        self.key('Return')

    def choose(self, row, value):
        """Opens the list of a choice row by the keyboard and takes the value."""
        node = self.find('list item', row)
        self.focus(node)
        time.sleep(0.2)
        self.key('Return')
        where = self.find('list', row)
        search = self.look(FIELDS, 'Szukaj na liście')
        if search is not None:
            Atspi.EditableText.set_text_contents(search, value)
        wait_for(lambda: self.look('label', re.escape(value), root=where), '%r in the list' % value)
        if search is None:
            self.key('Home')
            self._step_to(where, value)
        self.key('Return')
        wait_for(lambda: (node.get_description() or '') == value, '%r to be %r' % (row, value))

    def pick(self, name, value):
        """Takes a value of a drop-down by the keyboard."""
        box = self.find('combo box', name)
        button = self.find('push button', root=box)
        self.focus(button)
        self.key('space')
        where = self.find('list', root=box)
        self.key('Home')
        self._step_to(where, value)
        self.key('Return')
        wait_for(lambda: self.look('label', re.escape(value), root=button), '%r to be %r' % (name, value))

    def _step_to(self, where, value):
        for i in range(where.get_child_count()):
            if self.look('label', re.escape(value), root=where.get_child_at_index(i)) is not None:
                return
            self.key('Down')
        raise Failure('%r is not in the list' % value)

    # What is left when a step fails

    def shoot(self, path):
        subprocess.run(['import', '-window', 'root', path], check=False)

    def write_tree(self, path):
        if self.process.poll() is not None:
            return
        with open(path, 'w', encoding='utf-8') as out:
            for node in self.walk():
                try:
                    out.write('%s | %s | %s | %s\n' % (node.get_role_name(), label_of(node), node.get_description() or '', box_of(node)))
                except GLib.Error:
                    continue

    def quit(self):
        """Ends the program the way a person does; it must have complained of nothing."""
        self.key('ctrl+q')
        try:
            status = self.process.wait(20)
        except subprocess.TimeoutExpired as error:
            raise Failure('the program does not quit') from error
        finally:
            self.log.close()
        if status != 0:
            raise Failure('the program ended with %d' % status)
        with open(self.log_path, encoding='utf-8', errors='replace') as log:
            wrong = [line for line in log if re.search('CRITICAL|WARNING', line)]
        if wrong:
            raise Failure('the program complained: ' + ''.join(wrong))
