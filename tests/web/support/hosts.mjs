// Pages of somebody else's with explorers in them.
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {serveSite} from './site.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const samples = resolve(here, '../../../data/samples');

/// As `serveSite`, with pages at /host/ and the samples at /samples/. `host(probe)` is the address
/// of the host page: with the probe that counts ('counts', the default), with one that keeps every
/// listener on window and document ('listeners'), or with none ('none').
export async function serveHosts(options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-hosts-'));
  for (const name of readdirSync(join(here, 'pages')))
    writeFileSync(join(folder, name), readFileSync(join(here, 'pages', name)));
  const html = readFileSync(join(folder, 'host.html'), 'utf8');
  const probes = {counts: '/probe/probe.js', listeners: 'listeners.js', none: ''};
  for (const [name, script] of Object.entries(probes))
    writeFileSync(join(folder, `${name}.html`),
      html.replace('<!-- probe -->', script && `<script src="${script}"></script>`));
  const {mounts, ...rest} = options;
  const site = await serveSite({...rest, mounts: {'/host/': folder, '/samples/': samples, ...mounts}});
  return {
    ...site,
    host: (probe = 'counts') => `${site.url}host/${probe}.html`,
    async close() {
      await site.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/// Opens the host page and waits for its script.
export async function openHost(page, address) {
  await page.goto(address);
  await page.waitFor('the host page', () => page.evaluate(() => Boolean(globalThis.host)));
}

/// Puts an explorer in the page, as `host.make` in pages/host.js, and waits until it can be used.
export async function make(page, id, attributes = {}, options = {}) {
  await page.evaluate((...words) => host.make(...words), id, attributes, options);
  await usable(page, `#${id}`);
  page.at(`#${id}`);
}

export const status = (page, selector) =>
  page.evaluate((selector) => document.querySelector(selector)?.status, selector);

export const usable = (page, selector) => page.waitFor(`${selector} to be ready`, async () => {
  const now = await page.evaluate((selector) => {
    const made = document.querySelector(selector);
    return [made?.status, made?.shadowRoot?.querySelector('.trouble:not([hidden])')?.textContent ?? ''];
  }, selector);
  if (now[0] === 'error' || now[0] === 'crashed') throw new Error(`${selector}: ${now[1]}`);
  return now[0] === 'ready';
}, 60_000);

/// Where an element is, in points of the window.
export const boxOf = (page, selector) => page.evaluate((selector) => {
  const {x, y, width, height} = document.querySelector(selector).getBoundingClientRect();
  return {x, y, w: width, h: height};
}, selector);
