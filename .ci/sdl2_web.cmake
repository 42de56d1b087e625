# SDL2 for the browser as one static library of our own: SDL's CMake needs minutes of checks under
# emcc and gets them wrong with 3.1.6, and Emscripten's ports download. SDL_config.h takes
# SDL_config_emscripten.h by itself. The joystick, audio and render folders hold the stubs that
# stand in for what is switched off below.
set(files
  SDL.c
  SDL_assert.c
  SDL_dataqueue.c
  SDL_error.c
  SDL_guid.c
  SDL_hints.c
  SDL_list.c
  SDL_log.c
  SDL_utils.c
  atomic/SDL_atomic.c
  atomic/SDL_spinlock.c
  cpuinfo/SDL_cpuinfo.c
  dynapi/SDL_dynapi.c
  events/SDL_clipboardevents.c
  events/SDL_displayevents.c
  events/SDL_dropevents.c
  events/SDL_events.c
  events/SDL_gesture.c
  events/SDL_keyboard.c
  events/SDL_keysym_to_scancode.c
  events/SDL_mouse.c
  events/SDL_quit.c
  events/SDL_scancode_tables.c
  events/SDL_touch.c
  events/SDL_windowevents.c
  events/imKStoUCS.c
  file/SDL_rwops.c
  stdlib/SDL_crc16.c
  stdlib/SDL_crc32.c
  stdlib/SDL_getenv.c
  stdlib/SDL_iconv.c
  stdlib/SDL_malloc.c
  stdlib/SDL_mslibc.c
  stdlib/SDL_qsort.c
  stdlib/SDL_stdlib.c
  stdlib/SDL_string.c
  stdlib/SDL_strtokr.c
  libm/e_atan2.c
  libm/e_exp.c
  libm/e_fmod.c
  libm/e_log.c
  libm/e_log10.c
  libm/e_pow.c
  libm/e_rem_pio2.c
  libm/e_sqrt.c
  libm/k_cos.c
  libm/k_rem_pio2.c
  libm/k_sin.c
  libm/k_tan.c
  libm/s_atan.c
  libm/s_copysign.c
  libm/s_cos.c
  libm/s_fabs.c
  libm/s_floor.c
  libm/s_scalbn.c
  libm/s_sin.c
  libm/s_tan.c
  thread/SDL_thread.c
  thread/generic/SDL_syscond.c
  thread/generic/SDL_sysmutex.c
  thread/generic/SDL_syssem.c
  thread/generic/SDL_systhread.c
  thread/generic/SDL_systls.c
  timer/SDL_timer.c
  timer/unix/SDL_systimer.c
  video/SDL_RLEaccel.c
  video/SDL_blit.c
  video/SDL_blit_0.c
  video/SDL_blit_1.c
  video/SDL_blit_A.c
  video/SDL_blit_N.c
  video/SDL_blit_auto.c
  video/SDL_blit_copy.c
  video/SDL_blit_slow.c
  video/SDL_bmp.c
  video/SDL_clipboard.c
  video/SDL_egl.c
  video/SDL_fillrect.c
  video/SDL_pixels.c
  video/SDL_rect.c
  video/SDL_shape.c
  video/SDL_stretch.c
  video/SDL_surface.c
  video/SDL_video.c
  video/SDL_vulkan_utils.c
  video/SDL_yuv.c
  video/emscripten/SDL_emscriptenevents.c
  video/emscripten/SDL_emscriptenframebuffer.c
  video/emscripten/SDL_emscriptenmouse.c
  video/emscripten/SDL_emscriptenopengles.c
  video/emscripten/SDL_emscriptenvideo.c
  video/yuv2rgb/yuv_rgb_std.c
  loadso/dlopen/SDL_sysloadso.c
  filesystem/emscripten/SDL_sysfilesystem.c
  locale/SDL_locale.c
  locale/emscripten/SDL_syslocale.c
  misc/SDL_url.c
  misc/emscripten/SDL_sysurl.c
  power/SDL_power.c
  power/emscripten/SDL_syspower.c
  audio/SDL_audio.c
  audio/SDL_audiocvt.c
  audio/SDL_audiodev.c
  audio/SDL_audiotypecvt.c
  audio/SDL_mixer.c
  audio/SDL_wave.c
  audio/dummy/SDL_dummyaudio.c
  haptic/SDL_haptic.c
  haptic/dummy/SDL_syshaptic.c
  sensor/SDL_sensor.c
  sensor/dummy/SDL_dummysensor.c
  render/SDL_render.c
  render/SDL_yuv_sw.c
  render/software/SDL_blendfillrect.c
  render/software/SDL_blendline.c
  render/software/SDL_blendpoint.c
  render/software/SDL_drawline.c
  render/software/SDL_drawpoint.c
  render/software/SDL_render_sw.c
  render/software/SDL_rotate.c
  render/software/SDL_triangle.c
  hidapi/SDL_hidapi.c
  joystick/SDL_gamecontroller.c
  joystick/SDL_joystick.c
  joystick/SDL_steam_virtual_gamepad.c
  joystick/controller_type.c
  joystick/emscripten/SDL_sysjoystick.c
  joystick/dummy/SDL_sysjoystick.c
)
list(TRANSFORM files PREPEND ${PROVISO_SDL2_DIR}/src/)

add_library(sdl2_web STATIC ${files})
target_include_directories(sdl2_web SYSTEM PUBLIC ${PROVISO_SDL2_DIR}/include)
target_compile_definitions(sdl2_web PRIVATE
  SDL_AUDIO_DISABLED=1 SDL_HAPTIC_DISABLED=1 SDL_HIDAPI_DISABLED=1 SDL_JOYSTICK_DISABLED=1
  SDL_POWER_DISABLED=1 SDL_RENDER_DISABLED=1 SDL_SENSOR_DISABLED=1)
target_compile_options(sdl2_web PRIVATE -w -Oz PUBLIC -sUSE_SDL=0)
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.30)  # Here and in Dear ImGui's backend.
  target_compile_options(sdl2_web PUBLIC -include ${CMAKE_CURRENT_LIST_DIR}/em_js_deps.h)
endif()
