// The harness itself: a test that reads wrong pixels or clicks elsewhere proves nothing.
import assert from 'node:assert/strict';
import {copyFileSync, mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {serve} from '../../../web/server.mjs';
import {engines, launch} from '../support/browsers.mjs';

const support = join(dirname(fileURLToPath(import.meta.url)), '../support');
const folder = mkdtempSync(join(tmpdir(), 'proviso-harness-'));
for (const name of readdirSync(join(support, 'pages')))
  copyFileSync(join(support, 'pages', name), join(folder, name));
copyFileSync(join(support, 'probe.js'), join(folder, 'probe.js'));
copyFileSync(join(support, '../../../web/mark.svg'), join(folder, 'mark.svg'));
const site = await serve({root: folder});
after(async () => {
  await site.close();
  rmSync(folder, {recursive: true});
});

const address = `${site.url}harness.html`;

// The picture once the last square is in it: a compositor may be a frame behind the script.
const drawn = (page) => page.waitFor('the squares', async () => {
  const pixels = await page.screenshot();
  return pixels.at(350, 260)[0] === 255 && pixels.at(350, 260)[2] === 51 && pixels;
});

for (const engine of engines) {
  describe(engine, () => {
    let page;
    before(async () => {
      page = await launch(engine, {width: 640, height: 480});
      await page.goto(address);
    });
    after(() => page?.close());

    const heard = (...types) => page.evaluate((wanted) =>
      heard.filter(({type}) => wanted.includes(type)), types);
    const forget = () => page.evaluate(() => void (heard.length = 0));

    test('the page has the size that was asked for', async () => {
      assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]),
        [640, 480, 1]);
    });

    test('colours drawn by WebGL are the colours read', async () => {
      const pixels = await drawn(page);
      assert.equal(pixels.scale, 1);
      assert.deepEqual([pixels.width, pixels.height], [640, 480]);
      for (let row = 0; row < 4; ++row)
        for (let column = 0; column < 4; ++column)
          for (const [dx, dy] of [[2, 2], [50, 37], [97, 72]])
            assert.deepEqual(pixels.at(column * 100 + dx, row * 75 + dy),
              [column * 85, row * 85, 51], `square ${column}, ${row}`);
      assert.equal(pixels.distinctColours({x: 0, y: 0, w: 400, h: 300}), 16);
      assert.equal(pixels.distinctColours({x: 420, y: 20, w: 100, h: 100}), 1);
    });

    test('a page of one colour is called blank', async () => {
      await assert.rejects(page.assertDrawn({x: 420, y: 20, w: 100, h: 100}), /only 1 colours/);
    });

    test('clicks arrive where they were aimed', async () => {
      for (const [x, y] of [[10, 10], [333, 222], [399, 1]]) {
        await forget();
        await page.click(x, y);
        const [down] = await page.waitFor('the click', async () => {
          const all = await heard('pointerdown', 'click');
          return all.length === 2 && all;
        });
        assert.deepEqual([down.x, down.y, down.button, down.pointerType], [x, y, 0, 'mouse']);
      }
    });

    test('a double click is one', async () => {
      await forget();
      await page.doubleClick(120, 130);
      await page.waitFor('the double click', async () => (await heard('dblclick')).length === 1);
      assert.equal((await heard('click')).length, 2);
    });

    test('the pointer moves and drags', async () => {
      await forget();
      await page.move(50, 60);
      await page.down();
      await page.move(80, 90);
      await page.up();
      const up = await page.waitFor('the release', async () => (await heard('pointerup'))[0]);
      assert.deepEqual([up.x, up.y], [80, 90]);
    });

    test('the wheel arrives, in points or lines', async () => {
      await forget();
      await page.wheel(200, 100, 120);
      const wheel = await page.waitFor('the wheel', async () => (await heard('wheel'))[0]);
      assert.deepEqual([wheel.x, wheel.y], [200, 100]);
      assert.ok(wheel.deltaY > 0, `deltaY ${wheel.deltaY}`);
    });

    test('keys arrive with what is held', async () => {
      await forget();
      await page.key('ArrowDown');
      await page.key('Z', 'Control', 'Shift');
      await page.waitFor('the keys', async () => (await heard('keyup')).length === 4);
      const downs = (await heard('keydown')).filter(({key}) => !['Control', 'Shift'].includes(key));
      assert.deepEqual(downs.map(({key, shiftKey, ctrlKey}) => [key.toLowerCase(), shiftKey, ctrlKey]),
        [['arrowdown', false, false], ['z', true, true]]);
    });

    test('text is typed, in three scripts', async () => {
      await page.click(60, 330);
      await page.type('Arms é Привет 王');
      await page.waitFor('the text', async () =>
        await page.evaluate(() => document.getElementById('field').value) === 'Arms é Привет 王');
    });

    test('a new size arrives', async () => {
      await forget();
      await page.resize(720, 430);
      await page.waitFor('the size', () => page.evaluate(() => innerWidth === 720 && innerHeight === 430));
      const pixels = await page.screenshot();
      assert.deepEqual([pixels.width, pixels.height], [720, 430]);
      await page.resize(640, 480);
    });

    test('an error in the page is told', async () => {
      assert.deepEqual(await page.errors(), []);
      await page.evaluate(() => void setTimeout(() => {
        throw new Error('on purpose');
      }));
      await page.waitFor('the error', async () => /on purpose/.test((await page.errors()).join()));
    });

    test('what the policy forbids is told', async () => {
      await page.evaluate(() => fetch('https://example.com/').catch(() => {}));
      await page.waitFor('the violation', async () => /policy: connect-src/.test((await page.errors()).join()));
    });

    test('a page at rest is seen to rest, and one that draws is not', async () => {
      await page.settle();
      await page.click(10, 10);
      const before = await page.evaluate(() => probe.frames + probe.timers);
      await page.key('f');
      await page.waitFor('the frame', () =>
        page.evaluate((was) => probe.frames + probe.timers === was + 1, before));
    });

    if (engine === 'chromium') test('fingers tap and drag', async () => {
      await forget();
      await page.touch([[30, 40]]);
      const down = await page.waitFor('the touch', async () => (await heard('pointerdown'))[0]);
      assert.deepEqual([down.x, down.y, down.pointerType], [30, 40, 'touch']);
    });

    if (engine !== 'webkit') test('one and a half pixels to a point', async () => {
      await page.resize(640, 480, 1.5);
      await page.waitFor('the density', () => page.evaluate(() => devicePixelRatio === 1.5));
      const pixels = await drawn(page);
      assert.deepEqual([pixels.width, pixels.scale], [960, 1.5]);
      assert.deepEqual(pixels.at(350, 260), [255, 255, 51]);
    });
  });

  test(`${engine}: two pixels to a point, and dark`, async () => {
    const page = await launch(engine, {width: 500, height: 400, dpr: 2, dark: true});
    try {
      await page.goto(address);
      const [dpr, dark] = await page.evaluate(() =>
        [devicePixelRatio, matchMedia('(prefers-color-scheme: dark)').matches]);
      assert.equal(dpr, 2);
      assert.equal(dark, true);
      const pixels = await drawn(page);
      assert.equal(pixels.scale, 2);
      assert.deepEqual(pixels.at(350, 260), [255, 255, 51]);
      assert.deepEqual(pixels.at(450, 100), [0x20, 0x30, 0x40]);
    } finally {
      await page.close();
    }
  });
}
