import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {violations} from './includes.mjs';

const top = join(dirname(fileURLToPath(import.meta.url)), '../..');

test('every file includes only what its layer may include', () => {
  const files = execFileSync('git', ['ls-files', '-z', 'core', 'shell', 'web'], {cwd: top})
    .toString().split('\0').filter((name) => /\.(h|hpp|cpp|cc|c)$/.test(name));
  assert.ok(files.length > 0);
  const found = files.flatMap((name) => violations(name, readFileSync(join(top, name), 'utf8')));
  assert.deepEqual(found, []);
});

for (const [path, line] of [
  ['core/base/id.h', '#include "core/model/dataset.h"'],
  ['core/io/load.cpp', '#include "core/query/index.h"'],
  ['core/reason/ask.cpp', '#include <core/view/scene.h>'],
  ['core/view/scene.h', '#include "shell/app.h"'],
  ['core/view/scene.h', '#include <imgui.h>'],
  ['core/query/index.cpp', '#include <nlohmann/json.hpp>'],
  ['core/model/date.cpp', '# include <utf8proc.h>'],
  ['core/base/id.h', '#include <emscripten.h>'],
  ['core/cli/main.cpp', '#include "shell/app.h"'],
  ['shell/app.cpp', '#include "web/bridge.h"'],
  ['shell/app.cpp', '#include <emscripten/html5.h>'],
  ['web/bridge.cpp', '#include <emscripten.h>'],
  ['web/bridge.cpp', '#include <SDL.h>'],
  ['web/main_web.cpp', '#include "imgui.h"'],
  ['core/io/load.cpp', '#include "../model/dataset.h"'],
  ['core/io/load.cpp', '#include "load.h"'],
  ['core/io/load.cpp', '#include "tests/support/files.h"'],
  ['shell/app.cpp', '#ifdef __EMSCRIPTEN__'],
  ['web/platform_web.cpp', '#include "events/SDL_mouse_c.h"'],
  ['extra/thing.cpp', ''],
]) {
  test(`the check finds ${line || 'a file in no known folder'} in ${path}`, () => {
    assert.equal(violations(path, line).length, 1);
  });
}

for (const [path, line] of [
  ['core/reason/ask.cpp', '#include "core/query/index.h"'],
  ['core/io/load.cpp', '#include <nlohmann/json.hpp>'],
  ['shell/painter.cpp', '#include "imgui_internal.h"'],
  ['web/platform_web.cpp', '#include <SDL.h>'],
  ['web/main_web.cpp', '#include <emscripten/html5.h>'],
  ['web/sdl/stand_ins.c', '#include "events/SDL_mouse_c.h"'],
]) {
  test(`the check lets ${line} pass in ${path}`, () => {
    assert.deepEqual(violations(path, line), []);
  });
}
