#include "core/wire/wire.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

namespace proviso::view {
namespace {

using Json = nlohmann::json;

TEST_CASE("a semantic tree is JSON that says what its items say", "[wire]") {
  Frame frame;
  Panel& panel = frame.panels.emplace_back();
  panel.id = "main";
  panel.rect = {0.5f, -0.25f, 640, 33.333f};
  panel.scroll_y = 7.07f;
  Item item;
  item.id = "a\"b\\c";
  item.role = ItemRole::kCheckbox;
  item.name = "tab\tline\nbell\x07 \xE4\xB8\xAD";
  item.checked = Tri::kMixed;
  item.level = 3;
  panel.scene.items.push_back(item);
  Session session;
  session.focus = "a";
  const Json tree = Json::parse(SemanticsJson(frame, session));
  CHECK(tree["focus"] == "a");
  const Json& told = tree["panels"][0];
  CHECK(told["rect"] == Json({0.5, -0.25, 640, 33.33}));
  CHECK(told["scroll"] == 7.07);
  CHECK_FALSE(told.contains("modal"));
  CHECK(told["items"].size() == 1);
  CHECK(told["items"][0]["id"] == item.id);
  CHECK(told["items"][0]["name"] == item.name);
  CHECK(told["items"][0]["role"] == "checkbox");
  CHECK(told["items"][0]["checked"] == "mixed");
  CHECK(told["items"][0]["level"] == 3);
  CHECK_FALSE(told["items"][0].contains("pos"));
}

TEST_CASE("a theme comes with the page's own colours, limits as words", "[wire]") {
  const auto palette = ParseMessage(R"({"do":"palette","text":"dark","item":"ink #ffffff"})");
  REQUIRE(palette);
  CHECK(palette->kind == Message::Kind::kPalette);
  CHECK(palette->palette == Palette::kDark);
  CHECK(palette->item == "ink #ffffff");
  CHECK_FALSE(ParseMessage(R"({"do":"palette","text":"pink"})"));
  const auto limits = ParseMessage(R"({"do":"limits","text":"records 5"})");
  REQUIRE(limits);
  CHECK(limits->kind == Message::Kind::kLimits);
  CHECK(limits->text == "records 5");
}

TEST_CASE("a table with a cell that can be used is told as a grid, and no other", "[wire]") {
  for (const bool used : {false, true}) {
    Frame frame;
    std::vector<Item>& items = frame.panels.emplace_back().scene.items;
    const auto add = [&items](ItemRole role, std::int32_t parent) {
      Item& item = items.emplace_back();
      item.id = std::to_string(items.size());
      item.role = role;
      item.parent = parent;
      return static_cast<std::int32_t>(items.size()) - 1;
    };
    const std::int32_t row = add(ItemRole::kRow, add(ItemRole::kTable, -1));
    add(ItemRole::kCell, row);
    if (used) items.back().press = ShowView{ViewId::kMatrix};
    add(ItemRole::kCell, row);
    add(ItemRole::kCell, add(ItemRole::kRow, add(ItemRole::kTable, -1)));
    std::vector<std::string> roles;
    const Json tree = Json::parse(SemanticsJson(frame, {}));
    for (const Json& item : tree["panels"][0]["items"])
      roles.push_back(item["role"].get<std::string>());
    const std::string cell = used ? "gridcell" : "cell";
    CHECK(roles == std::vector<std::string>{used ? "grid" : "table", "row", cell, cell, "table",
                                            "row", "cell"});
  }
}

TEST_CASE("bytes that are not UTF-8 reach the page as U+FFFD", "[wire]") {
  PageEvents events;
  events.Tell("copy", "a\xFF\xC3z");
  events.TellGlyphs({U'中', U'国'});
  const Json told = Json::parse(events.TakeJson());
  CHECK(told[0]["text"] == "a\uFFFD\uFFFDz");
  CHECK(told[1]["codes"] == Json({0x4E2D, 0x56FD}));
  CHECK(events.TakeJson() == "[]");
}

TEST_CASE("problems are told with their places", "[wire]") {
  Problem problem;
  problem.code = "syntax";
  problem.rule = "No.";
  problem.line = 12;
  const Json told = Json::parse(ProblemsJson({problem, problem}, {}));
  CHECK(told["errors"].size() == 2);
  CHECK(told["errors"][1]["line"] == 12);
  CHECK(told["warnings"] == Json::array());
}

TEST_CASE("a message is read whatever the order of its members", "[wire]") {
  const auto key = ParseMessage(R"( {"shift":true,"key":"K","do":"key","field":false,"x":null} )");
  REQUIRE(key);
  CHECK(key->kind == Message::Kind::kKey);
  CHECK(key->key.key == "K");
  CHECK(key->key.shift);
  CHECK_FALSE(key->key.in_text_field);
  const auto scroll = ParseMessage(R"({"do":"scroll","item":"claims","y":12.5})");
  REQUIRE(scroll);
  CHECK(scroll->y == 12.5f);
  CHECK_FALSE(ParseMessage(R"({"do":"scroll","item":"claims","y":1e999})"));
  CHECK_FALSE(ParseMessage(R"({"do":"press","item":"a"} {})"));
  CHECK_FALSE(ParseMessage(R"({"do":"press","item":["a"]})"));
}

}  // namespace
}  // namespace proviso::view
