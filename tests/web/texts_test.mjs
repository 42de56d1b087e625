// What the page makes of other programs' files before the explorer sees them.
import assert from 'node:assert/strict';
import {dirname, join, resolve} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';

const dist = resolve(process.env.PROVISO_DIST ?? join(dirname(fileURLToPath(import.meta.url)), '../../web/dist'));
const {imported, textOf} = await import(pathToFileURL(join(dist, 'texts.js')).href);

const bytes = new TextEncoder().encode('{"claims": [');
/** A core that reads nothing, for this reason. */
const refusing = (code) => async () => ({
  loadCore: async () => {
    const refuse = () => {
      throw Object.assign(new Error('Nothing reads it.'), {code});
    };
    return {importFile: refuse, plainText: refuse};
  },
});
const missing = async () => {
  throw new Error('not here');
};

test('JSON of no tool is nothing here: what is wrong with it as a dataset is told with its place', async () => {
  assert.equal(await imported('mine.json', bytes), null); // As the core that comes with it says.
  assert.equal(await imported('mine.json', bytes, refusing('other')), null);
  assert.equal(await imported('MINE.JSON', bytes, missing), null);
});

test('what a tool’s file has wrong, and any other file, is refused in words', async () => {
  for (const [name, core] of [['sheet.json', refusing('sheet')], ['sheet.xlsx', refusing('other')], ['sheet.xlsx', missing]]) {
    const [purpose, words] = await imported(name, bytes, core);
    assert.equal(purpose, 'refused');
    assert.ok(words.length > 0);
  }
});

test('a text that cannot be read is refused, whatever it is called', async () => {
  for (const name of ['page.html', 'page.json']) {
    const [purpose] = await textOf(name, 'copy', bytes, refusing('other'));
    assert.equal(purpose, 'refused');
  }
});
