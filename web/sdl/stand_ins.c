// What SDL's video code calls of the parts of SDL that the page's build leaves out: events, input,
// cursors, surfaces, renderers. Nothing here is ever asked for anything: the page hears the reader
// (web/pointer.js, web/keyboard.js) and draws with WebGL. Whatever could be asked says that it is
// not there; a part that is called and has no stand-in fails the link.

#include <emscripten/html5.h>

#include "SDL_internal.h"
#include "SDL_render.h"
#include "events/SDL_events_c.h"
#include "events/SDL_mouse_c.h"
#include "video/emscripten/SDL_emscriptenevents.h"
#include "video/emscripten/SDL_emscriptenframebuffer.h"
#include "video/emscripten/SDL_emscriptenmouse.h"
#include "video/emscripten/SDL_emscriptenvideo.h"

// Events: SDL listens to nothing, so its queue does not exist.
int SDL_EventsInit(void) { return 0; }
void SDL_EventsQuit(void) {}
Uint8 SDL_EventState(Uint32 type, int state) { return SDL_DISABLE; }
int SDL_SendAppEvent(SDL_EventType type) { return 0; }
int SDL_SendDisplayEvent(SDL_VideoDisplay* display, Uint8 event, int data) { return 0; }
int SDL_SendWindowEvent(SDL_Window* window, Uint8 event, int data1, int data2) { return 0; }
void Emscripten_RegisterEventHandlers(SDL_WindowData* data) {}
void Emscripten_UnregisterEventHandlers(SDL_WindowData* data) {}
EM_BOOL Emscripten_HandleCanvasResize(int type, const void* reserved, void* data) {
  return EM_FALSE;
}

// Mouse, keyboard, touch: none.
int SDL_KeyboardInit(void) { return 0; }
void SDL_KeyboardQuit(void) {}
void SDL_ResetKeyboard(void) {}
SDL_Window* SDL_GetKeyboardFocus(void) { return NULL; }
void SDL_SetKeyboardFocus(SDL_Window* window) {}
int SDL_MousePreInit(void) { return 0; }
void SDL_MousePostInit(void) {}
void SDL_MouseQuit(void) {}
SDL_Window* SDL_GetMouseFocus(void) { return NULL; }
void SDL_SetMouseFocus(SDL_Window* window) {}
Uint32 SDL_GetMouseState(int* x, int* y) { return 0; }
int SDL_ShowCursor(int toggle) { return SDL_Unsupported(); }
SDL_bool SDL_GetRelativeMouseMode(void) { return SDL_FALSE; }
int SDL_SetRelativeMouseMode(SDL_bool enabled) { return SDL_Unsupported(); }
int SDL_UpdateMouseCapture(SDL_bool force_release) { return SDL_Unsupported(); }
SDL_Mouse* SDL_GetMouse(void) {
  static SDL_Mouse none;
  return &none;
}
void SDL_WarpMouseInWindow(SDL_Window* window, int x, int y) {}
void SDL_PerformWarpMouseInWindow(SDL_Window* window, int x, int y, SDL_bool ignore_relative) {}
int SDL_TouchInit(void) { return 0; }
void SDL_TouchQuit(void) {}
void Emscripten_InitMouse(void) {}
void Emscripten_FiniMouse(void) {}

// Drawing by the processor: none.
void SDL_FreeSurface(SDL_Surface* surface) {}
SDL_Renderer* SDL_GetRenderer(SDL_Window* window) { return NULL; }
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) {}
int Emscripten_CreateWindowFramebuffer(_THIS, SDL_Window* window, Uint32* format, void** pixels,
                                       int* pitch) {
  return SDL_Unsupported();
}
int Emscripten_UpdateWindowFramebuffer(_THIS, SDL_Window* window, const SDL_Rect* rects,
                                       int count) {
  return SDL_Unsupported();
}
void Emscripten_DestroyWindowFramebuffer(_THIS, SDL_Window* window) {}

// In place of Emscripten's: the screen and the document's title are the page's own.
EMSCRIPTEN_RESULT emscripten_request_fullscreen_strategy(const char* target, EM_BOOL defer,
                                                         const EmscriptenFullscreenStrategy* how) {
  return EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_fullscreen(void) { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
void emscripten_set_window_title(const char* title) {}

// When frames are due is the page's own as well (web/loop.js), and so is the screen. Emscripten's
// bring a main loop, full screen, pointer lock and decoders of pictures and sound
// along. SDL wants a screen of some size and places nothing on it.
int emscripten_set_main_loop_timing(int mode, int value) { return 1; }
void emscripten_get_screen_size(int* width, int* height) {
  *width = 1920;
  *height = 1080;
}
