// What is drawn is told: every word on screen is in what assistive technology hears of that place.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/text.h"
#include "core/canvas/frame.h"
#include "core/io/load.h"
#include "core/window/build_frame.h"
#include "tests/support/files.h"
#include "tests/support/frames.h"

namespace proviso::view {
namespace {

constexpr float kSlack = 2;  // Points; boxes of text reach over the words in it.
constexpr float kBeside = 24;

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// The words of `text` in lower case: runs of letters and digits. Signs that are drawn as text (an
/// arrow, a dot between two parts, the sign of a paragraph) are no words.
std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words{""};
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t from = i;
    const char32_t c = NextCodePoint(text, &i);
    const bool letter =
        c < 0x80 ? std::isalnum(static_cast<int>(c)) != 0 : c >= 0xC0 && (c < 0x2000 || c > 0x2FFF);
    if (letter)
      words.back() += Lower(text.substr(from, i - from));
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// Whether `item` tells of what stands at `text`: it covers it; it is the control whose label
/// stands on its line, or the box of a chain beside its word; it is the head of a column under a
/// heading over several; or both belong to a drawing, where a word beside a line is told with the
/// line.
bool Tells(const Item& item, const Rect& text, bool drawing) {
  if (drawing) return true;
  const Rect& box = item.rect;
  const float x = text.x + text.w / 2, y = text.y + text.h / 2;
  const bool line = y > box.y - kSlack && y < box.bottom() + kSlack;
  if (line && x > box.x - kSlack && x < box.right() + kSlack) return true;
  const bool heads = item.role == ItemRole::kColumnHeader || item.id.find("heads/") == 0;
  if (heads) return text.bottom() <= box.bottom();
  if (!item.focusable() && item.role != ItemRole::kRadioGroup) return false;
  return line || (x > box.x - kBeside && x < box.right() + kBeside && y > box.y - kBeside &&
                  y < box.bottom() + kBeside);
}

std::string ToldAt(const Scene& scene, const Rect& text, bool drawing) {
  std::string told;
  for (const Item& item : scene.items)
    if (Tells(item, text, drawing))
      for (const std::string* part :
           {&item.name, &item.description, &item.value, &item.placeholder, &item.shortcut})
        told += Lower(*part) + "\n";
  return told;
}

/// The ends of a scale and its years say how to read what is drawn between them, and every mark
/// there tells its own; the key that a row of the palette is entered with is the one that enters
/// any.
bool IsScale(const Panel& panel, const std::string& text) {
  return panel.id == "axis" || text == "will" || text == "will not" || text == "is so" ||
         text == "is not so" || text == "has been" || text == "has not" || text == "Enter";
}

void CheckAllIsTold(const char* path) {
  Result<io::Loaded> loaded = io::Load(test::ReadFile(path));
  REQUIRE(loaded.ok());
  const Library library(std::move(loaded->dataset));
  std::map<std::string, std::string> silent;
  for (const test::Shot& shot : test::Shots(library))
    for (const float width : {1440.0f, 390.0f}) {
      Viewport viewport;
      viewport.width = width;
      viewport.height = width < 500 ? 844 : 900;
      viewport.coarse_pointer = width < 500;
      const Frame frame = BuildFrame(library, shot.session, viewport, TableMeasure());
      for (const Panel& panel : frame.panels)
        for (const Shape& shape : panel.scene.shapes) {
          if (shape.kind != ShapeKind::kText || IsScale(panel, shape.text)) continue;
          const std::string told = ToldAt(panel.scene, shape.rect, panel.camera.has_value());
          for (const std::string& word : WordsOf(shape.text))
            if (told.find(word) == std::string::npos) {
              silent.emplace(panel.id + ": “" + shape.text + "”",
                             shot.where + " " + std::to_string(static_cast<int>(width)) +
                                 "; there is told: " + told.substr(0, 600));
              break;
            }
        }
    }
  for (const auto& [text, where] : silent) {
    INFO(where);
    INFO(text);
    CHECK(false);
  }
}

TEST_CASE("every word that is drawn is told at its place", "[view][told]") {
  CheckAllIsTold("data/china-military-aid.json");
}

TEST_CASE("the same of a dataset that has every field once", "[view][told]") {
  CheckAllIsTold("data/samples/everything.json");
}

}  // namespace
}  // namespace proviso::view
