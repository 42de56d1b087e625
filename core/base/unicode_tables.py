#!/usr/bin/python3
"""Makes the tables of core/base/unicode.cpp out of the Unicode Character Database.

    unicode_tables.py FOLDER OUT.inc [NAME.txt…]

FOLDER holds UnicodeData.txt, CompositionExclusions.txt and CaseFolding.txt of Unicode 15.0. Files
named after that are copied out of it to where they are named, unpacked, for tests. The tables are
meant to be small once brotli has been over them, not to be read: unicode.cpp says what
is in each of them.
"""
import bz2
import os
import sys

WIDTH = 100
# How many bits of a character choose within a block: seven make the smallest file, but the lengths
# in a block of decompositions are added up at each look, so these are shorter.
KIND_SHIFT, PARTS_SHIFT, FOLD_SHIFT = 7, 6, 7
FULL_FOLD = 255


def read(folder, name):
    path = os.path.join(folder, name)
    if os.path.exists(path):
        with open(path, 'rb') as file:
            return file.read().decode('utf-8')
    with bz2.open(path + '.bz2') as file:
        return file.read().decode('utf-8')


def rows(text):
    for line in text.splitlines():
        line = line.split('#')[0].strip()
        if line:
            yield [field.strip() for field in line.split(';')]


def points(field):
    return [int(point, 16) for point in field.split()]


def utf16(chars):
    bytes_ = ''.join(map(chr, chars)).encode('utf-16-le')
    return [bytes_[i] | bytes_[i + 1] << 8 for i in range(0, len(bytes_), 2)]


class Writer:
    def __init__(self):
        self.lines = ['// Made by core/base/unicode_tables.py from Unicode 15.0. Not to be edited.']
        self.blob = []  # What the tables come to in the program, for whoever measures it.

    def array(self, name, values, bits):
        assert all(0 <= v < 1 << bits for v in values), name
        self.blob.append((name, b''.join(v.to_bytes(bits // 8, 'little') for v in values)))
        self.lines.append(f'constexpr std::uint{bits}_t {name}[] = {{')
        line = '   '
        for value in values:
            if len(line) + len(str(value)) + 2 > WIDTH:
                self.lines.append(line)
                line = '   '
            line += f' {value},'
        self.lines += [line, '};']

    def number(self, name, value):
        self.lines.append(f'constexpr char32_t {name} = {value};')

    def stages(self, name, values, shift):
        """Cuts `values`, a dict of what is not 0, into blocks, of which each is kept once."""
        size = 1 << shift
        end = (max(values) >> shift) + 1
        first, blocks = [], {}
        for block in range(end):
            content = tuple(values.get(block << shift | i, 0) for i in range(size))
            first.append(blocks.setdefault(content, len(blocks)))
        self.number(f'{name}End', end << shift)
        self.array(f'{name}Block', first, 8 if len(blocks) <= 256 else 16)
        self.array(f'{name}Leaf', [v for content in blocks for v in content], 8)


def main(folder, out, *copies):
    folding_text = read(folder, 'CaseFolding.txt')
    if not folding_text.startswith('# CaseFolding-15.0.0.txt'):
        sys.exit(f'{folder} does not hold Unicode 15.0: another version would change what counts '
                 'as the same text.')
    kinds, canonical, compatible = {}, {}, {}
    first = None
    for row in rows(read(folder, 'UnicodeData.txt')):
        code, name, category, ccc, parts = int(row[0], 16), row[1], row[2], int(row[3]), row[5]
        if name.endswith(', First>'):
            first = code
            continue
        start, first = (first, None) if name.endswith(', Last>') else (code, None)
        # One byte: a combining class, which only marks have, or one of three numbers that are none.
        kind = {'M': 3, 'L': 2, 'N': 2}.get(category[0], 4 if category == 'Pd' else 0)
        assert ccc == 0 or (kind == 3 and (ccc == 1 or ccc > 4)), row
        if ccc or kind:
            for c in range(start, code + 1):
                kinds[c] = ccc or kind
        if parts.startswith('<'):
            compatible[code] = points(parts.split('>')[1])
        elif parts:
            canonical[code] = points(parts)
    folds, full = {}, []
    for code, status, folded, _ in rows(folding_text):
        if status == 'C':
            folds[int(code, 16)] = points(folded)[0]
        elif status == 'F':
            full.append([int(code, 16)] + (points(folded) + [0])[:3])
    excluded = {int(row[0], 16) for row in rows(read(folder, 'CompositionExclusions.txt'))}

    writer = Writer()
    # 240 variation selectors stand far behind all else and would need thousands of empty blocks.
    selectors = {c for c in kinds if c > 0xE0000}
    assert selectors == set(range(0xE0100, 0xE01F0)) and {kinds[c] for c in selectors} == {3}
    writer.stages('kKind', {c: k for c, k in kinds.items() if c not in selectors}, KIND_SHIFT)

    # Decompositions, one step each, in the order of the characters: how long each is, the sum of
    # the lengths at the start of each block, and all of them as one UTF-16 text.
    pool, lengths, starts = [], {}, {}
    for code in sorted(canonical.keys() | compatible.keys()):
        units = utf16(canonical.get(code) or compatible[code])
        starts.setdefault(code >> PARTS_SHIFT, len(pool))
        pool += units
        lengths[code] = len(units) | (0 if code in canonical else 0x80)
    writer.stages('kParts', lengths, PARTS_SHIFT)
    end = (max(lengths) >> PARTS_SHIFT) + 1
    assert 0xFFFF >= len(pool)
    writer.array('kPartsStart', [starts.get(block, 0) for block in range(end)], 16)
    writer.array('kPartsText', pool, 16)

    # Primary composites, by their second parts and then their first; 16 bits of each, as the rest is
    # that of the second part.
    def starts_a_composite(code, parts):
        starter = all(kinds.get(c, 0) in (0, 2, 3, 4) for c in (code, parts[0]))
        return len(parts) == 2 and starter and code not in excluded

    composites = sorted((parts[1], parts[0], code) for code, parts in canonical.items()
                        if starts_a_composite(code, parts))
    seconds = sorted({second for second, _, _ in composites})
    # What is no mark composes with nothing before it, and is told so without a search.
    assert all(kinds.get(second, 0) not in (0, 2, 4) for second in seconds)
    assert all(second >> 16 == code >> 16 for second, _, code in composites)
    writer.array('kSecond', seconds, 32)
    writer.array('kSecondStart', [sum(c[0] < second for c in composites)
                                  for second in seconds + [0x110000]], 16)
    writer.array('kComposite', [code & 0xFFFF for _, _, code in composites], 16)

    # Case folding: which difference, of 16 bits, to add; or kFullFold for what becomes several.
    assert all(code >> 16 == to >> 16 for code, to in folds.items())
    differences = sorted({(to - code) & 0xFFFF for code, to in folds.items()})
    assert len(differences) < FULL_FOLD
    index = {code: 1 + differences.index((to - code) & 0xFFFF) for code, to in folds.items()}
    index.update((row[0], FULL_FOLD) for row in full)
    writer.number('kFullFold', FULL_FOLD)
    writer.stages('kFold', index, FOLD_SHIFT)
    writer.array('kFoldDifference', [0] + differences, 16)
    writer.array('kFoldFull', [c for row in sorted(full) for c in row], 16)

    for name, shift in (('Kind', KIND_SHIFT), ('Parts', PARTS_SHIFT), ('Fold', FOLD_SHIFT)):
        writer.number(f'k{name}Shift', shift)
    with open(out, 'w', encoding='ascii') as file:
        file.write('\n'.join(writer.lines) + '\n')
    for copy in copies:
        with open(copy, 'w', encoding='utf-8') as file:
            file.write(read(folder, os.path.basename(copy)))
    return writer.blob


if __name__ == '__main__':
    main(*sys.argv[1:])
