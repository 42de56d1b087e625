#include "shell/text_field_desktop.h"

#include <algorithm>
#include <vector>

#include "imgui.h"

namespace proviso::shell {

void EditField(const view::Item& item, const view::Rect& rect, view::Commands& commands) {
  std::vector<char> buffer(std::max<std::size_t>(item.value.size() + 256, 1024), '\0');
  std::copy(item.value.begin(), item.value.end(), buffer.begin());
  ImGui::SetCursorScreenPos({rect.x + 8, rect.y + (rect.h - ImGui::GetFrameHeight()) / 2});
  ImGui::SetNextItemWidth(rect.w - 16);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0u);
  if (ImGui::InputTextWithHint("##field", item.placeholder.c_str(), buffer.data(), buffer.size()) &&
      item.press)
    commands.push_back(view::WithText(*item.press, buffer.data()));
  if (ImGui::IsItemActivated()) commands.push_back(view::Focus{item.id});
  ImGui::PopStyleColor();
}

}  // namespace proviso::shell
