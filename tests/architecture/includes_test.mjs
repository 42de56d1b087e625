import assert from 'node:assert/strict';
import {test} from 'node:test';

import {sources, textsOf} from './files.mjs';
import {violations} from './includes.mjs';

test('every file includes only what its folder may include', () => {
  const files = textsOf(['core', 'shell', 'web'], sources);
  assert.ok(files.size > 0);
  assert.deepEqual([...files].flatMap(([path, text]) => violations(path, text)), []);
});

for (const [path, line] of [
  ['core/base/id.h', '#include "core/model/dataset.h"'],
  ['core/io/load.cpp', '#include "core/query/index.h"'],
  ['core/io/load.cpp', '#include "core/words/labels.h"'],
  ['core/locate/locate.cpp', '#include "core/io/load.h"'],
  ['core/layout/force.cpp', '#include "core/locate/locate.h"'],
  ['core/words/labels.cpp', '#include "core/reason/views.h"'],
  ['core/reason/ask.cpp', '#include <core/canvas/scene.h>'],
  ['core/edit/apply.cpp', '#include "core/merge/merge.h"'],
  ['core/edit/about.cpp', '#include "core/words/labels.h"'],
  ['core/sheets/export.cpp', '#include "core/merge/merge.h"'],
  ['core/sheets/export.cpp', '#include "core/exchange/formats.h"'],
  ['core/io/load.cpp', '#include <zlib.h>'],
  ['core/merge/merge.cpp', '#include <pugixml.hpp>'],
  ['core/cli/import_exchange.cpp', '#include <sqlite3.h>'],
  ['core/voice/voice.cpp', '#include "core/state/session.h"'],
  ['core/state/update.cpp', '#include "core/canvas/frame.h"'],
  ['core/canvas/view.cpp', '#include "core/views/map/stage.h"'],
  ['core/views/map/scene.cpp', '#include "core/views/actors/graph.h"'],
  ['core/views/map/scene.cpp', '#include "core/window/views.h"'],
  ['core/views/shared.h', ''],
  ['core/window/around/top_model.cpp', '#include "core/window/dialogs/share_model.h"'],
  ['core/window/dialogs/title.cpp', '#include "core/window/views.h"'],
  ['core/window/keys.cpp', '#include "core/pages/page.h"'],
  ['core/pages/page.cpp', '#include "core/wire/wire.h"'],
  ['core/state/notes.cpp', '#include <nlohmann/json.hpp>'],
  ['core/canvas/scene.h', '#include "shell/app.h"'],
  ['core/canvas/scene.h', '#include <imgui.h>'],
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
  test(`the check finds ${line ? `${line} in ` : 'that no folder is known for '}${path}`, () => {
    assert.equal(violations(path, line).length, 1);
  });
}

for (const [path, line] of [
  ['core/reason/ask.cpp', '#include "core/query/index.h"'],
  ['core/io/load.cpp', '#include <nlohmann/json.hpp>'],
  ['core/words/labels.cpp', '#include "core/query/facets.h"'],
  ['core/sheets/zip.cpp', '#include <zlib.h>'],
  ['core/merge/merge.cpp', '#include "core/edit/users.h"'],
  ['core/views/map/scene.cpp', '#include "core/views/map/graph.h"'],
  ['core/views/map/scene.cpp', '#include "core/layout/layered.h"'],
  ['core/window/dialogs/title.cpp', '#include "core/window/around/top_model.h"'],
  ['core/window/views.h', '#include "core/views/map/stage.h"'],
  ['shell/painter.cpp', '#include "imgui_internal.h"'],
  ['web/platform_web.cpp', '#include <SDL.h>'],
  ['web/main_web.cpp', '#include <emscripten/html5.h>'],
  ['web/sdl/stand_ins.c', '#include "events/SDL_mouse_c.h"'],
]) {
  test(`the check lets ${line} pass in ${path}`, () => {
    assert.deepEqual(violations(path, line), []);
  });
}
