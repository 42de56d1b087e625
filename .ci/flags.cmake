# Compile flags, as two targets that every target of ours links.

# Ours: C++20 with warnings. `-ffp-contract=off` keeps native and wasm results equal to the byte.
add_library(proviso_flags INTERFACE)
target_compile_options(proviso_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wformat=2
  -Wimplicit-fallthrough -Wcast-align -Wundef
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wextra-semi>
  $<$<BOOL:${PROVISO_WERROR}>:-Werror>
  -ffp-contract=off -fvisibility=hidden
  -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)

# Ours without exceptions and run-time types: everything but the tests and the command line.
add_library(proviso_lean INTERFACE)
target_link_libraries(proviso_lean INTERFACE proviso_flags)
target_compile_options(proviso_lean INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)

# The rest holds for libraries as well, since sanitizers and exceptions cross their borders.
if(PROVISO_SANITIZE)
  # `integer` without the unsigned checks: hashing wraps on purpose.
  # The list by a relative path, or every checkout would have a cache of its own.
  file(RELATIVE_PATH ignorelist ${PROJECT_BINARY_DIR}
    ${PROJECT_SOURCE_DIR}/.ci/sanitize-ignore.txt)
  add_compile_options(
    -fsanitize=address,undefined,integer,float-divide-by-zero
    -fno-sanitize=unsigned-integer-overflow,unsigned-shift-base,vptr
    -fno-sanitize-recover=all -fno-omit-frame-pointer
    -fsanitize-ignorelist=${ignorelist})
  add_link_options(-fsanitize=address,undefined)
endif()
if(EMSCRIPTEN AND PROVISO_WEB)
  # Emscripten's -Oz marks every function that does not say `inline` as never to be inlined, so that
  # a begin() stays a call with a frame of its own. Without that, and with inlining where it makes
  # the caller smaller, a first visit fetches 19 kB less.
  add_compile_options(-finline-functions "SHELL:-mllvm -inline-threshold=-15")
endif()
if(PROVISO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(EMSCRIPTEN AND NOT PROVISO_WEB)
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fexceptions>)  # Catch2, under node only.
  add_link_options(-fexceptions)
endif()
if(NOT CMAKE_CXX_COMPILER_LAUNCHER AND NOT EMSCRIPTEN)
  find_program(PROVISO_CCACHE ccache)
  mark_as_advanced(PROVISO_CCACHE)
  if(PROVISO_CCACHE)
    # Paths below the checkout count as relative, so that a fresh clone finds what another compiled.
    set(CMAKE_C_COMPILER_LAUNCHER
      env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=true ${PROVISO_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
  endif()
endif()
