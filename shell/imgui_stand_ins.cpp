// What the rest of Dear ImGui calls of imgui_tables.cpp, which is left out: frames are laid out by
// core/view, so there is never a table or a column to end, to push or to tidy. Whoever begins one
// finds at the link that it is not there. The same of sscanf, as which this is compiled.

#include "imgui.h"
#include "imgui_internal.h"

extern "C" int ProvisoScansNothing(const char*, const char*, ...) { return 0; }

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
