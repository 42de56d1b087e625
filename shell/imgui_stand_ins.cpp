// What the rest of Dear ImGui calls of imgui_tables.cpp, which is left out: frames are laid out by
// core/view, so there is never a table or a column to end, to push or to tidy. Whoever begins one
// finds at the link that it is not there.
//
// And as much of sscanf as is called where there are no settings files and no typed numbers: the
// number in "#version 300 es". The C library's would bring floating point of 128 bits along.

#include <cstdarg>

#include "imgui.h"
#include "imgui_internal.h"

extern "C" int ProvisoScan(const char* text, const char* format, ...) {
  va_list args;
  va_start(args, format);
  int found = 0;
  for (; *format != '\0'; ++format) {
    if (*format != '%') {
      if (*text++ != *format) break;
      continue;
    }
    if (*++format != 'd' || *text < '0' || *text > '9') break;
    int number = 0;
    while (*text >= '0' && *text <= '9' && number < 1'000'000)
      number = number * 10 + (*text++ - '0');
    *va_arg(args, int*) = number;
    ++found;
  }
  va_end(args);
  return found;
}

namespace ImGui {

void EndTable() {}
void TableEndRow(ImGuiTable*) {}
void TableEndCell(ImGuiTable*) {}
void TablePushBackgroundChannel() {}
void TablePopBackgroundChannel() {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableSettingsAddSettingsHandler() {}
void EndColumns() {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}

}  // namespace ImGui
