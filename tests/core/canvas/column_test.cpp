#include "core/canvas/column.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "core/canvas/blocks.h"

namespace proviso::view {
namespace {

Space SpaceOf(float width, float scale, const TextMeasure& measure) {
  return {.measure = measure, .scale = scale, .width = width, .height = 600};
}

const Item& ItemOf(const Scene& scene, const std::string& id) {
  for (const Item& item : scene.items)
    if (item.id == id) return item;
  FAIL("no item " << id);
  return scene.items.front();
}

TEST_CASE("a column stacks what it is given", "[canvas][column]") {
  const TableMeasure measure;
  Sketch sketch(SpaceOf(400, 1, measure), "panel", Ink::kPaper);
  Column column{sketch, 20, 10, 300};
  column.Heading("A title", Type::kH3, 2, Ink::kInk, "title");
  column.Gap(8);
  column.Rule(Ink::kInk, 2);
  column.Words("Some words", Type::kBody, Ink::kInk, "words");
  const Scene scene = column.Finish(24);
  const Rect title = ItemOf(scene, "title").rect, words = ItemOf(scene, "words").rect;
  CHECK(title.x == 20);
  CHECK(title.y == 10);
  CHECK(words.y == title.bottom() + 8 + 2);
  CHECK(scene.height == words.bottom() + 24);
}

TEST_CASE("gaps grow with the type, and lines do not", "[canvas][column]") {
  const TableMeasure measure;
  Sketch sketch(SpaceOf(400, 1.5f, measure), "panel", Ink::kPaper);
  Column column{sketch, 0, 0, 300};
  column.Gap(10);
  CHECK(column.y == 15);
  column.Rule(Ink::kInk, 3);
  CHECK(column.y == 18);
}

TEST_CASE("what stands beside something ends with the lower of both", "[canvas][column]") {
  const TableMeasure measure;
  Sketch sketch(SpaceOf(400, 1, measure), "panel", Ink::kPaper);
  Column column{sketch, 0, 0, 300};
  Column left = column.Part(0, 100), right = column.Inset(100, 20);
  CHECK(right.x == 100);
  CHECK(right.width == 180);
  left.Gap(30);
  right.Gap(12);
  column.Past(left);
  column.Past(right);
  CHECK(column.y == 30);
}

TEST_CASE("words that lead somewhere stand in the middle of a target", "[canvas][column]") {
  const TableMeasure measure;
  Space space = SpaceOf(400, 1, measure);
  space.coarse = true;
  Sketch sketch(space, "panel", Ink::kPaper);
  Column column{sketch, 0, 0, 300};
  column.Link("Elsewhere", Type::kMeta, "link", Select{"a"});
  const Scene scene = column.Finish(0);
  CHECK(ItemOf(scene, "link").rect.h == 44);
  CHECK(scene.height == 44);
  CHECK(scene.shapes.front().rect.y == std::round((44 - sketch.LineOf(Type::kMeta)) / 2));
}

TEST_CASE("choices stand beside their label, under it, or become one button", "[canvas][blocks]") {
  const TableMeasure measure;
  const Choices choices{"Theme",
                        "theme",
                        {{"a", "Light", true, false, SetTheme{ThemeId::kLight}},
                         {"b", "Dark", false, false, SetTheme{ThemeId::kDark}}}};
  const auto at = [&](float width) {
    Sketch sketch(SpaceOf(width, 1, measure), "panel", Ink::kPaper);
    Column column{sketch, 0, 0, width};
    Draw(column, {choices});
    return column.Finish(0);
  };
  const Scene wide = at(400), narrow = at(110), least = at(60);
  CHECK(ItemOf(wide, "theme").rect.y == 0);
  CHECK(ItemOf(wide, "theme").rect.right() == 400);
  CHECK(ItemOf(narrow, "theme").rect.y > 0);
  CHECK(ItemOf(narrow, "theme").role == ItemRole::kRadioGroup);
  CHECK(ItemOf(least, "theme").role == ItemRole::kButton);
  CHECK(ItemOf(least, "theme").description == "Next: Dark");
}

TEST_CASE("a list of options says which one is in force", "[canvas][blocks]") {
  const TableMeasure measure;
  Sketch sketch(SpaceOf(400, 1, measure), "panel", Ink::kPaper);
  Column column{sketch, 0, 0, 400};
  Draw(column, {Options{ItemRole::kRadioGroup,
                        "list",
                        "Languages",
                        "languages",
                        {{"en", "English", SetLanguage{"en"}, true},
                         {"ru", "Русский", SetLanguage{"ru"}, false, "Russian"}}}});
  const Scene scene = column.Finish(0);
  const Item& english = ItemOf(scene, "en");
  const Item& russian = ItemOf(scene, "ru");
  CHECK(english.checked == Tri::kYes);
  CHECK(russian.checked == Tri::kNo);
  CHECK(russian.description == "Russian");
  CHECK(russian.pos == 2);
  CHECK(russian.size == 2);
  CHECK(russian.rect.y == english.rect.bottom() + 1);
  CHECK(ItemOf(scene, "list").rect.bottom() == russian.rect.bottom());
}

}  // namespace
}  // namespace proviso::view
