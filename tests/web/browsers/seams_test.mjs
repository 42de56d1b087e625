// At no ratio of points to pixels does a line shine through between two panels, or at the edge of
// the window: the ground behind them is never to be seen. Read from the pixels.
// Engines: chromium, firefox
import assert from 'node:assert/strict';
import {after, test} from 'node:test';

import {engines, launch} from '../support/browsers.mjs';
import {open} from '../support/explorer.mjs';
import {serveSite} from '../support/site.mjs';

const site = await serveSite();
after(() => site.close());

for (const engine of engines)
  test(`${engine}: no black pixel at any ratio`, async () => {
    const page = await launch(engine, {width: 1001, height: 703, dpr: 1});
    try {
      await open(page, `${site.probed()}#v=compare`);
      for (let ratio = 0.7; ratio < 3; ratio += engine === 'chromium' ? 0.11 : 0.55) {
        // Odd sizes, so that edges fall between pixels; a large window at a high ratio is capped.
        const width = 1001 + Math.round(ratio * 20) * 3;
        await page.resize(width, 703, Number(ratio.toFixed(2)));
        await page.settle();
        const pixels = await page.screenshot();
        const black = pixels.counts().get(0) ?? 0;
        if (black > 0) page.keep(pixels, `seam-${ratio.toFixed(2)}`);
        assert.equal(black, 0, `at ${ratio.toFixed(2)}`);
      }
    } finally {
      await page.close();
    }
  });
