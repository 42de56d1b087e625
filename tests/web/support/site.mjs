// The built site on loopback, as it is and once more with the probe before its scripts.
import {copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {serve} from '../../../web/server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
/// PROVISO_DIST names another build of the site.
export const dist = resolve(process.env.PROVISO_DIST ?? resolve(here, '../../../web/dist'));

/// Serves web/dist. Returns {url, probed(options), asked, close}: `probed` is the address of the
/// same page with the probe in it; `asked` lists the paths asked for so far.
///
/// `headers` and `mounts` as of web/server.mjs. `data`: a file in place of the bundled dataset.
export async function serveSite({headers, mounts = {}, data} = {}) {
  if (!existsSync(join(dist, 'index.html')))
    throw new Error('web/dist has no page; web/serve --build-only makes it');
  const folder = mkdtempSync(join(tmpdir(), 'proviso-site-'));
  // Two buttons around the explorer show whether the keyboard can come and go.
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
    .replace(/(href|src)="(?![a-z]+:|[#/])/g, '$1="../')
    .replace('<body>', '<body><button id="before">Before</button>')
    .replace('</body>', '<button id="after">After</button></body>');
  copyFileSync(join(here, 'probe.js'), join(folder, 'probe.js'));
  const variants = {plain: '', nowebgl: '?nowebgl', fused: '?fuse'};
  for (const [name, query] of Object.entries(variants)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.html'),
      html.replace('<head>', `<head>\n<script src="/probe/probe.js${query}"></script>`));
  }
  const all = {
    ...mounts, '/probe/': folder, '/plain/': join(folder, 'plain'), '/nowebgl/': join(folder, 'nowebgl'), '/fused/': join(folder, 'fused'),
  };
  if (data) {
    mkdirSync(join(folder, 'data'));
    copyFileSync(data, join(folder, 'data', 'index.html'));
    // The server takes what stands after a mount's name, here nothing, for a folder's index.
    all['/china-military-aid.json'] = join(folder, 'data');
  }
  const site = await serve({root: dist, mounts: all, ...(headers && {headers})});
  // As a slow network has it: parts of the program come so many milliseconds late.
  let late = 0;
  const [answer] = site.server.listeners('request');
  site.server.removeAllListeners('request');
  site.server.on('request', (request, response) => {
    if (late > 0 && /\/proviso\.\w+\.wasm/.test(request.url)) setTimeout(answer, late, request, response);
    else answer(request, response);
  });
  const asked = [];
  site.server.prependListener('request', ({url}) => asked.push(url));
  return {
    url: site.url, asked,
    slow: (ms) => { late = ms; },
    probed: (variant = 'plain') => `${site.url}${variant}/`,
    async close() {
      await site.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
