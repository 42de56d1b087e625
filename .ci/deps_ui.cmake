# What draws with Dear ImGui, and SDL2 natively (the system's) or for the browser (from source).

if(PROVISO_WEB)
  proviso_source(SDL2 sdl2 include/SDL_config_emscripten.h https://github.com/libsdl-org/SDL
    2359383fc187386204c3bb22de89655a494cd128)  # release-2.32.4
  if(PROVISO_SDL2_DIR)
    include(${CMAKE_CURRENT_LIST_DIR}/sdl2_web.cmake)
    set(proviso_sdl2 sdl2_web)
  else()
    proviso_missing("SDL2's sources" ".ci/setup web on Debian; else -DPROVISO_DOWNLOAD=ON")
  endif()
else()
  find_package(SDL2 2.26 CONFIG QUIET)
  find_package(OpenGL QUIET)
  if(TARGET SDL2::SDL2 AND OPENGL_FOUND)
    set(proviso_sdl2 SDL2::SDL2)
  else()
    proviso_missing("SDL2 2.26 and OpenGL" "apt install libsdl2-dev libgl-dev, brew install sdl2; \
-DPROVISO_DESKTOP=OFF builds without the desktop program")
  endif()
endif()
if(PROVISO_IMGUI_DIR AND proviso_sdl2)
  # Without a window: what panels and their tests need.
  add_library(imgui STATIC
    ${PROVISO_IMGUI_DIR}/imgui.cpp
    ${PROVISO_IMGUI_DIR}/imgui_demo.cpp
    ${PROVISO_IMGUI_DIR}/imgui_draw.cpp
    ${PROVISO_IMGUI_DIR}/imgui_widgets.cpp
    ${PROJECT_SOURCE_DIR}/shell/imgui_stand_ins.cpp)  # For imgui_tables.cpp.
  target_include_directories(imgui SYSTEM PUBLIC ${PROVISO_IMGUI_DIR})
  target_compile_definitions(imgui PUBLIC
    IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS
    IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_DISABLE_OBSOLETE_FUNCTIONS)
  # What nobody begins need not be ended; the stand-ins have the plain names.
  set_source_files_properties(${PROVISO_IMGUI_DIR}/imgui_widgets.cpp PROPERTIES COMPILE_DEFINITIONS
    "EndTabBar=ProvisoLeftOutTabBar;EndMultiSelect=ProvisoLeftOutSelect;EndMenuBar=ProvisoLeftOutMenu")
  # Of sscanf as much as is needed (imgui_stand_ins.cpp).
  target_compile_definitions(imgui PRIVATE sscanf=ProvisoScan)
  # How we use it is looked at (addresses), not what it calculates.
  target_compile_options(imgui PRIVATE -w
    $<$<BOOL:${PROVISO_SANITIZE}>:-fno-sanitize=undefined,integer,float-divide-by-zero,fuzzer-no-link>
    $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)

  # With one: SDL2 and OpenGL (ES 3 in the browser).
  add_library(imgui_window STATIC
    ${PROVISO_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp
    ${PROVISO_IMGUI_DIR}/backends/imgui_impl_sdl2.cpp)
  target_include_directories(imgui_window SYSTEM PUBLIC ${PROVISO_IMGUI_DIR}/backends)
  target_link_libraries(imgui_window PUBLIC imgui ${proviso_sdl2} ${CMAKE_DL_LIBS})
  target_compile_options(imgui_window PRIVATE -w
    $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
  if(PROVISO_WEB)
    # Nothing prints a number that is not whole, which takes 4 kB of the C library; and of sine and
    # cosine as much as is needed.
    target_compile_definitions(imgui PRIVATE
      vsnprintf=vsniprintf sinf=ProvisoSin cosf=ProvisoCos)
    target_compile_definitions(imgui_window PUBLIC IMGUI_IMPL_OPENGL_ES3
      PRIVATE sscanf=ProvisoScan)
  else()
    target_link_libraries(imgui_window PUBLIC OpenGL::GL)
  endif()
endif()
