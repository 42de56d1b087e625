// What the rest of Dear ImGui calls of imgui_tables.cpp, which the build leaves out: the core lays
// frames out, so there is never a table or a column to end, to push or to tidy. Whoever begins one
// finds at the link that it is not there. The same of tab bars, menu bars and multiple selection,
// whose ends alone the recovery from errors would keep (9 kB of the page's program).
//
// Sine and cosine are as exact as a circle on a screen needs, for the few turns that one has; the C
// library's are exact for any number (2 kB). The page alone has them in place of those.
//
// And as much of sscanf as is called where there are no settings files and no typed numbers: the
// number in "#version 300 es". The C library's would bring floating point of 128 bits along.

#include <cmath>
#include <cstdarg>

#include "imgui.h"
#include "imgui_internal.h"

namespace {

float Sine(double angle) {
  constexpr double kTurn = 6.283185307179586;
  double x = angle - kTurn * std::floor(angle / kTurn + 0.5);
  // The outer quarters are those at the middle, seen from the other side.
  if (x > kTurn / 4) x = kTurn / 2 - x;
  if (x < -kTurn / 4) x = -kTurn / 2 - x;
  const double s = x * x;
  return static_cast<float>(
      x * (1 - s / 6 * (1 - s / 20 * (1 - s / 42 * (1 - s / 72 * (1 - s / 110))))));
}

}  // namespace

extern "C" float ProvisoSin(float angle) { return Sine(angle); }
extern "C" float ProvisoCos(float angle) { return Sine(angle + 1.5707963267948966); }

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

void EndTabBar() {}
void EndMenuBar() {}
ImGuiMultiSelectIO* EndMultiSelect() { return nullptr; }
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
