// Catalogues to and from gettext: node --test tests/web/po_test.mjs
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import gettext from 'gettext-parser';
import {catalogue, languages, placesOfKeys, shown, wrongPlaces} from '../../web/words/keys.mjs';
import {fromPo, pseudo, pseudoText, show, toPo, written} from '../../web/words/po.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'proviso-po-'));
after(() => rmSync(folder, {recursive: true}));
const places = placesOfKeys();
const bytesOf = (language) => readFileSync(join(root, `web/words/${language}.json`), 'utf8');
const po = Object.fromEntries(languages.map((language) => [language, toPo(catalogue(language), places)]));
const command = (...words) => spawnSync(process.execPath, [join(root, 'web/words/po.mjs'), ...words], {encoding: 'utf8', maxBuffer: 1 << 26});
/// The lines of the entry that begins with these msgid words.
const entry = (language, msgid) => po[language].split('\n\n').find((block) => block.includes(`\nmsgid "${msgid}"\n`));

for (const language of languages) {
  test(`${language}: out and in again gives the same bytes`, () => {
    const {problems, left, catalogue: made} = fromPo(Buffer.from(po[language]), places);
    assert.deepEqual([problems, left], [[], 0]);
    assert.equal(written(made), bytesOf(language));
  });

  test(`${language}: as another program writes it, it is still the same`, () => {
    const other = gettext.po.parse(po[language]);
    const plural = other.headers['Plural-Forms'];
    // Poedit's formula for Russian; without brackets and spaces elsewhere.
    other.headers['Plural-Forms'] = language === 'ru'
      ? 'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);'
      : plural.replace(/[() ]/g, '');
    for (const messages of Object.values(other.translations))
      for (const message of Object.values(messages)) delete message.comments;
    const rewritten = gettext.po.compile(other, {foldLength: 0, sort: true}).toString().replaceAll('\n', '\r\n') + '\r\n#~ msgid "Gone"\r\n#~ msgstr "Weg"\r\n';
    assert.notEqual(rewritten, po[language]);
    const {problems, catalogue: made} = fromPo(Buffer.from(rewritten), places);
    assert.deepEqual(problems, []);
    assert.equal(written(made), bytesOf(language));
  });
}

test('a translator sees the context, the room and where it is said', () => {
  assert.match(entry('de', 'About'), /#\. English has 5 characters, and there is room for 7\./);
  assert.match(po.de, /msgctxt "tab"\nmsgid "About"\nmsgstr "Worüber"/);
  assert.match(entry('ru', '{0} claim'), /, python-brace-format\nmsgid "\{0\} claim"\nmsgid_plural "\{0\} claims"\nmsgstr\[0\] ".*"\nmsgstr\[1\] ".*"\nmsgstr\[2\] "/);
  assert.match(entry('zh', '{0} claim'), /msgstr\[0\] "[^"]*"$/);
  const inside = Object.keys(catalogue('de').words).find((key) => !places.has(key));
  assert.match(entry('de', inside), /#\. As it stands inside a sentence\./);
  const [, hole, context] = /#\. May use (\{\d\}).* instead, as the context says\.\n.*\nmsgctxt "(.*)"\n/.exec(po.de);
  assert.ok(context.includes(hole), context);
});

test('every place leads to a line of the source that says the text, or begins to', () => {
  let told = 0;
  for (const [key, all] of places)
    for (const place of all) {
      const [path, line] = place.split(':');
      const source = readFileSync(join(root, path), 'utf8').split('\n').slice(Number(line) - 1).join('\n');
      const first = /^[\p{L}\p{N} ]*/u.exec(shown(key).split('|')[0])[0].slice(0, 12);
      assert.ok(source.includes(first), `${key} at ${place}`);
      assert.match(source.split('\n')[0], /say|Say|Key|Counted|Labels|Headings/, `${key} at ${place}`);
      told += 1;
    }
  assert.ok(told >= places.size && places.size > 1000);
});

test('the template has every text and no translation', () => {
  const template = gettext.po.parse(toPo(undefined, places));
  const messages = Object.values(template.translations).flatMap((one) => Object.values(one)).filter(({msgid}) => msgid);
  assert.equal(messages.length, places.size);
  assert.ok(messages.every(({msgstr}) => msgstr.every((text) => text === '')));
});

test('what is not translated, or marked fuzzy, stays English and is counted', () => {
  const one = po.de.replace('msgstr "Bedingungen"', 'msgstr ""').replace(/#, python-brace-format\n(msgid "\+\{0\} more")/, '#, fuzzy, python-brace-format\n$1');
  assert.notEqual(one, po.de);
  const {problems, left, catalogue: made} = fromPo(Buffer.from(one), places);
  assert.deepEqual(problems, []);
  assert.equal(left, 2);
  assert.equal(Object.keys(made.words).length, Object.keys(catalogue('de').words).length - 2);
  assert.ok(!('+{0} more' in made.words));
});

/// Each: what is done to the German file, and how what is said about it must read.
const wrong = [
  ['a place lost', (text) => text.replace('msgstr "+{0} weitere"', 'msgstr "weitere"'), /^“weitere” has lost \{0\}, which its English has\. Put \{0\} where the sentence needs it\.$/, 'msgstr "weitere"'],
  ['a place for nothing', (text) => text.replace('msgstr "+ Neu …"', 'msgstr "+ Neu {1} …"'), /^“\+ Neu \{1\} …” has \{1\}, and its English has not\. Take \{1\} out\.$/, 'msgstr "+ Neu {1} …"'],
  ['a text that nobody says', (text) => text.replace('msgid "+ Add…"', 'msgid "+ add…"'), /^No text of the interface is “\+ add…”\. “\+ Add…” is one\. Leave msgctxt/, 'msgid "+ add…"'],
  ['another context', (text) => text.replace('msgctxt "tab"\nmsgid "About"', 'msgctxt "tabs"\nmsgid "About"'), /^No text of the interface is “About” with the context “tabs”\. “About” is one\. Leave msgctxt/, 'msgctxt "tabs"'],
  ['another plural', (text) => text.replace('msgid_plural "{0} claims"', 'msgid_plural "{0} claim"'), /^No text of the interface is “\{0\} claim” with this plural\. /, 'msgid "{0} claim"'],
  ['a form missing', (text) => text.replace(/(msgid_plural "\{0\} claims"\nmsgstr\[0\] "[^"]*"\n)msgstr\[1\] "[^"]*"/, '$1msgstr[1] ""'), /^“\{0\} claim” has 1 of the 2 forms that this language has\. Fill in msgstr\[0\] to msgstr\[1\]\.$/, 'msgid "{0} claim"'],
  ['a quotation mark missing', (text) => text.replace('msgstr "> tun"', 'msgstr "> tun'), /^This line is neither a comment nor a text in quotation marks\. Write msgid/, 'msgstr "> tun'],
  ['a quotation mark inside', (text) => text.replace('msgstr "> tun"', 'msgstr "> "tun""'), /^This line is neither a comment nor/, 'msgstr "> "tun""'],
  ['a line from elsewhere', (text) => text.replace('msgid "> do"', '<<<<<<< mine\nmsgid "> do"'), /^This line is neither a comment nor/, '<<<<<<< mine'],
  ['one text twice', (text) => text + '\nmsgid "> do"\nmsgstr "> machen"\n', /^“> do” stands here a second time; line \d+ has it first\. Keep one of them\.$/, 'msgid "> do"', 'last'],
  ['no language', (text) => text.replace('"Language: de\\n"\n', ''), /^The header “Language” is not here; it must be a language's code\. Write Language: de/, 'msgid ""'],
  ['forms that no rule has', (text) => text.replace(/"Plural-Forms: [^"]*"/, '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"'), /^The header “Plural-Forms” gives none of the rules that Proviso knows \(same, one, slavic\)\. Take one of those/, 'msgid ""'],
  ['forms that are a program', (text) => text.replace(/"Plural-Forms: [^"]*"/, '"Plural-Forms: nplurals=2; plural=process.exit(1);\\n"'), /^The header “Plural-Forms” gives none/, 'msgid ""'],
  ['other bytes than UTF-8', (text) => Buffer.from(text, 'latin1'), /^This is not UTF-8\. Save it as UTF-8\.$/],
];
for (const [what, change, said, at, which] of wrong)
  test(`${what}: the line, the rule and the remedy, and nothing is taken`, () => {
    const text = change(po.de);
    assert.notEqual(text.toString(), po.de);
    const made = fromPo(Buffer.from(text), places);
    assert.equal(made.catalogue, undefined);
    const [[line, rule, remedy]] = made.problems;
    assert.match(`${rule} ${remedy}`, said);
    if (!at) return;
    const lines = text.toString().split('\n');
    assert.equal(line, 1 + (which === 'last' ? lines.lastIndexOf(at) : lines.indexOf(at)));
  });

test('the command writes a file, or says file and line and leaves it alone', () => {
  const [good, bad, out] = ['good.po', 'bad.po', 'de.json'].map((name) => join(folder, name));
  const printed = command('out', 'de');
  assert.equal(printed.stdout, po.de);
  writeFileSync(good, printed.stdout);
  writeFileSync(bad, po.de.replace('msgstr "+{0} weitere"', 'msgstr "weitere"').replace('msgid "> do"', 'msgid "> did"'));
  const taken = command('in', good, '-o', out);
  assert.deepEqual([taken.status, taken.stderr], [0, '']);
  assert.match(taken.stdout, /^.*de\.json: \d+ texts in Deutsch\.\n$/);
  assert.equal(readFileSync(out, 'utf8'), bytesOf('de'));
  writeFileSync(out, 'mine');
  const refused = command('in', bad, '-o', out);
  assert.equal(refused.status, 1);
  assert.deepEqual(refused.stderr.trim().split('\n').map((line) => /^bad\.po:(\d+): /.exec(line)?.[1] > 1), [true, true]);
  assert.equal(readFileSync(out, 'utf8'), 'mine');
  for (const [words, said] of [[['out', 'fr'], /^fr: There is no such catalogue; there are de, ru, zh\. For a new language begin with/],
    [['in', join(folder, 'none.po')], /none\.po: There is no such file\. Name a \.po file\.\n$/], [['of'], /^Usage: /]]) {
    const {status, stderr} = command(...words);
    assert.equal(status, 1);
    assert.match(stderr, said);
  }
});

test('the pseudo-language: every text in other letters, two fifths longer, each place kept', () => {
  const {language, plural, words} = pseudo('en-XA', places);
  assert.deepEqual([language, plural, Object.keys(words).length], ['en-XA', 'one', places.size]);
  // What the page's four faces have: see web/fonts/build.mjs.
  const faces = [[0x20, 0x7e], [0xa0, 0x17f], [0x2000, 0x206f], [0x2190, 0x22ff]];
  const size = (text) => [...text.replace(/\{\d\}|[^\p{L}]/gu, '')].length;
  for (const [key, value] of Object.entries(words))
    shown(key).split('|').forEach((english, i) => {
      const text = [value].flat()[i];
      assert.deepEqual(wrongPlaces(key, text), {lost: [], odd: []}, key);
      if (size(english) === 0) return assert.equal(text, english);
      assert.ok(size(text) >= size(english) * 1.4 - 1e-9 && size(text) <= Math.ceil(size(english) * 1.4), `${english}: ${text}`);
      assert.match(text, /^‹[^]*›$/);
      for (const c of text) assert.ok(faces.some(([low, high]) => c.codePointAt(0) >= low && c.codePointAt(0) <= high), text);
    });
  assert.equal(pseudoText('Undo: {0}'), '‹Üñđóóó: {0}›');
  assert.deepEqual(fromPo(Buffer.from(toPo({...pseudo('en-XA', places)}, places)), places).catalogue.words, Object.fromEntries(Object.keys(words).sort().map((key) => [key, words[key]])));
});

test('show: a site whose German is the catalogue', async () => {
  const site = join(folder, 'site');
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), '<title>The page</title>');
  const served = await show(pseudo('en-XA', places), site, 0);
  try {
    assert.match(await (await fetch(served.url)).text(), /The page/);
    const {language, words} = await (await fetch(`${served.url}words/de.json`)).json();
    assert.deepEqual([language, words.Claims], ['de', pseudoText('Claims')]);
  } finally {
    await served.close();
  }
});
