// Coding a text in the explorer: what the tests of it do again and again.
import {readFileSync} from 'node:fs';

/// The text of the worked example.
export const text = readFileSync(new URL('../../golden/night-bus/night-bus.txt', import.meta.url), 'utf8');
/// What is said of it before one can begin.
export const begun = [['begin/who', 'Ada Quist'], ['begin/when', '2026-03-06'],
  ['begin/question', 'The night bus runs next year'], ['begin/coder', 'LM']];

/// The claims of a dataset as sentences of who says what how firmly.
export function told({actors, propositions, conditions, claims, passages}) {
  const label = (one) => typeof one === 'string' ? propositions.find(({id}) => id === one).label : `not ${label(one.not)}`;
  const link = (id) => {
    const {form, antecedents, unless = [], consequent} = conditions.find((one) => one.id === id);
    return `${form}: ${antecedents.map(label)} → ${label(consequent)}${unless.map((one) => `, unless ${label(one)}`)}`;
  };
  const about = ({condition, proposition, comparison}) => condition ? link(condition) :
    proposition ? label(proposition) : `${label(comparison.more)} over ${label(comparison.less)}`;
  return claims.map((claim) => [
    passages.find(({id}) => id === claim.passages[0]).start,
    claim.attribution.map(({actor}) => actors.find(({id}) => id === actor).name).join(' > '),
    about(claim.about), claim.modality, claim.gloss, claim.coding.by]).sort(([a], [b]) => a - b);
}

/// Keeps what the page saves where the test can read it: `saved`, a list of { name, text }.
export const watch = (page) => page.evaluate(() => {
  globalThis.saved = [];
  const blobs = new Map(), make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
  URL.createObjectURL = (blob) => {
    const url = make.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  HTMLAnchorElement.prototype.click = function () {
    if (!this.download) return click.call(this);
    blobs.get(this.href).text().then((text) => saved.push({name: this.download, text}));
  };
});

/// Nothing of an earlier visit is kept.
export const forget = (page) => page.evaluate(() => new Promise((done) => {
  localStorage.clear();
  sessionStorage.clear();
  const request = indexedDB.deleteDatabase('proviso');
  request.onsuccess = request.onerror = request.onblocked = () => done(true);
}));

/// The focus of the explorer, and keys that wait for what they lead to. `press` counts them.
export function keysOf(page) {
  let presses = 0;
  const key = async (name, ...held) => {
    ++presses;
    await page.key(name, ...held);
  };
  const type = async (words) => {
    presses += words.length;
    await page.type(words);
  };
  const focused = async () => (await page.items()).find((item) => item.focused)?.id ?? '';
  const focusOn = (id) => page.waitFor(`the focus on ${id}`, async () => await focused() === id);
  /// With Tab alone, so far as that leads there.
  async function tabTo(id) {
    for (let i = 0; i < 12 && await focused() !== id; ++i) {
      const before = await focused();
      await key('Tab');
      await page.waitFor('the focus to move', async () => await focused() !== before);
    }
    await focusOn(id);
  }
  const valueOf = async (id) => (await page.find('', `#${id}`))?.value;
  const bar = async () => (await page.item('text', '#coding/kept')).name;
  return {key, type, focused, focusOn, tabTo, valueOf, bar, presses: () => presses};
}

/// Pastes the text, as one input, into the field that has the focus.
export async function paste(page) {
  await page.evaluate((text) => document.execCommand('insertText', false, text), text);
  await page.waitFor('what it looks like', async () => (await page.find('', '#begin/shape'))?.name === '5 paragraphs and 12 sentences');
}

/// Begins a dataset with the text, by keyboard alone.
export async function beginByKeys(page, keyboard, {key, type, focusOn, tabTo}) {
  await page.evaluate(() => document.querySelector('#explorer').focus());
  await key('k', 'Control');
  await focusOn('palette-words');
  await type('>new from a text');
  await page.item('', /^New from a text…/);
  await page.settle();
  await key('Enter');
  await page.item('heading', '#begin/title');
  await page.settle();
  await keyboard.reach('begin/text');
  await paste(page);
  for (const [id, words] of begun) {
    await tabTo(id);
    await type(words);
  }
  await page.settle();
  await tabTo('begin/go');
  await key('Enter');
  await page.item('', '#code/s/0');
  await page.settle();
}

/// The same with another hand.
export async function beginByHand(page, hand) {
  await hand.press('top/menu');
  await hand.press('menu/.begin');
  await page.item('heading', '#begin/title');
  await page.settle();
  await hand.press('begin/text');
  await page.waitFor('the focus', async () => (await page.find('', '#begin/text'))?.focused);
  await paste(page);
  for (const [id, words] of begun) await hand.fill(id, words);
  await hand.press('begin/go');
  await page.item('', '#code/s/0');
  await page.settle();
}

/// Codes a claim by keyboard alone, from a sentence that has the focus. `skip`: sentences that go by
/// before it; `about`: words, then how they are taken: as a statement that is there (Enter) or as a new
/// one (Shift Enter). Returns before it is saved.
export async function writeByKeys(page, claim, {key, type, focused, focusOn, tabTo, valueOf}) {
  for (let i = 0; i < (claim.skip ?? 0); ++i) {
    const from = await focused();
    await key('ArrowDown');
    await page.waitFor('the next sentence', async () => await focused() !== from);
  }
  await key('c');
  await focusOn('code/who');
  if (claim.who) {
    await type(claim.who);
    await key('Enter');
    await page.waitFor('the voice to be taken', async () => await valueOf('code/who') === '');
  }
  await tabTo('code/about');
  for (const [words, how] of claim.about) {
    await type(words);
    await key('Enter', ...(how === 'new' ? ['Shift'] : []));
    await page.waitFor(`“${words}” to be taken`, async () => await valueOf('code/about') === '');
  }
  await key('Tab');
  await page.waitFor('the levels', async () => (await focused()).startsWith('code/firm/'));
  await key(String(claim.level));
  await page.waitFor('the level', async () => (await page.items()).some(({id, checked, position}) =>
    id.startsWith('code/firm/') && checked === 'true' && position === String(claim.level)));
  await tabTo('code/words');
  await type(claim.words);
  await page.waitFor('the words', async () => await valueOf('code/words') === claim.words);
}

/// The same with another hand, of the sentence `at`.
export async function writeByHand(page, hand, claim) {
  await hand.press(`code/s/${claim.at}`);
  await hand.press('code/begin');
  const take = async (field, words, how) => {
    await hand.fill(field, words);
    const fresh = /^New (voice|statement) “/;
    const match = await page.waitFor(`what “${words}” may mean`, async () => (await page.items()).find(({id, name}) =>
      id.startsWith(`${field}.match/`) && (how === 'new') === fresh.test(name)));
    await hand.press(match.id);
    await page.waitFor(`“${words}” to be taken`, async () => (await page.find('', `#${field}`))?.value === '');
  };
  if (claim.who) await take('code/who', claim.who, claim.voice);
  for (const [words, how] of claim.about) await take('code/about', words, how);
  const level = (await page.items()).find(({id, position}) => id.startsWith('code/firm/') && position === String(claim.level));
  await hand.press(level.id);
  await hand.fill('code/words', claim.words);
}
