# SDL2 for the browser as one static library of our own: SDL's CMake needs minutes of checks under
# emcc and gets them wrong with 3.1.6, and Emscripten's ports download. SDL_config.h takes
# SDL_config_emscripten.h by itself.
#
# Of SDL the page uses the video device, its window and its OpenGL context: those sources are built
# as they are, and web/sdl/ stands in for what they call of the rest.
set(files
  SDL.c
  SDL_assert.c
  SDL_error.c
  SDL_hints.c
  SDL_log.c
  SDL_utils.c
  atomic/SDL_atomic.c
  atomic/SDL_spinlock.c
  stdlib/SDL_getenv.c
  stdlib/SDL_malloc.c
  stdlib/SDL_qsort.c
  stdlib/SDL_stdlib.c
  stdlib/SDL_string.c
  stdlib/SDL_strtokr.c
  thread/SDL_thread.c
  thread/generic/SDL_sysmutex.c
  thread/generic/SDL_syssem.c
  thread/generic/SDL_systhread.c
  thread/generic/SDL_systls.c
  timer/SDL_timer.c
  timer/unix/SDL_systimer.c
  video/SDL_rect.c
  video/SDL_video.c
  video/emscripten/SDL_emscriptenvideo.c
)
list(TRANSFORM files PREPEND ${PROVISO_SDL2_DIR}/src/)

add_library(sdl2_web STATIC ${files}
  ${PROJECT_SOURCE_DIR}/web/sdl/canvas_gl.c
  ${PROJECT_SOURCE_DIR}/web/sdl/stand_ins.c)
target_include_directories(sdl2_web SYSTEM
  PUBLIC ${PROVISO_SDL2_DIR}/include PRIVATE ${PROVISO_SDL2_DIR}/src)
target_compile_definitions(sdl2_web PRIVATE
  SDL_AUDIO_DISABLED=1 SDL_HAPTIC_DISABLED=1 SDL_HIDAPI_DISABLED=1 SDL_JOYSTICK_DISABLED=1
  SDL_POWER_DISABLED=1 SDL_RENDER_DISABLED=1 SDL_SENSOR_DISABLED=1
  vsnprintf=vsniprintf)  # As in deps_ui.cmake.
target_compile_options(sdl2_web PRIVATE -w -Oz PUBLIC -sUSE_SDL=0)
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.30)  # Here and in Dear ImGui's backend.
  target_compile_options(sdl2_web PUBLIC -include ${CMAKE_CURRENT_LIST_DIR}/em_js_deps.h)
endif()
