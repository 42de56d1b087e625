// Catalogues to and from gettext, for translators and their programs:
//
//   node web/words/po.mjs out de > de.po          a catalogue, with context, places and room
//   node web/words/po.mjs out > proviso.pot       the same without translations, for a new language
//   node web/words/po.mjs in de.po [-o FILE]      back into web/words/de.json; refused as a whole if wrong
//   node web/words/po.mjs pseudo > en-XA.json     English in other letters, two fifths longer
//   node web/words/po.mjs show de.po|pseudo       serves web/dist with it in place of German
//
// `About##tab` is msgid "About" with msgctxt "tab"; `{0} claim|{0} claims` has msgid_plural.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import gettext from 'gettext-parser';
import { FORMS, catalogue, holes, languages, placesOfKeys, shown, wrongPlaces } from './keys.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** What gettext calls the rules of core/words/say.cpp. */
const PLURALS = {
  same: 'nplurals=1; plural=0;',
  one: 'nplurals=2; plural=(n != 1);',
  slavic: 'nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);',
};
const letters = (text) => [...text.replace(/\{\d\}/g, '')].length;
/** tests/core/window/interface_words_test.cpp lays every view out with texts two fifths longer. */
const room = (length) => Math.ceil(length * 1.4);
const large = (key) => key[0].toUpperCase() + key.slice(1);
const idOf = (context, text) => `${context}\u0004${text}`;

/** What a key is in gettext. */
function message(key) {
  const [one, many] = shown(key).split('|');
  return { msgctxt: key.slice(shown(key).length + 2), msgid: one, ...(many === undefined ? {} : { msgid_plural: many }) };
}

function comments(key, places) {
  const words = shown(key).replace('|', ' ');
  const longest = Math.max(...shown(key).split('|').map(letters));
  const notes = [`English has ${longest} characters, and there is room for ${room(longest)}.`];
  const more = [...holes(key)].filter((hole) => !holes(words).has(hole));
  if (more.length > 0) notes.unshift(`May use ${more.join(' and ')} instead, as the context says.`);
  if (!places.has(key)) notes.unshift('As it stands inside a sentence.');
  return {
    reference: (places.get(key) ?? places.get(large(key)) ?? []).join('\n'),
    extracted: notes.join('\n'),
    ...(holes(words).size > 0 && more.length === 0 ? { flag: 'python-brace-format' } : {}),
  };
}

/** A catalogue as a .po; without one, a template with every text of the interface. */
export function toPo(of, places = placesOfKeys()) {
  const translations = { '': { '': { msgid: '', msgstr: [''], comments: { translator:
    'The interface of Proviso. {0}, {1} … stand for names, numbers and other words: put each where the\n' +
    'language needs it, and keep them all. Labels have no full stop. web/words/README.md says more.' } } } };
  for (const key of of ? Object.keys(of.words) : places.keys()) {
    const one = message(key);
    const text = of?.words[key] ?? (one.msgid_plural === undefined ? '' : ['', '']);
    (translations[one.msgctxt] ??= {})[one.msgid] = { ...one, msgstr: [text].flat(), comments: comments(key, places) };
  }
  const headers = {
    'Project-Id-Version': 'Proviso', 'Language': of?.language ?? '', 'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': '8bit',
    'Plural-Forms': PLURALS[of?.plural ?? 'one'],
    'X-Language-Name': of?.name ?? '', 'X-Reviewed': of?.reviewed ? 'yes' : 'no',
  };
  return gettext.po.compile({ charset: 'utf-8', headers, translations }).toString();
}

/** What stands on which line, and every line that is none of a .po. */
function scan(text) {
  const lines = new Map();
  const problems = [];
  let entry, key, field = '';
  const line = /^(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"((?:[^"\\]|\\.)*)"\s*$/;
  const close = () => {
    if (!entry || entry.msgid === undefined) return;
    const id = idOf(entry.msgctxt ?? '', entry.msgid);
    if (lines.has(id)) problems.push([entry.line, `“${entry.msgid}” stands here a second time; line ${lines.get(id).line} has it first.`, 'Keep one of them.']);
    else lines.set(id, entry);
  };
  text.split(/\r?\n/).forEach((row, i) => {
    if (/^\s*(#|$)/.test(row)) return;
    const found = line.exec(row);
    if (!found || (!found[1] && !field)) {
      problems.push([i + 1, 'This line is neither a comment nor a text in quotation marks.',
        'Write msgid, msgstr and the like, a space, and the text between " and "; inside it, " is \\".']);
      return;
    }
    const words = found[2].replace(/\\(.)/g, (_, c) => ({ n: '\n', t: '\t', r: '\r' })[c] ?? c);
    if (found[1]) {
      if (found[1] === 'msgctxt' || (found[1] === 'msgid' && field !== 'msgctxt')) {
        close();
        entry = { line: i + 1 };
      }
      field = found[1];
      key = field.startsWith('msgstr') ? field + ' line' : undefined;
      if (entry && key) entry[key] = i + 1;
    }
    if (entry && !field.startsWith('msgstr')) entry[field] = (entry[field] ?? '') + words;
  });
  close();
  return { lines, problems };
}

/** Which of our rules gives the forms of this header: its formula is tried, since programs rewrite it. */
function pluralOf(header) {
  const [, count, formula] = /nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+)/.exec(header ?? '') ?? [];
  if (!formula || !/^[\sn\d%&|<>=!?:()]+$/.test(formula)) return undefined;
  const forms = (words) => {
    try {
      const of = new Function('n', `return Number(${words});`);
      return Array.from({ length: 1000 }, (_, n) => of(n)).join();
    } catch {
      return undefined;
    }
  };
  const wanted = forms(formula);
  return Object.keys(PLURALS).find((rule) => FORMS[rule] === Number(count) && forms(/plural=([^;]+)/.exec(PLURALS[rule])[1]) === wanted);
}

/**
 * A .po as a catalogue. `problems`: [line, what is the case, what to do]; `left`: how many texts stay
 * English, since nobody has translated them or they are marked as unsure.
 */
export function fromPo(bytes, places = placesOfKeys()) {
  let text, po;
  const failed = (line, rule, remedy) => ({ problems: [[line, rule, remedy]] });
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failed(1, 'This is not UTF-8.', 'Save it as UTF-8.');
  }
  const { lines, problems } = scan(text);
  if (problems.length > 0) return { problems };
  try {
    po = gettext.po.parse(text);
  } catch (error) {
    return failed(Number(/at line (\d+)/.exec(error.message)?.[1] ?? 1), error.message, 'Write it as gettext does.');
  }
  const headers = Object.fromEntries(Object.entries(po.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const language = headers.language?.trim() ?? '';
  const top = lines.get(idOf('', ''))?.line ?? 1;
  if (!/^[a-z]{2,3}(-[A-Za-z\d]+)*$/.test(language))
    problems.push([top, `The header “Language” is ${language ? `“${language}”` : 'not here'}; it must be a language's code.`, 'Write Language: de, or whichever it is.']);
  const plural = pluralOf(headers['plural-forms']);
  if (!plural)
    problems.push([top, `The header “Plural-Forms” gives none of the rules that Proviso knows (${Object.keys(PLURALS).join(', ')}).`,
      'Take one of those in web/words/po.mjs; a rule of its own goes into core/words/say.cpp first.']);
  const words = {};
  let left = 0;
  for (const [context, messages] of Object.entries(po.translations ?? {}))
    for (const { msgid, msgid_plural: many, msgstr, comments: about } of Object.values(messages)) {
      if (msgid === '') continue;
      const key = msgid + (many === undefined ? '' : `|${many}`) + (context ? `##${context}` : '');
      const at = lines.get(idOf(context, msgid)) ?? { line: 1 };
      if (!places.has(key) && !places.has(large(key))) {
        const near = [...places.keys()].find((one) => shown(one).split('|')[0].toLowerCase() === msgid.toLowerCase());
        problems.push([at.line, `No text of the interface is “${msgid}”${context ? ` with the context “${context}”` : ''}${many ? ' with this plural' : ''}.`,
          (near ? `“${near}” is one. ` : '') + 'Leave msgctxt, msgid and msgid_plural as the template has them.']);
        continue;
      }
      const forms = msgstr.filter((form) => form !== '');
      if (forms.length === 0 || /\bfuzzy\b/.test(about?.flag ?? '')) {
        left += 1;
        continue;
      }
      const wanted = many === undefined ? 1 : FORMS[plural];
      if (plural && (forms.length !== wanted || msgstr.length !== wanted)) {
        problems.push([at.line, `“${msgid}” has ${forms.length} of the ${wanted} forms that this language has.`, `Fill in msgstr[0] to msgstr[${wanted - 1}].`]);
        continue;
      }
      msgstr.forEach((form, i) => {
        const line = at[many === undefined ? 'msgstr line' : `msgstr[${i}] line`] ?? at.line;
        const { lost, odd } = wrongPlaces(key, form);
        for (const hole of lost) problems.push([line, `“${form}” has lost ${hole}, which its English has.`, `Put ${hole} where the sentence needs it.`]);
        for (const hole of odd) problems.push([line, `“${form}” has ${hole}, and its English has not.`, `Take ${hole} out.`]);
      });
      words[key] = many === undefined ? msgstr[0] : msgstr;
    }
  if (problems.length > 0) return { problems: problems.sort(([a], [b]) => a - b) };
  const name = headers['x-language-name']?.trim() || new Intl.DisplayNames([language], { type: 'language' }).of(language);
  const sorted = Object.fromEntries(Object.keys(words).sort().map((key) => [key, words[key]]));
  for (const key of places.keys()) if (!(key in words) && !lines.has(idOf(...Object.values(message(key)).slice(0, 2)))) left += 1;
  return { problems, left, catalogue: { language, name, reviewed: headers['x-reviewed']?.trim() === 'yes', plural, words: sorted } };
}

/** A catalogue as its file has it. */
export const written = (of) => JSON.stringify(of, null, 1) + '\n';

const LETTERS = Object.fromEntries([...'aá bb cç dđ eé gğ hħ ií jĵ kķ lł nñ oó pþ rř sš tŧ uü wŵ yý zž'.matchAll(/(.)(.) ?/g)].map(([, plain, other]) => [plain, other]));
/** "Undo: {0}" is "‹Üñđóóó: {0}›": other letters, and two fifths more of them; {0} stays. */
export function pseudoText(english) {
  let owed = 0;
  const word = (plain) => {
    owed += [...plain].length * 0.4;
    const more = Math.ceil(owed - 1e-9);
    owed -= more;
    const at = Math.max(...[...'aeiouAEIOU'].map((vowel) => plain.lastIndexOf(vowel)));
    const stretched = at < 0 ? plain + plain.at(-1).repeat(more) : plain.slice(0, at + 1) + plain[at].toLowerCase().repeat(more) + plain.slice(at + 1);
    return [...stretched].map((c) => {
      const low = LETTERS[c.toLowerCase()];
      return low ? (c === c.toLowerCase() ? low : low.toUpperCase()) : c;
    }).join('');
  };
  return /\p{L}/u.test(english.replace(/\{\d\}/g, '')) ? `‹${english.replace(/\{\d\}|[A-Za-z]+/g, (run) => (run[0] === '{' ? run : word(run)))}›` : english;
}

/** Every text in a language that nobody speaks: what is not in it did not pass the catalogue. */
export function pseudo(language = 'en-XA', places = placesOfKeys()) {
  const words = {};
  for (const key of places.keys()) words[key] = shown(key).includes('|') ? shown(key).split('|').map(pseudoText) : pseudoText(shown(key));
  return { language, name: pseudoText('Pseudo'), reviewed: false, plural: 'one', words };
}

const told = (file, problems) => problems.map(([line, rule, remedy]) => `${file}:${line}: ${rule} ${remedy}`).join('\n');
class Refusal extends Error {}

function read(file) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Refusal(`${file}: ${error.code === 'ENOENT' ? 'There is no such file.' : error.message} Name a .po file.`);
  }
  const made = fromPo(bytes);
  if (made.problems.length > 0) throw new Refusal(told(basename(file), made.problems));
  return made;
}

/** Serves `folder` with a catalogue where the words of German are. */
export async function show(of, folder, port = 8080) {
  const { serve } = await import('../server.mjs');
  const mount = mkdtempSync(join(tmpdir(), 'proviso-words-'));
  writeFileSync(join(mount, 'de.json'), written({ ...of, language: 'de' }));
  const served = await serve({ root: folder, port, next: true, mounts: { '/words/': mount } });
  return { ...served, close: () => served.close().then(() => rmSync(mount, { recursive: true })) };
}

async function main([what, name, option, out]) {
  if (what === 'out' && (!name || languages.includes(name))) {
    process.stdout.write(toPo(name && catalogue(name)));
  } else if (what === 'out') {
    throw new Refusal(`${name}: There is no such catalogue; there are ${languages.join(', ')}. For a new language begin with the template: node web/words/po.mjs out > proviso.pot`);
  } else if (what === 'in' && name && (!option || (option === '-o' && out))) {
    const { catalogue: made, left } = read(name);
    const to = out ?? join(here, `${made.language}.json`);
    writeFileSync(to, written(made));
    console.log(`${out ?? `web/words/${made.language}.json`}: ${Object.keys(made.words).length} texts in ${made.name}${left ? `; ${left} stay English: they are not translated, or marked fuzzy` : ''}.`);
  } else if (what === 'pseudo') {
    process.stdout.write(written(pseudo()));
  } else if (what === 'show' && name) {
    const folder = join(here, '../dist');
    if (!existsSync(join(folder, 'index.html'))) throw new Refusal('web/dist has no page. Make it: web/serve --build-only');
    const { url } = await show(name === 'pseudo' ? pseudo() : read(name).catalogue, folder);
    console.log(`Proviso is at ${url}: choose Deutsch in its menu, Language.`);
  } else {
    throw new Refusal('Usage: node web/words/po.mjs out [de] | in FILE.po [-o FILE] | pseudo | show FILE.po | show pseudo');
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main(process.argv.slice(2)).catch((error) => {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  });
