// SDL's OpenGL ES on a canvas, over Emscripten's WebGL functions. It takes the place of SDL_egl.c
// and SDL_emscriptenopengles.c, whose eglGetProcAddress keeps every function of WebGL alive: a
// third of all the JavaScript that a page would download.

#include <emscripten/html5.h>

#include "video/emscripten/SDL_emscriptenopengles.h"
#include "video/emscripten/SDL_emscriptenvideo.h"

int Emscripten_GLES_LoadLibrary(_THIS, const char* path) {
  // The window asks for this again as long as it finds no data.
  static SDL_EGL_VideoData linked;
  _this->egl_data = &linked;
  (void)path;
  return 0;
}

void SDL_EGL_UnloadLibrary(_THIS) { (void)_this; }

void* SDL_EGL_GetProcAddress(_THIS, const char* name) {
  (void)_this;
  SDL_SetError("%s: WebGL's functions are linked, not looked up", name);
  return NULL;
}

// The surface is the canvas; the driver wants something that is not EGL_NO_SURFACE.
EGLSurface* SDL_EGL_CreateSurface(_THIS, NativeWindowType window) {
  (void)window;
  return (EGLSurface*)_this;
}

void SDL_EGL_DestroySurface(_THIS, EGLSurface surface) {
  (void)_this;
  (void)surface;
}

SDL_GLContext Emscripten_GLES_CreateContext(_THIS, SDL_Window* window) {
  const SDL_WindowData* data = window->driverdata;
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.alpha = _this->gl_config.alpha_size > 0;
  attributes.depth = _this->gl_config.depth_size > 0;
  attributes.stencil = _this->gl_config.stencil_size > 0;
  attributes.antialias = _this->gl_config.multisamplebuffers > 0;
  attributes.majorVersion = _this->gl_config.major_version - 1;  // WebGL 2 is OpenGL ES 3.
  const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
      emscripten_webgl_create_context(data->canvas_id, &attributes);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) {
    SDL_SetError("The canvas has no WebGL %d", attributes.majorVersion);
    return NULL;
  }
  return (SDL_GLContext)context;
}

int Emscripten_GLES_MakeCurrent(_THIS, SDL_Window* window, SDL_GLContext context) {
  (void)_this;
  (void)window;
  if (emscripten_webgl_make_context_current((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context) ==
      EMSCRIPTEN_RESULT_SUCCESS)
    return 0;
  return SDL_SetError("No such WebGL context");
}

void SDL_EGL_DeleteContext(_THIS, SDL_GLContext context) {
  (void)_this;
  emscripten_webgl_destroy_context((EMSCRIPTEN_WEBGL_CONTEXT_HANDLE)context);
}

// The browser shows what was drawn after each animation frame, on its own.
int Emscripten_GLES_SwapWindow(_THIS, SDL_Window* window) {
  (void)_this;
  (void)window;
  return 0;
}

int SDL_EGL_GetSwapInterval(_THIS) {
  (void)_this;
  return 1;
}

int SDL_EGL_SetSwapInterval(_THIS, int interval) {
  (void)_this;
  return interval == 1 ? 0 : SDL_SetError("The browser shows frames at its own pace");
}
