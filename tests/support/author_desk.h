#pragma once

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/canvas/kept.h"
#include "core/io/json_value.h"
#include "core/io/load.h"
#include "core/io/save.h"
#include "core/state/edit_request.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "core/window/keys.h"
#include "core/window/tab_stops.h"

namespace proviso::test {

/// Somebody who makes a dataset, without a window: commands, the frames that they lead to, and what
/// the shell does with effects.
class AuthorDesk {
 public:
  explicit AuthorDesk(std::string_view bytes) {
    auto loaded = io::Load(bytes);
    REQUIRE(loaded.ok());
    library_ = std::make_shared<view::Library>(std::move(loaded->dataset));
    session.editing_allowed = true;
  }

  const view::Library& library() const { return *library_; }
  const Dataset& data() const { return library_->dataset; }
  std::string bytes() const { return io::Save(data()); }

  void Do(const view::Command& command) {
    std::vector<view::Effect> effects;
    view::Update(*library_, command, session, effects);
    for (const view::Effect& effect : effects) {
      if (effect.kind == view::Effect::Kind::kEdit) {
        const view::EditOutcomePtr outcome =
            view::CarryOutEdit(*library_, session.project, effect.edit);
        last_problems = outcome->problems;
        if (outcome->library != nullptr && outcome->bytes != outcome->before) {
          library_ = outcome->library;
          cache_ = view::FrameCache();
        }
        Do(view::TakeEdit{outcome});
      } else if (effect.kind == view::Effect::Kind::kOwnText) {
        if (data().Find(effect.name)) Do(view::OfferCopy{effect.name, {}, effect.type});
      } else if (effect.kind == view::Effect::Kind::kBegin) {
        begun = effect;
      } else if (effect.kind == view::Effect::Kind::kRebuild) {
        auto loaded = io::Load(session.project->bytes);
        REQUIRE(loaded.ok());
        library_ = std::make_shared<view::Library>(std::move(loaded->dataset));
        cache_ = view::FrameCache();
        Do(view::TakeLibrary{});
      }
    }
  }

  /// What is on screen, with the focus where it goes if its item has gone.
  const view::Frame& frame() {
    view::Frame next = view::BuildFrame(*library_, session, viewport, measure_, &cache_);
    if (!session.focus.empty() && view::FindItem(next, session.focus).item == nullptr) {
      const std::string focus = view::FocusAfter(frame_, next, session.focus);
      if (!focus.empty()) {
        Do(view::KeepFocus{focus});
        next = view::BuildFrame(*library_, session, viewport, measure_, &cache_);
      }
    }
    frame_ = std::move(next);
    return frame_;
  }

  const view::Item* Find(std::string_view id) { return view::FindItem(frame(), id).item; }

  void Press(std::string_view id) {
    const view::Item* item = Find(id);
    INFO(id);
    REQUIRE(item != nullptr);
    REQUIRE(item->press.has_value());
    REQUIRE_FALSE(item->disabled);
    const view::Command press = *item->press;
    Do(view::Focus{std::string(id)});
    Do(press);
  }

  /// Types into the field that has the focus.
  void Type(std::string text) {
    const view::Item* item = Find(session.focus);
    INFO(session.focus);
    REQUIRE(item != nullptr);
    REQUIRE(item->editable());
    Do(view::WithText(*item->press, std::move(text)));
  }

  /// Presses a key, wherever the focus is. False if nobody took it.
  bool Key(std::string_view key, bool shift = false, bool ctrl = false) {
    const view::Frame& now = frame();
    const view::Item* item = view::FindItem(now, session.focus).item;
    view::KeyPress press{std::string(key), shift, ctrl, false, item != nullptr && item->editable()};
    if (key == "Tab") {
      Do(view::Focus{view::NextTabStop(now, session.focus, shift ? -1 : 1)});
      return true;
    }
    const view::Commands commands = view::OnKey(*library_, session, now, press);
    for (const view::Command& command : commands) Do(command);
    return !commands.empty();
  }

  view::Session session;
  view::Viewport viewport;
  std::vector<Problem> last_problems;
  std::optional<view::Effect> begun;  ///< A dataset that is to be opened in its place.

 private:
  std::shared_ptr<view::Library> library_;
  view::TableMeasure measure_;
  view::FrameCache cache_;
  view::Frame frame_;
};

/// The night bus without what is coded in its text: where a coder begins.
inline std::string UncodedNightBus(std::string_view golden) {
  auto root = io::ReadJson(golden);
  REQUIRE(root.has_value());
  for (const char* table : {"passages", "conditions", "claims"})
    root->Set(table, io::JsonValue::List());
  for (const char* table : {"relations", "quantities"}) root->Erase(table);
  auto loaded = io::Load(root->Write());
  REQUIRE(loaded.ok());
  return io::Save(loaded->dataset);
}

}  // namespace proviso::test
