// The picture in the README. It is made from the built page, with the words that stand in it:
//
//   web/serve --build-only && node tests/web/support/screenshot.mjs
//
// writes web/screenshot.png and web/screenshot.txt; tests/web/browsers/screenshot_test.mjs fails
// when the page shows something else.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';

import {launch} from './browsers.mjs';
import {open} from './explorer.mjs';
import {Pixels} from './pixels.mjs';
import {serveSite} from './site.mjs';

const WIDTH = 1440, HEIGHT = 900;
const state = 'on=us-strengthens-taiwan-ties,western-penalties-for-arming';
const file = (end) => fileURLToPath(new URL(`../../../web/screenshot.${end}`, import.meta.url));

/// What the page shows now: {pixels, words}, one line for each item in sight that has a name.
export async function take() {
  const site = await serveSite();
  const page = await launch('chromium', {width: WIDTH, height: HEIGHT});
  try {
    await page.goto(site.probed());
    await page.evaluate(() => localStorage.setItem('proviso-seen', '1'));  // No offer of a tour.
    await page.goto('about:blank');
    await open(page, `${site.probed()}#${state}`);
    await page.evaluate(() => ['before', 'after'].forEach((id) => document.getElementById(id).remove()));
    await page.settle();
    const words = (await page.items()).filter(({visible, name}) => visible && name.trim())
      .map(({role, name}) => `${role} ${name.replace(/\s+/g, ' ').trim()}\n`).join('');
    return {pixels: await page.assertDrawn(), words};
  } finally {
    await page.close();
    await site.close();
  }
}

/// What stands in the README: {pixels, words}.
export function kept() {
  return {pixels: new Pixels(readFileSync(file('png')), 1), words: readFileSync(file('txt'), 'utf8')};
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const {pixels, words} = await take();
  writeFileSync(file('png'), pixels.png);
  writeFileSync(file('txt'), words);
  console.log(`${file('png')} and ${file('txt')}: look at the picture, then commit both`);
}
