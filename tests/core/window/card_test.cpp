#include "core/window/card.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "core/window/dialogs/panels.h"
#include "core/window/keys.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"

namespace proviso::view {
namespace {

const Library& Bundled() {
  static const Library library(
      std::move(io::Load(test::ReadFile("data/china-military-aid.json"))->dataset));
  return library;
}

Frame FrameOf(const Library& library, std::string_view link, std::string focus = {}) {
  Session session;
  std::vector<Effect> effects;
  OpenLink(library, link, session, effects);
  session.focus = std::move(focus);
  return BuildFrame(library, session, {}, TableMeasure());
}

bool Says(const CardModel& card, std::string_view words) {
  const std::vector<std::string> lines = card.Lines();
  return std::any_of(lines.begin(), lines.end(), [words](const std::string& line) {
    return line.find(words) != std::string::npos;
  });
}

Item Selecting(std::string record) {
  Item item;
  item.id = "x";
  item.role = ItemRole::kButton;
  item.press = Select{std::move(record)};
  return item;
}

TEST_CASE("the card of a claim says whose it is, how firmly, in which words and where",
          "[view][card]") {
  const Library library = test::Harbour();
  const Claim& claim = library.dataset.claims[0];
  const Item item = Selecting(std::string(claim.id));
  const CardModel card = BuildCardModel(library, {}, &item, nullptr, false);
  CHECK(card.title == std::string(library.dataset[claim.holder()].name));
  CHECK(card.voice.has_value());
  CHECK(card.gloss.plain() == GlossOf(library, claim).plain());
  REQUIRE(card.strength.has_value());
  CHECK(card.strength->words == StrengthOf(library, claim).words);
  REQUIRE(card.ref.has_value());
  CHECK(Says(card, card.ref->words));
  CHECK(card.does.find("W says why") != std::string::npos);
  // Under a finger there are no keys.
  CHECK(BuildCardModel(library, {}, &item, nullptr, true).does == "A tap selects it");
}

TEST_CASE("the card of a condition says who links it, and how many say nothing on it",
          "[view][card]") {
  const Library library = test::Harbour();
  const Item item = Selecting("storm-ends");
  const CardModel card = BuildCardModel(library, {}, &item, nullptr, false);
  CHECK(card.title == "The storm ends");
  REQUIRE(card.rows.size() >= 2);
  CHECK(card.rows.front().sign.has_value());
  CHECK(card.rows.front().ref.has_value());
  CHECK_FALSE(card.rows.back().sign.has_value());
  CHECK(Says(card, "say nothing on it"));
}

TEST_CASE("a sign is said in words, with who reads it in and what it is not", "[view][card]") {
  const Library library = test::Harbour();
  const auto of = [&](Spot spot) { return BuildCardModel(library, {}, nullptr, &spot, false); };
  Spot spot;
  spot.what = Spot::What::kSign;
  spot.code = static_cast<std::uint8_t>(Sign::kMore);
  spot.inferred = true;
  spot.words = "More likely, read in by the coders";
  CHECK(of(spot).title == spot.words);
  CHECK(Says(of(spot), "the coders read it in"));
  spot = {};
  spot.code = static_cast<std::uint8_t>(Sign::kUnstated);
  CHECK(Says(of(spot), "Not the same as both ways"));
  spot.what = Spot::What::kSilent;
  CHECK(Says(of(spot), "Silence is not disagreement."));
  spot.what = Spot::What::kVoice;
  spot.code = static_cast<std::uint8_t>(Distance::kQuoted);
  CHECK(Says(of(spot), "An author quotes or reports this voice."));
}

TEST_CASE("a hedge is the text’s own word, and a number only a yardstick of others",
          "[view][card]") {
  const Library library = test::Harbour();
  Spot spot;
  spot.what = Spot::What::kHedge;
  spot.words = "very likely ";
  const CardModel card = BuildCardModel(library, {}, nullptr, &spot, false);
  CHECK(card.title == "very likely");
  CHECK(Says(card, "80 to 95 %. No one here gave a number."));
  spot.words = "it seems";
  const CardModel other = BuildCardModel(library, {}, nullptr, &spot, false);
  CHECK(Says(other, "No one here gave a number."));
  CHECK_FALSE(Says(other, "ICD"));
}

TEST_CASE("what only switches or is typed into has no card", "[view][card]") {
  Item item = Selecting("c-1");
  CHECK(MayExplain(item));
  item.role = ItemRole::kRadio;
  CHECK_FALSE(MayExplain(item));
  item.role = ItemRole::kSearchBox;
  CHECK_FALSE(MayExplain(item));
  Item button;
  button.press = ShowDialog{Dialog::kShare};
  CHECK_FALSE(MayExplain(button));
}

TEST_CASE("a card stands 8 points away, inside the window, and never over what it explains",
          "[view][card]") {
  const Viewport window{1000, 600};
  for (float x = 0; x < 1000; x += 45)
    for (float y = 0; y < 600; y += 35)
      for (const auto& [w, h] : {std::pair{20.0f, 20.0f}, std::pair{600.0f, 40.0f}}) {
        const Rect about{x, y, std::min(w, 1000 - x), std::min(h, 600 - y)};
        const Rect card = CardPlace(about, 424, 180, window);
        CAPTURE(x, y, w, h);
        REQUIRE(card.w == 424);
        CHECK(card.x >= 0);
        CHECK(card.y >= 0);
        CHECK(card.right() <= 1000);
        CHECK(card.bottom() <= 600);
        const float apart = std::max({card.x - about.right(), about.x - card.right(),
                                      card.y - about.bottom(), about.y - card.bottom()});
        CHECK(apart == 8);
      }
}

TEST_CASE("every row of the chart, cell, arrow, gloss and reference has a card in each view",
          "[view][card]") {
  const Library& library = Bundled();
  for (const std::string_view link :
       {"v=what-if&on=us-strengthens-taiwan-ties", "v=matrix", "v=claims", "v=actors", "v=map",
        "v=timeline", "v=compare", "v=sources"}) {
    const Frame frame = FrameOf(library, link);
    Session session;
    std::size_t cards = 0;
    for (const Panel& panel : frame.panels)
      for (const Item& item : panel.scene.items) {
        if (!item.press || !item.press->Is<Select>() || panel.id != "stage") continue;
        if (RecordOf(item).empty()) continue;  // Closes what is selected.
        const CardModel card = BuildCardModel(library, session, &item, nullptr, false);
        INFO(link << " " << item.id);
        CHECK_FALSE(card.empty());
        ++cards;
      }
    INFO(link);
    CHECK(cards + (link == "v=what-if" ? 1u : 0u) > 0);
  }
}

TEST_CASE("marks, rulers, hedges and silent dots are told apart where they are drawn",
          "[view][card]") {
  const Frame frame = FrameOf(Bundled(), "v=what-if&on=us-strengthens-taiwan-ties");
  std::vector<int> seen(6);
  for (const Panel& panel : frame.panels)
    for (const Spot& spot : panel.scene.spots) {
      ++seen[static_cast<std::size_t>(spot.what)];
      if (spot.what == Spot::What::kSign) CHECK_FALSE(spot.words.empty());
    }
  CHECK(seen[static_cast<std::size_t>(Spot::What::kVoice)] > 5);
  CHECK(seen[static_cast<std::size_t>(Spot::What::kSign)] > 5);
  CHECK(seen[static_cast<std::size_t>(Spot::What::kHedge)] > 1);
  CHECK(seen[static_cast<std::size_t>(Spot::What::kLevel)] > 1);
  CHECK(seen[static_cast<std::size_t>(Spot::What::kBefore)] > 0);
}

TEST_CASE("what a card says stands in the description of the item with the focus", "[view][card]") {
  const Library& library = Bundled();
  Session session;
  std::vector<Effect> effects;
  OpenLink(library, "v=claims", session, effects);
  Frame frame = BuildFrame(library, session, {}, TableMeasure());
  const Item* row = nullptr;
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      if (row == nullptr && panel.id == "stage" && item.press && item.press->Is<Select>())
        row = &item;
  REQUIRE(row != nullptr);
  session.focus = row->id;
  const CardModel card = BuildCardModel(library, session, row, nullptr, false);
  CardAsk ask;
  ask.described = true;
  AddCard(library, session, TableMeasure(), ask, &frame);
  CHECK_FALSE(frame.card.has_value());
  const Item* told = FindItem(frame, session.focus).item;
  for (std::string line : card.Lines()) {
    while (!line.empty() && line.back() == '.') line.pop_back();
    const std::string all = told->name + " " + told->description;
    const std::string capital = library.say.Capital(line);
    INFO(line << " | " << all);
    CHECK((all.find(line) != std::string::npos || all.find(capital) != std::string::npos));
  }
  ask.described = false;
  ask.item = session.focus;
  AddCard(library, session, TableMeasure(), ask, &frame);
  REQUIRE(frame.card.has_value());
  CHECK(frame.card->rect.w <= 424);
  // Nothing in it can be used.
  for (const Item& item : frame.card->scene.items) CHECK_FALSE(item.focusable());
}

TEST_CASE("the menu of an item offers what fits it", "[view][card]") {
  const Library library = test::Harbour();
  Session session;
  std::vector<Effect> effects;
  const auto ids = [&] {
    std::vector<std::string> found;
    for (const Block& block : ItemMenuPanel(library, session))
      if (const Options* options = std::get_if<Options>(&block))
        for (const Option& one : options->options) found.push_back(one.id);
    return found;
  };
  Update(library, ShowItemMenu{{"c-1", "what it says", 30, 40}}, session, effects);
  CHECK(session.dialog == Dialog::kItemMenu);
  CHECK(ids() == std::vector<std::string>{"item-menu/copy", "item-menu/cite", "item-menu/open",
                                          "item-menu/why", "item-menu/link", "dialog/close"});
  Update(library, ShowDialog{Dialog::kNone}, session, effects);
  Update(library, ShowItemMenu{{"", "Views", 0, 0}}, session, effects);
  CHECK(ids() == std::vector<std::string>{"item-menu/copy", "item-menu/link", "dialog/close"});
  // What is chosen in it closes it.
  Update(library, CopyText{"x", "the words", true}, session, effects);
  CHECK(session.dialog == Dialog::kNone);
}

TEST_CASE("Shift F10 and the menu key open the menu of what has the focus", "[view][card]") {
  const Library& library = Bundled();
  Session session;
  std::vector<Effect> effects;
  OpenLink(library, "v=claims", session, effects);
  const Frame frame = BuildFrame(library, session, {}, TableMeasure());
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      if (session.focus.empty() && panel.id == "stage" && item.press && item.press->Is<Select>())
        session.focus = item.id;
  KeyPress key;
  key.key = "F10";
  CHECK(OnKey(library, session, frame, key).empty());
  key.shift = true;
  const Commands commands = OnKey(library, session, frame, key);
  REQUIRE(commands.size() == 1);
  const auto* show = commands[0].As<ShowItemMenu>();
  REQUIRE(show != nullptr);
  CHECK(library.dataset.Find(show->menu.record).table == Table::kClaims);
  key = {};
  key.key = "ContextMenu";
  CHECK(OnKey(library, session, frame, key).size() == 1);
}

TEST_CASE("a chosen row stays where it was on the screen when a panel opens beside it",
          "[view][card]") {
  const Library& library = Bundled();
  Session session;
  std::vector<Effect> effects;
  OpenLink(library, "v=claims", session, effects);
  session.scroll["stage"] = 900;
  const Frame before = BuildFrame(library, session, {}, TableMeasure());
  const Panel* stage = nullptr;
  for (const Panel& panel : before.panels)
    if (panel.id == "stage") stage = &panel;
  const Item* row = nullptr;
  for (const Item& item : stage->scene.items)
    if (row == nullptr && item.press && item.press->Is<Select>() && item.rect.y > 1200) row = &item;
  REQUIRE(row != nullptr);
  const float stood = row->rect.y - stage->scroll_y;
  session.focus = row->id;
  Update(library, *row->press, session, effects);
  Frame after = BuildFrame(library, session, {}, TableMeasure());
  for (const Command& command : StayInPlace(before, after, session.focus))
    Update(library, command, session, effects);
  after = BuildFrame(library, session, {}, TableMeasure());
  const Found found = FindItem(after, row->id);
  REQUIRE(found.item != nullptr);
  CHECK(std::abs(found.item->rect.y - found.panel->scroll_y - stood) <= 1.5f);
}

TEST_CASE("a question that was opened keeps its text and the way on beside its view",
          "[view][questions]") {
  const Library& library = Bundled();
  Session session;
  std::vector<Effect> effects;
  const Question& first = library.dataset.questions[0];
  OpenLink(library, std::string(first.state) + "&step=" + std::string(first.id), session, effects);
  REQUIRE(session.state.view != ViewId::kQuestions);
  const Frame frame = BuildFrame(library, session, {}, TableMeasure());
  CHECK(FindItem(frame, "question/title").item->name == first.title);
  const Item* next = FindItem(frame, "question/next").item;
  REQUIRE(next != nullptr);
  Update(library, *next->press, session, effects);
  CHECK(session.state.step != first.id);
  Update(library, *FindItem(frame, "question/close").item->press, session, effects);
  CHECK(session.state.step.empty());
  CHECK(FindItem(BuildFrame(library, session, {}, TableMeasure()), "question/title").item ==
        nullptr);
}

}  // namespace
}  // namespace proviso::view
