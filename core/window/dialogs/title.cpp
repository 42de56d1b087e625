#include "core/window/dialogs/title.h"

#include <algorithm>
#include <cmath>

namespace proviso::view {

float DialogMargin(const Space& space) { return space.phone() ? 16.0f : 28.0f; }

float DrawDialogTitle(Sketch& sketch, const std::string& title, const Space& space) {
  const float x = DialogMargin(space), width = space.width - 2 * x;
  const float side = sketch.Control(28);
  const float y = sketch.S(22);
  const float height =
      sketch.Heading(x, y, width - side, title, Type::kH2, 1, Ink::kInk, "dialog/title");
  sketch.IconButton(x + width - side + sketch.S(6),
                    std::round(y + (sketch.LineOf(Type::kH2) - side) / 2), side, Glyph::kClose,
                    "dialog/close", sketch.Say("Close"), ShowDialog{Dialog::kNone}, 16);
  sketch.scene().items.back().shortcut = "Escape";
  return y + std::max(height, side) + sketch.S(8);
}

std::string_view DialogName(Dialog dialog) {
  switch (dialog) {
    case Dialog::kPalette:
      return Key("Search");
    case Dialog::kKeys:
      return Key("Keys");
    case Dialog::kShare:
      return Key("Share this view");
    case Dialog::kAbout:
      return Key("About this dataset");
    case Dialog::kFilters:
      return Key("Filters");
    case Dialog::kNotice:
      return Key("Notices");
    case Dialog::kLevers:
      return Key("Suppose…");
    case Dialog::kMenu:
      return Key("Menu");
    case Dialog::kSides:
      return Key("What is compared");
    case Dialog::kOpen:
      return Key("Open a dataset");
    case Dialog::kChoices:
      return Key("Choices");
    case Dialog::kNotes:
      return Key("Notes and bookmarks");
    case Dialog::kSettings:
      return Key("Settings");
    case Dialog::kLanguage:
      return Key("Language");
    case Dialog::kItemMenu:
      return Key("What can be done with it");
    case Dialog::kPublish:
      return Key("Publish");
    case Dialog::kVersions:
      return Key("Compare versions");
    case Dialog::kNone:
      break;
  }
  return {};
}

}  // namespace proviso::view
