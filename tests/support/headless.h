#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "imgui.h"
#include "shell/app.h"
#include "shell/files_desktop.h"
#include "tests/support/files.h"

namespace proviso::test {

/// A platform that notes what it is asked for.
class NotingPlatform final : public shell::Platform {
 public:
  std::optional<bool> Copy(std::string_view text) override {
    copied.emplace_back(text);
    return copies;
  }
  void OpenUrl(std::string_view url) override { opened.emplace_back(url); }
  shell::TextField text_field() const override { return nullptr; }
  bool ReadAgain(std::string_view help) override {
    read_again.emplace_back(help);
    return true;
  }
  bool PickFile(std::string_view what) override {
    picked.emplace_back(what);
    return picks;
  }

  std::string SaveFile(const view::Say&, std::string_view name, std::string_view type,
                       std::string_view bytes) override {
    saved.push_back({std::string(name), std::string(type), std::string(bytes)});
    return "Saved as " + std::string(name) + ".";
  }
  bool SavePng(std::string_view name) override {
    pictures.emplace_back(name);
    return draws;
  }
  bool SavePage(std::string_view name, std::string_view state) override {
    if (has_page) pages.push_back({std::string(name), std::string(state)});
    return has_page;
  }
  bool Print() override {
    ++printed;
    return prints;
  }
  bool StoreNotes(std::string_view key, std::string_view text) override {
    if (keeps) kept[std::string(key)] = text;
    return keeps;
  }
  std::optional<std::string> RecallNotes(std::string_view key) override {
    const auto at = kept.find(std::string(key));
    return at == kept.end() ? std::nullopt : std::optional<std::string>(at->second);
  }
  std::string Words(std::string_view language) override {
    asked_words.emplace_back(language);
    return words;
  }
  bool Bring(std::string_view part) override { return part != absent; }
  void RecallWork(std::string_view key, bool) override { recalled.emplace_back(key); }

  struct SavedFile {
    std::string name, type, bytes;
  };
  std::vector<std::string> copied, opened, picked, read_again, pictures, asked_words;
  std::string words;                  ///< What there is of any language.
  std::vector<std::string> recalled;  ///< Keys of work that was asked for.
  std::string absent;                 ///< The part of the program that is on its way.
  std::vector<SavedFile> saved;
  std::map<std::string, std::string> kept;
  std::vector<std::pair<std::string, std::string>> pages;  ///< Name, and what it opens on.
  int printed = 0;
  bool has_page = false;
  bool picks = true, draws = false, prints = false, keeps = true;
  std::optional<bool> copies = true;
};

/// An explorer that draws into nothing: no window, no GL, but every pointer event and every frame.
class HeadlessExplorer {
 public:
  explicit HeadlessExplorer(float width = 1440, float height = 900) : app(platform) {
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    fonts_loaded = shell::LoadFaces(PROVISO_FONT_DIR, app);
    app.SetViewport({width, height}, 1);
    opened = app.Open(ReadFile("data/china-military-aid.json")).ok();
    Step();
  }

  /// Draws frames until nothing changes any more.
  void Step() {
    for (int i = 0; i < 8; ++i) {
      seconds += 1.0 / 60;
      app.Frame(seconds);
      ImGui::SetCurrentContext(app.context());
      for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
          texture->SetTexID(ImTextureID_Invalid);
          texture->SetStatus(ImTextureStatus_Destroyed);
        } else {
          texture->SetTexID(1);
          texture->SetStatus(ImTextureStatus_OK);
        }
      }
    }
  }

  void MoveTo(float x, float y) {
    ImGui::SetCurrentContext(app.context());
    ImGui::GetIO().AddMousePosEvent(x, y);
    Step();
  }
  void Click(float x, float y) {
    MoveTo(x, y);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    Step();
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    Step();
  }
  void Wheel(float x, float y, float notches) {
    MoveTo(x, y);
    ImGui::GetIO().AddMouseWheelEvent(0, notches);
    Step();
  }

  /// The middle of an item in window points.
  view::Point Middle(std::string_view id) {
    const view::Found found = view::FindItem(app.frame(), id);
    if (found.item == nullptr) return {-1, -1};
    return {
        found.panel->rect.x + found.item->rect.x + found.item->rect.w / 2,
        found.panel->rect.y + found.item->rect.y - found.panel->scroll_y + found.item->rect.h / 2};
  }
  void ClickItem(std::string_view id) {
    const view::Point middle = Middle(id);
    Click(middle.x, middle.y);
  }

  /// The first usable item of a role whose name holds `words` and whose id starts with `prefix`;
  /// empty if there is none.
  std::string Find(view::ItemRole role, std::string_view words, std::string_view prefix = {}) {
    for (const view::Panel& panel : app.frame().panels)
      for (const view::Item& item : panel.scene.items)
        if (item.role == role && item.focusable() && item.name.find(words) != std::string::npos &&
            item.id.compare(0, prefix.size(), prefix) == 0)
          return item.id;
    return {};
  }

  const view::ViewState& state() const { return app.session().state; }

  NotingPlatform platform;
  shell::App app;
  bool fonts_loaded = false;
  bool opened = false;
  double seconds = 1;
};

}  // namespace proviso::test
