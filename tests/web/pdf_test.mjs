// A PDF's lines become paragraphs again; and pdf.js reads one that is made here, letter by letter.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';

import {textOfPdf} from '../../web/pdf.js';
import {linesOf, textOfPages} from '../../web/pdf_lines.js';
import {pdfOf, printed} from './support/pdf.mjs';

/// Lines of a page, the first at the top, 14 points apart unless an empty one stands between: what is
/// said of one is its words, or [words, {x, size, width}].
const page = (...lines) => {
  let y = 800;
  return lines.flatMap((line) => {
    y -= 14;
    if (!line) return [];
    const [str, {x = 72, size = 11, width = 400} = {}] = [line].flat();
    return [{str, transform: [size, 0, 0, size, x, y], width, hasEOL: true}];
  });
};

test('lines are one paragraph until a gap, another size, a bullet or an indented line ends it', () => {
  assert.equal(textOfPages([page(
    ['The ferry', {size: 18, width: 90}],
    'The council met on Monday and spoke of', ['the ferry.', {width: 60}],
    'It may stay if the county pays, the mayor', 'said. Nobody voted.', '',
    'A second paragraph stands apart and', 'has two lines.',
    ['Another begins further in, which is how', {x: 90, width: 382}], 'many books do it.',
    ['• a boat', {width: 60}], ['• a bridge', {width: 70}],
  )]), ['The ferry', 'The council met on Monday and spoke of the ferry.', 'It may stay if the county pays, the mayor said. Nobody voted.',
    'A second paragraph stands apart and has two lines.', 'Another begins further in, which is how many books do it.', '• a boat', '• a bridge'].join('\n\n'));
});

test('a word that a line divides is one again, and a compound keeps its hyphen', () => {
  assert.equal(textOfPages([page(
    'A well-known mayor, whose coun-', 'cil is well-', 'known, met the US-', 'China group, and the anti-', 'war league; it is half\u00ad', 'hearted.',
  )]), 'A well-known mayor, whose council is well-known, met the US-China group, and the antiwar league; it is halfhearted.');
  assert.equal(textOfPages([page('渡し船は残るか', 'もしれない。')]), '渡し船は残るかもしれない。');
});

test('what numbers the pages or heads them is left out, and a sentence goes on over it', () => {
  const one = (number, ...lines) => page('THE FERRY REPORT', '', ...lines, '', `Page ${number} of 3`);
  assert.equal(textOfPages([one(1, 'The council may keep', 'the ferry if the county'), one(2, 'pays half of it.', 'It met on Monday.'), one(3, 'The mayor agrees.')]),
    'The council may keep the ferry if the county pays half of it. It met on Monday.\n\nThe mayor agrees.');
  // A page by itself has nothing to compare: all of it is the text's.
  assert.equal(textOfPages([one(1, 'The mayor agrees.')]), 'THE FERRY REPORT\n\nThe mayor agrees.\n\nPage 1 of 3');
  // Years are no page numbers where they stand in a line, nor is a repeated line in the middle.
  assert.equal(textOfPages([page('In 2023 it stayed.', '', 'So it is.', '', 'It ends.', '', 'Last.'), page('Or 2024.', '', 'More.', '', 'So it is.', '', 'Later.', '', 'End.')]),
    'In 2023 it stayed.\n\nSo it is.\n\nIt ends.\n\nLast.\n\nOr 2024.\n\nMore.\n\nSo it is.\n\nLater.\n\nEnd.');
});

test('columns are read as the file has them; a gap divides words, a raised figure no line', () => {
  const at = (str, x, y, size = 10, width = str.length * 5) => ({str, transform: [size, 0, 0, size, x, y], width});
  assert.equal(textOfPages([[at('The first column', 50, 700), at('goes on', 50, 688, 10, 80), at('in the second', 300, 700), at('one.', 300, 688)]]),
    'The first column goes on in the second one.');
  assert.deepEqual(linesOf([at('never', 50, 700), at('sent', 80, 700), at('it', 103, 700), at('7', 114, 704, 6, 3), at('.', 117, 700, 10, 3)]).map(({words}) => words), ['never sent it7.']);
});

test('a PDF is read to its words; one of pictures, a damaged one and none at all say what to do', async () => {
  const bytes = pdfOf([['The council (or what is left of it) may', 'keep the ferry.']]);
  assert.equal(await textOfPdf(bytes), 'The council (or what is left of it) may keep the ferry.');
  assert.ok(bytes.length > 0, 'the bytes are still the reader’s');
  await assert.rejects(textOfPdf(pdfOf([[]])), /pictures.*text recognition/);
  await assert.rejects(textOfPdf(new TextEncoder().encode('%PDF-1.7\n1 0 obj')), /damaged.*plain text file/);
  await assert.rejects(textOfPdf(new Uint8Array()), /\S/);
});

test('a text over several pages has its paragraphs again, and no numbers of pages', async () => {
  for (const name of ['../../data/samples/worked-example.txt', '../golden/night-bus/night-bus.txt']) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8').trim().split(/\n\s*\n/).map((one) => one.replace(/\s+/g, ' ')).join('\n\n');
    for (const rows of [46, 7]) assert.equal(await textOfPdf(printed(text, 78, rows)), text, `${name}, ${rows} lines a page`);
  }
});
