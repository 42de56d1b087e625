#include "core/window/keys.h"

#include <catch2/catch_test_macros.hpp>
#include <cctype>
#include <initializer_list>
#include <string>

#include "core/state/update.h"
#include "core/window/around/key_help.h"
#include "core/window/around/top_model.h"
#include "core/window/dialogs/palette_model.h"
#include "tests/support/harbour.h"

using namespace proviso;
using namespace proviso::view;

namespace {

Item MakeItem(std::string id, Rect rect, std::string group = {},
              ItemRole role = ItemRole::kButton) {
  Item item;
  item.id = id;
  item.role = role;
  item.rect = rect;
  item.group = std::move(group);
  item.press = Select{"c-1"};
  return item;
}

/// A stage with two rows of two buttons in one group, a radio group and a lone button.
struct Keyboard {
  Library library = test::Harbour();
  Session session;
  Frame frame;

  Keyboard() {
    Panel stage;
    stage.id = "stage";
    stage.rect = {0, 0, 400, 100};
    stage.scene.height = 1000;
    stage.scene.items = {
        MakeItem("a", {0, 0, 90, 20}, "grid"),
        MakeItem("b", {100, 0, 90, 20}, "grid"),
        MakeItem("c", {0, 40, 90, 20}, "grid"),
        MakeItem("d", {100, 90, 90, 20}, "grid"),
        MakeItem("off", {0, 200, 30, 20}, "lever", ItemRole::kRadio),
        MakeItem("on", {40, 200, 30, 20}, "lever", ItemRole::kRadio),
        MakeItem("alone", {0, 300, 30, 20}),
    };
    stage.scene.items[5].checked = Tri::kYes;
    frame.panels.push_back(stage);
  }

  Commands Press(std::string key, bool ctrl = false, bool shift = false, bool in_field = false) {
    KeyPress press;
    press.key = std::move(key);
    press.ctrl = ctrl;
    press.shift = shift;
    press.in_text_field = in_field;
    return OnKey(library, session, frame, press);
  }

  void AddPalette() {
    session.dialog = Dialog::kPalette;
    Panel dialog;
    dialog.id = "dialog";
    dialog.modal = true;
    dialog.rect = {0, 0, 400, 400};
    Item field = MakeItem(std::string(kPaletteField), {0, 0, 300, 30}, "", ItemRole::kSearchBox);
    field.press = SetPaletteWords{};
    dialog.scene.items = {field, MakeItem("row-1", {0, 40, 300, 30}, "rows", ItemRole::kOption),
                          MakeItem("row-2", {0, 80, 300, 30}, "rows", ItemRole::kOption)};
    frame.panels.push_back(dialog);
  }
};

std::string FocusOf(const Commands& commands) {
  for (const Command& command : commands)
    if (const auto* focus = command.As<Focus>()) return focus->item;
  return "nothing";
}

template <class C>
bool Is(const Commands& commands) {
  return commands.size() == 1 && commands[0].Is<C>();
}

}  // namespace

TEST_CASE("arrows go to the nearest item of the group in that direction", "[view][keys]") {
  Keyboard keyboard;
  keyboard.session.focus = "a";
  CHECK(FocusOf(keyboard.Press("ArrowRight")) == "b");
  CHECK(FocusOf(keyboard.Press("ArrowDown")) == "c");
  CHECK(FocusOf(keyboard.Press("End")) == "d");
  keyboard.session.focus = "b";
  CHECK(FocusOf(keyboard.Press("ArrowDown")) == "d");
  CHECK(FocusOf(keyboard.Press("ArrowLeft")) == "a");
  CHECK(FocusOf(keyboard.Press("Home")) == "a");
  CHECK(FocusOf(keyboard.Press("ArrowUp")) == "nothing");
}

TEST_CASE("what gets the focus is brought into sight", "[view][keys]") {
  Keyboard keyboard;
  keyboard.session.focus = "b";
  const Commands commands = keyboard.Press("ArrowDown");
  REQUIRE(commands.size() == 2);
  const auto* scroll = commands[1].As<ScrollTo>();
  REQUIRE(scroll != nullptr);
  CHECK(scroll->panel == "stage");
  CHECK(scroll->y == 10.0f);
}

TEST_CASE("arrows among radio buttons also choose", "[view][keys]") {
  Keyboard keyboard;
  keyboard.session.focus = "on";
  const Commands commands = keyboard.Press("ArrowLeft");
  CHECK(FocusOf(commands) == "off");
  CHECK(commands.back().Is<Select>());
}

TEST_CASE("Enter and Space press; a second Enter opens", "[view][keys]") {
  Keyboard keyboard;
  keyboard.session.focus = "alone";
  CHECK(Is<Select>(keyboard.Press("Enter")));
  CHECK(Is<Select>(keyboard.Press(" ")));
  Item& alone = keyboard.frame.panels[0].scene.items.back();
  alone.selected = Tri::kYes;
  alone.double_press = OpenPlace{"c-1"};
  CHECK(Is<OpenPlace>(keyboard.Press("Enter")));
  alone.disabled = true;
  CHECK(keyboard.Press("Enter").empty());
}

TEST_CASE("Space with nothing in focus cycles the condition that is selected", "[view][keys]") {
  Keyboard keyboard;
  CHECK(keyboard.Press(" ").empty());
  keyboard.session.state.selection = "fees-rise";
  const Commands commands = keyboard.Press(" ");
  REQUIRE(Is<CycleLever>(commands));
  CHECK((commands[0]).As<CycleLever>()->proposition == "fees-rise");
}

TEST_CASE("letters serve what is selected, and can be turned off", "[view][keys]") {
  Keyboard keyboard;
  CHECK(keyboard.Press("o").empty());
  keyboard.session.state.selection = "c-1";
  CHECK(Is<OpenPlace>(keyboard.Press("o")));
  CHECK(Is<OpenPlace>(keyboard.Press("O", false, true)));
  CHECK((keyboard.Press("s")[0]).As<CycleLever>()->proposition == "storm-ends");
  CHECK(keyboard.Press("x").empty());
  keyboard.session.state.on = {"storm-ends"};
  CHECK(Is<ClearSuppositions>(keyboard.Press("x")));
  CHECK((keyboard.Press("2")[0]).As<ShowView>()->view == ViewId::kMatrix);
  CHECK(keyboard.Press(std::to_string(kViewCount + 1)).empty());
  CHECK(Is<ShowDialog>(keyboard.Press("/")));
  CHECK(Is<ShowDialog>(keyboard.Press("?", false, true)));

  keyboard.session.single_keys = false;
  for (const char* key : {"o", "s", "x", "f", "1", "2", "/", "?"})
    CHECK(keyboard.Press(key).empty());
  CHECK(Is<ShowDialog>(keyboard.Press("k", true)));
}

TEST_CASE("a text field keeps its letters, arrows and undo", "[view][keys]") {
  Keyboard keyboard;
  keyboard.session.state.selection = "c-1";
  for (const char* key : {"o", "x", "1", "/", "ArrowDown", "Home", " ", "Enter"})
    CHECK(keyboard.Press(key, false, false, true).empty());
  CHECK(keyboard.Press("z", true, false, true).empty());
  CHECK(Is<ShowDialog>(keyboard.Press("k", true, false, true)));
}

TEST_CASE("undo and redo have their keys", "[view][keys]") {
  Keyboard keyboard;
  CHECK(Is<Undo>(keyboard.Press("z", true)));
  CHECK(Is<Redo>(keyboard.Press("Z", true, true)));
}

TEST_CASE("what belongs to browser and page is never taken", "[view][keys]") {
  Keyboard keyboard;
  keyboard.session.state.selection = "c-1";
  keyboard.session.focus = "alone";
  for (const char* key : {"F5", "F11", "F12", "Tab", "Shift", "Control"})
    CHECK(keyboard.Press(key).empty());
  for (const char* key : {"f", "l", "n", "p", "r", "s", "t", "w", "o", "1", "ArrowLeft", "Enter"})
    CHECK(keyboard.Press(key, true).empty());
  KeyPress alt;
  alt.key = "ArrowLeft";
  alt.alt = true;
  CHECK(OnKey(keyboard.library, keyboard.session, keyboard.frame, alt).empty());
}

TEST_CASE("Escape closes the innermost thing and then gives the keyboard back", "[view][keys]") {
  Keyboard keyboard;
  std::vector<Effect> effects;
  keyboard.session.state.selection = "c-1";
  keyboard.session.notices = {"A notice."};
  keyboard.session.focus = "alone";
  keyboard.session.dialog = Dialog::kKeys;
  int presses = 0;
  for (Commands commands = keyboard.Press("Escape"); !commands.empty() && presses < 10;
       commands = keyboard.Press("Escape"), ++presses)
    for (const Command& command : commands)
      Update(keyboard.library, command, keyboard.session, effects);
  // The dialog, the notice and the inspector; the focus went with the dialog.
  CHECK(presses == 3);
  CHECK(keyboard.session.dialog == Dialog::kNone);
  CHECK(keyboard.session.notices.empty());
  CHECK(keyboard.session.state.selection.empty());
  CHECK(keyboard.session.focus.empty());
}

TEST_CASE("in the palette arrows and Enter serve the list while the field keeps the words",
          "[view][keys]") {
  Keyboard keyboard;
  keyboard.AddPalette();
  keyboard.session.focus = kPaletteField;
  CHECK(FocusOf(keyboard.Press("ArrowDown", false, false, true)) == "row-1");
  CHECK(Is<Select>(keyboard.Press("Enter", false, false, true)));
  CHECK(keyboard.Press("a", false, false, true).empty());
  keyboard.session.focus = "row-1";
  CHECK(FocusOf(keyboard.Press("ArrowDown")) == "row-2");
  CHECK(FocusOf(keyboard.Press("ArrowUp")) == kPaletteField);
  CHECK(keyboard.Press("x").empty());
}

TEST_CASE("what had the focus is gone: it goes to what stood next to it", "[view][keys]") {
  const auto frame = [](std::initializer_list<std::pair<std::string, std::string>> panels) {
    Frame made;
    for (const auto& [id, letters] : panels) {
      Panel& panel = made.panels.emplace_back();
      panel.id = id;
      for (const char letter : letters) {
        Item& item = panel.scene.items.emplace_back();
        item.id = std::string(1, static_cast<char>(std::tolower(letter)));
        item.press = Undo{};
        if (std::isupper(letter) != 0) item.selected = Tri::kYes;
      }
    }
    return made;
  };
  const Frame before = frame({{"stage", "xyZ"}, {"inspector", "abcd"}});
  CHECK(FocusAfter(before, frame({{"stage", "xyZ"}, {"inspector", "acd"}}), "b") == "c");
  CHECK(FocusAfter(before, frame({{"stage", "xyZ"}, {"inspector", "ae"}}), "b") == "a");
  CHECK(FocusAfter(before, frame({{"stage", "xyZ"}, {"inspector", "efg"}}), "b") == "z");
  CHECK(FocusAfter(before, frame({{"stage", "xyZ"}}), "b") == "z");
  CHECK(FocusAfter(before, frame({{"stage", "wx"}}), "b") == "w");
  CHECK(FocusAfter(before, frame({{"top", "t"}}), "b").empty());
  CHECK(FocusAfter(before, before, "never").empty());
}

TEST_CASE("Page Down scrolls the stage within its bounds", "[view][keys]") {
  Keyboard keyboard;
  const Commands commands = keyboard.Press("PageDown");
  REQUIRE(Is<ScrollTo>(commands));
  CHECK((commands[0]).As<ScrollTo>()->y == 90.0f);
  CHECK(keyboard.Press("PageUp").empty());
  keyboard.frame.panels[0].scroll_y = 890;
  CHECK((keyboard.Press("PageDown")[0]).As<ScrollTo>()->y == 900.0f);
}

TEST_CASE("the help lists keys with what they do", "[view][keys]") {
  for (const KeyLine& line : KeyHelp(Say())) {
    CHECK_FALSE(line.keys.empty());
    CHECK_FALSE(line.what.empty());
  }
}

TEST_CASE("typing into a field fills the field's own command", "[view][scene]") {
  CHECK(WithText(SetWords{}, "arms").As<SetField>()->value == "arms");
  CHECK(WithText(SetPaletteWords{}, "arms").As<SetPaletteWords>()->words == "arms");
  CHECK(WithText(Undo{}, "arms").Is<Undo>());
}
