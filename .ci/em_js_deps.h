// EM_JS_DEPS for Emscripten before 3.1.30; the linker is told the same in web/CMakeLists.txt.
#pragma once
#include <emscripten/em_js.h>
#include <emscripten/em_macros.h>

#ifndef EM_JS_DEPS
#ifdef __cplusplus
#define EM_JS_DEPS(tag, deps) static_assert(true, "")
#else
#define EM_JS_DEPS(tag, deps) _Static_assert(1, "")
#endif
#endif
