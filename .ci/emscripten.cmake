# Finds Emscripten by itself: an activated emsdk ($EMSDK), else emcc on PATH, else Debian's
# package (3.1.6 is the oldest that works). EM_CONFIG, if set, is left as it is.
if(DEFINED ENV{EMSDK} AND EXISTS "$ENV{EMSDK}/upstream/emscripten/emcc.py")
  set(proviso_emscripten "$ENV{EMSDK}/upstream/emscripten")
  set(ENV{PATH} "${proviso_emscripten}:$ENV{PATH}")
else()
  find_program(proviso_emcc emcc NO_CACHE)
  if(proviso_emcc)
    get_filename_component(proviso_emcc "${proviso_emcc}" REALPATH)
    get_filename_component(proviso_emscripten "${proviso_emcc}" DIRECTORY)
  endif()
  if(NOT EXISTS "${proviso_emscripten}/emcc.py" AND EXISTS /usr/share/emscripten/emcc.py)
    set(proviso_emscripten /usr/share/emscripten)
  endif()
endif()
if(NOT EXISTS "${proviso_emscripten}/cmake/Modules/Platform/Emscripten.cmake")
  message(FATAL_ERROR "The web build needs Emscripten 3.1.6 or newer, and none is here. "
    "On Debian run .ci/setup web; elsewhere activate an emsdk (source emsdk_env.sh).")
endif()

# emcc's optimiser runs node. NodeSource's node does not look where Debian keeps acorn (without it
# any -O2 link dies), and a version manager's python3 makes each call slow.
set(proviso_env env)
if(EXISTS /usr/share/nodejs/acorn)
  set(ENV{NODE_PATH} /usr/share/nodejs)
  list(APPEND proviso_env NODE_PATH=/usr/share/nodejs)
endif()
if(NOT DEFINED ENV{EMSDK} AND EXISTS /usr/bin/python3)
  set(ENV{EMSDK_PYTHON} /usr/bin/python3)
  list(APPEND proviso_env EMSDK_PYTHON=/usr/bin/python3)
endif()
find_program(proviso_ccache ccache NO_CACHE)
set(CMAKE_C_COMPILER_LAUNCHER ${proviso_env})
if(proviso_ccache)
  get_filename_component(proviso_checkout "${CMAKE_CURRENT_LIST_DIR}" DIRECTORY)
  list(APPEND CMAKE_C_COMPILER_LAUNCHER CCACHE_BASEDIR=${proviso_checkout} CCACHE_NOHASHDIR=true
    ${proviso_ccache})
endif()
set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
set(CMAKE_C_LINKER_LAUNCHER ${proviso_env})
set(CMAKE_CXX_LINKER_LAUNCHER ${proviso_env})

# Its own way to run a program (Debian's finds node, but 3.1.6 output needs the flag: node 18 and
# newer have a fetch that it mistakes for a browser's).
find_program(proviso_node node NO_CACHE)
set(CMAKE_CROSSCOMPILING_EMULATOR ${proviso_node} --no-experimental-fetch)

include("${proviso_emscripten}/cmake/Modules/Platform/Emscripten.cmake")
