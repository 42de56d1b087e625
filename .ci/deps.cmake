# Every library that Proviso uses, and the only place that knows where it comes from. In order:
# a source folder (-DPROVISO_IMGUI_DIR=…; deps/imgui where .ci/setup has put one) -> the system's
# package of at least the pinned version -> with -DPROVISO_DOWNLOAD=ON the project's own repository
# at a pinned commit. Dear ImGui and the browser's SDL2 are always built from source:
# their defines, tables and configuration are ours.
include(FetchContent)
set(PROVISO_MISSING "")

# Sets PROVISO_<NAME>_DIR to a folder with the sources, or to nothing. `probe` is a file in it.
function(proviso_source name folder probe repository commit)
  set(variable PROVISO_${name}_DIR)
  set(${variable} "" CACHE PATH "Folder with the sources of ${folder}")
  if(${variable} AND NOT EXISTS "${${variable}}/${probe}")
    message(FATAL_ERROR "${variable} is ${${variable}}, but ${probe} is not there.")
  endif()
  if(NOT ${variable} AND EXISTS "${PROJECT_SOURCE_DIR}/deps/${folder}/${probe}")
    set(${variable} "${PROJECT_SOURCE_DIR}/deps/${folder}")
  endif()
  if(NOT ${variable} AND PROVISO_DOWNLOAD)
    FetchContent_Declare(proviso_${folder} GIT_REPOSITORY ${repository} GIT_TAG ${commit}
      SOURCE_SUBDIR none)  # Only the files; the targets are below.
    FetchContent_MakeAvailable(proviso_${folder})
    set(${variable} "${proviso_${folder}_SOURCE_DIR}")
  endif()
  set(${variable} "${${variable}}" PARENT_SCOPE)
endfunction()

function(proviso_missing what remedy)
  set(PROVISO_MISSING "${PROVISO_MISSING}\n  ${what}: ${remedy}" PARENT_SCOPE)
endfunction()

# --- The Unicode Character Database: 15.0 exactly, since norm-1 names those tables ---------------
# A folder of its text files, as Debian's unicode-data has them. core/base/unicode_tables.py makes
# what the core needs of them while building.
set(PROVISO_UNICODE_DIR "" CACHE PATH "Folder with UnicodeData.txt of Unicode 15.0 and its like")
set(proviso_unicode "")
set(proviso_ucd ${PROJECT_BINARY_DIR}/unicode)
foreach(folder ${PROVISO_UNICODE_DIR} ${PROJECT_SOURCE_DIR}/deps/unicode /usr/share/unicode
    ${proviso_ucd})
  if(NOT proviso_unicode AND EXISTS ${folder}/CaseFolding.txt AND EXISTS ${folder}/UnicodeData.txt)
    file(STRINGS ${folder}/CaseFolding.txt version LIMIT_COUNT 1)
    if(version STREQUAL "# CaseFolding-15.0.0.txt")
      set(proviso_unicode ${folder})
    endif()
  endif()
  if(PROVISO_UNICODE_DIR AND NOT proviso_unicode)
    message(FATAL_ERROR "PROVISO_UNICODE_DIR is ${PROVISO_UNICODE_DIR}, which does not hold "
      "UnicodeData.txt and CaseFolding.txt of Unicode 15.0; another version would change what "
      "counts as the same text.")
  endif()
endforeach()
if(NOT proviso_unicode AND PROVISO_DOWNLOAD)
  foreach(file
      UnicodeData.txt=806e9aed65037197f1ec85e12be6e8cd870fc5608b4de0fffd990f689f376a73
      CompositionExclusions.txt=3b019c0a33c3140cbc920c078f4f9af2680ba4f71869c8d4de5190667c70b6a3
      CaseFolding.txt=cdd49e55eae3bbf1f0a3f6580c974a0263cb86a6a08daa10fbf705b4808a56f7
      NormalizationTest.txt=fb9ac8cc154a80cad6caac9897af55a4e75176af6f4e2bb6edc2bf8b1d57f326)
    string(REGEX MATCH "^([^=]+)=(.+)$" pair ${file})
    file(DOWNLOAD https://www.unicode.org/Public/15.0.0/ucd/${CMAKE_MATCH_1}
      ${proviso_ucd}/${CMAKE_MATCH_1} EXPECTED_HASH SHA256=${CMAKE_MATCH_2})
  endforeach()
  set(proviso_unicode ${proviso_ucd})
endif()
find_program(PROVISO_PYTHON python3)
if(NOT PROVISO_PYTHON)
  proviso_missing("Python 3" "apt install python3, brew install python3, or -DPROVISO_PYTHON=…")
endif()
if(NOT proviso_unicode)
  proviso_missing("The Unicode Character Database 15.0" ".ci/setup on Debian; else \
-DPROVISO_UNICODE_DIR=<a folder with its text files>, or -DPROVISO_DOWNLOAD=ON")
endif()

# --- Dear ImGui: its window for the explorer, its stb_truetype for pictures ----------------------
proviso_source(IMGUI imgui imgui_internal.h https://github.com/ocornut/imgui
  45acd5e0e82f4c954432533ae9985ff0e1aad6d5)  # v1.92.2b: the first with settled dynamic fonts
if(NOT PROVISO_IMGUI_DIR)
  proviso_missing("Dear ImGui 1.92.2b" ".ci/setup on Debian; else -DPROVISO_DOWNLOAD=ON")
endif()

# --- utf8proc: tests only, which hold our tables against it --------------------------------------
if(PROVISO_TESTS)
  proviso_source(UTF8PROC utf8proc utf8proc.c https://github.com/JuliaStrings/utf8proc
    1cb28a66ca79a0845e99433fd1056257456cef8b)  # v2.8.0
  if(PROVISO_UTF8PROC_DIR)
    file(STRINGS ${PROVISO_UTF8PROC_DIR}/utf8proc.c unicode REGEX "return \"15\\.0\\.0\";")
    file(STRINGS ${PROVISO_UTF8PROC_DIR}/utf8proc.h minor REGEX "UTF8PROC_VERSION_MINOR +8$")
    if(NOT unicode OR NOT minor)
      message(FATAL_ERROR "${PROVISO_UTF8PROC_DIR} is not utf8proc 2.8 with Unicode 15.0.")
    endif()
    add_library(utf8proc STATIC EXCLUDE_FROM_ALL ${PROVISO_UTF8PROC_DIR}/utf8proc.c)
    target_include_directories(utf8proc SYSTEM PUBLIC ${PROVISO_UTF8PROC_DIR})
    target_compile_definitions(utf8proc PUBLIC UTF8PROC_STATIC)
    target_compile_options(utf8proc PRIVATE -w)
  else()
    proviso_missing("utf8proc 2.8.0" ".ci/setup on Debian; else -DPROVISO_DOWNLOAD=ON; \
-DPROVISO_TESTS=OFF builds without tests")
  endif()
endif()

# --- nlohmann/json: headers --------------------------------------------------------------------
set(PROVISO_JSON_DIR "" CACHE PATH "Folder that holds nlohmann/json.hpp")
add_library(proviso_json INTERFACE)
target_compile_definitions(proviso_json INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)
if(NOT PROVISO_JSON_DIR)
  find_path(proviso_json_include nlohmann/json.hpp NO_CMAKE_FIND_ROOT_PATH PATHS
    /usr/include /usr/local/include /opt/homebrew/include NO_CACHE)
  if(proviso_json_include AND EMSCRIPTEN)
    # Never the whole of /usr/include for the browser: only this one folder of it.
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/json)
    file(CREATE_LINK ${proviso_json_include}/nlohmann ${PROJECT_BINARY_DIR}/json/nlohmann SYMBOLIC)
    set(proviso_json_include ${PROJECT_BINARY_DIR}/json)
  endif()
  if(NOT proviso_json_include AND PROVISO_DOWNLOAD)
    FetchContent_Declare(proviso_nlohmann GIT_REPOSITORY https://github.com/nlohmann/json
      GIT_TAG 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03 SOURCE_SUBDIR none)  # v3.11.3
    FetchContent_MakeAvailable(proviso_nlohmann)
    set(proviso_json_include ${proviso_nlohmann_SOURCE_DIR}/include)
  endif()
else()
  set(proviso_json_include ${PROVISO_JSON_DIR})
endif()
if(proviso_json_include AND NOT proviso_json_include STREQUAL /usr/include)
  target_include_directories(proviso_json SYSTEM INTERFACE ${proviso_json_include})
endif()
if(NOT proviso_json_include)
  proviso_missing("nlohmann/json 3.11"
    "apt install nlohmann-json3-dev, brew install nlohmann-json, or -DPROVISO_DOWNLOAD=ON")
endif()

# --- pugixml and zlib's inflate: workbooks, for the command line alone ---------------------------
# From source everywhere, so that natively and for node a workbook is read by the same code.
if(PROVISO_WEB OR NOT EMSCRIPTEN)
  proviso_source(PUGIXML pugixml src/pugixml.hpp https://github.com/zeux/pugixml
    a0e064336317c9347a91224112af9933598714e9)  # v1.13
  proviso_source(ZLIB zlib inflate.c https://github.com/madler/zlib
    04f42ceca40f73e2978b50e93806c2a18c1281fc)  # v1.2.13
  if(PROVISO_PUGIXML_DIR AND PROVISO_ZLIB_DIR)
    add_library(proviso_unpack STATIC EXCLUDE_FROM_ALL
      ${PROVISO_PUGIXML_DIR}/src/pugixml.cpp
      ${PROVISO_ZLIB_DIR}/adler32.c
      ${PROVISO_ZLIB_DIR}/crc32.c
      ${PROVISO_ZLIB_DIR}/inffast.c
      ${PROVISO_ZLIB_DIR}/inflate.c
      ${PROVISO_ZLIB_DIR}/inftrees.c
      ${PROVISO_ZLIB_DIR}/zutil.c)
    target_include_directories(proviso_unpack SYSTEM PUBLIC
      ${PROVISO_PUGIXML_DIR}/src ${PROVISO_ZLIB_DIR})
    # pugixml expands no entities of its own; without streams and XPath it is a fifth of its size.
    target_compile_definitions(proviso_unpack PUBLIC
      PUGIXML_NO_XPATH PUGIXML_NO_STL PUGIXML_NO_EXCEPTIONS Z_SOLO)
    target_compile_options(proviso_unpack PRIVATE -w)
  else()
    proviso_missing("pugixml 1.13 and zlib 1.2.13" ".ci/setup on Debian; else -DPROVISO_DOWNLOAD=ON")
  endif()
endif()

# --- Catch2: tests -----------------------------------------------------------------------------
if(PROVISO_TESTS AND NOT PROVISO_WEB)
  set(PROVISO_CATCH2_DIR "" CACHE PATH "Folder with the sources of Catch2")
  if(NOT PROVISO_CATCH2_DIR AND NOT EXISTS ${PROJECT_SOURCE_DIR}/deps/catch2 AND NOT EMSCRIPTEN
     AND NOT PROVISO_SANITIZE)
    find_package(Catch2 3.7 CONFIG QUIET)
  endif()
  if(NOT TARGET Catch2::Catch2WithMain)
    proviso_source(CATCH2 catch2 src/catch2/catch_all.hpp https://github.com/catchorg/Catch2
      fa43b77429ba76c462b1898d6cd2f2d7a9416b14)  # v3.7.1
    if(PROVISO_CATCH2_DIR)
      # Its one-file form: a hundred files less to compile in each preset.
      set(CATCH_CONFIG_CONSOLE_WIDTH 80)
      set(CATCH_CONFIG_DEFAULT_REPORTER console)
      configure_file(${PROVISO_CATCH2_DIR}/src/catch2/catch_user_config.hpp.in
        ${PROJECT_BINARY_DIR}/catch2/catch2/catch_user_config.hpp)
      add_library(catch2_main STATIC EXCLUDE_FROM_ALL
        ${PROVISO_CATCH2_DIR}/extras/catch_amalgamated.cpp)
      target_include_directories(catch2_main SYSTEM PUBLIC
        ${PROVISO_CATCH2_DIR}/src ${PROJECT_BINARY_DIR}/catch2)
      # What runs the tests is not what they test.
      target_compile_options(catch2_main PRIVATE -w -g0 $<$<BOOL:${PROVISO_SANITIZE}>:-fno-sanitize=all>)
      add_library(Catch2::Catch2WithMain ALIAS catch2_main)
    else()
      proviso_missing("Catch2 3.7" ".ci/setup on Debian, brew install catch2, or \
-DPROVISO_DOWNLOAD=ON; -DPROVISO_TESTS=OFF builds without tests")
    endif()
  endif()
endif()

if(PROVISO_DESKTOP OR PROVISO_WEB)
  include(${CMAKE_CURRENT_LIST_DIR}/deps_ui.cmake)
endif()

if(PROVISO_MISSING)
  message(FATAL_ERROR "Proviso cannot be built yet. Missing:${PROVISO_MISSING}\n"
    "On Debian, .ci/setup installs all of it.")
endif()
