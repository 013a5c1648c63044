#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Asysta authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts a time-stamp token into a signature as an unsigned attribute.

add-time-stamp.py CMS.der VALUE.bin            writes the signature value, which is to be stamped
add-time-stamp.py CMS.der TOKEN.der OUT.der    writes the signature with its stamp
"""

import sys

OID_SIGNATURE_TIME_STAMP = bytes.fromhex('060b2a864886f70d010910020e')


def read(data, at=0):
    """Tag, content and end of the element at an offset."""
    length, head = data[at + 1], 2
    if length & 0x80:
        n = length & 0x7f
        length, head = int.from_bytes(data[at + 2:at + 2 + n], 'big'), 2 + n
    return data[at], data[at + head:at + head + length], at + head + length


def items(content):
    at = 0
    while at < len(content):
        start = at
        _, _, at = read(content, at)
        yield content[start:at]


def wrap(tag, *parts):
    content = b''.join(parts)
    if len(content) < 0x80:
        return bytes([tag, len(content)]) + content
    size = len(content).to_bytes((len(content).bit_length() + 7) // 8, 'big')
    return bytes([tag, 0x80 | len(size)]) + size + content


def content_of(element):
    return read(element)[1]


def signature_value(cms):
    """The octet string of the only signer."""
    _, explicit = items(content_of(cms))
    *_, signer_infos = items(content_of(content_of(explicit)))
    return next(content_of(i) for i in items(content_of(content_of(signer_infos))) if i[0] == 0x04)


def stamped(cms, token):
    oid, explicit = items(content_of(cms))
    *before, signer_infos = items(content_of(content_of(explicit)))
    stamp = wrap(0xa1, wrap(0x30, OID_SIGNATURE_TIME_STAMP, wrap(0x31, token)))
    signer_infos = wrap(0x31, wrap(0x30, content_of(content_of(signer_infos)), stamp))
    return wrap(0x30, oid, wrap(0xa0, wrap(0x30, *before, signer_infos)))


def main():
    *sources, target = sys.argv[1:]
    data = [open(path, 'rb').read() for path in sources]
    with open(target, 'wb') as out:
        out.write(signature_value(*data) if len(data) == 1 else stamped(*data))


if __name__ == '__main__':
    main()
