#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <string>

#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/io/load.h"
#include "core/state/update.h"
#include "core/views/sources/model.h"
#include "core/views/sources/scene.h"
#include "core/window/build_frame.h"
#include "tests/support/files.h"
#include "tests/support/say.h"

namespace proviso::view {
namespace {

const Library& BundledTexts() {
  static const Library library = [] {
    Result<io::Loaded> loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
    REQUIRE(loaded.ok());
    return Library(std::move(loaded).value().dataset);
  }();
  return library;
}

struct Shelf {
  const Library& library;
  Session session;
  Viewport viewport;

  explicit Shelf(const Library& of) : library(of) { session.state.view = ViewId::kSources; }
  void Do(const Command& command) {
    std::vector<Effect> effects;
    Update(library, command, session, effects);
  }
  Frame Draw() const { return BuildFrame(library, session, viewport, TableMeasure()); }
  SourcesModel Model() const { return BuildSourcesModel(library, session); }
};

std::set<std::string> Coded(const Frame& frame, const std::string& paragraph) {
  std::set<std::string> ids;
  const std::string prefix = "coded/" + paragraph + "/";
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      if (item.id.rfind(prefix, 0) == 0) ids.insert(item.id.substr(prefix.size()));
  return ids;
}

}  // namespace

TEST_CASE("a passage has the colour of its strongest claim on the outcome", "[view][sources]") {
  const Shelf shelf(BundledTexts());
  const SourcesModel model = shelf.Model();
  const Outcome outcome = FindOutcome(shelf.library, "");
  std::size_t way = 0, likely = 0;
  for (const SourceParagraph& paragraph : model.paragraphs)
    for (const PassageBar& bar : paragraph.bars) {
      const RecordRef passage = shelf.library.dataset.Find(bar.id);
      if (bar.claims == 0) continue;
      bool says = false, near = false;
      Distance nearest = Distance::kPassedOn;
      for (const ClaimId id : shelf.library.index.claims_at_passage[PassageId(passage.index)]) {
        const Claim& claim = shelf.library.dataset[id];
        const Sign sign = SignOf(shelf.library, outcome, claim).sign;
        says |= sign == Sign::kMore || sign == Sign::kLess;
        near |= BearingOf(shelf.library, outcome, claim) != Bearing::kBackground;
        nearest = std::min(nearest, DistanceOf(claim));
      }
      if (says) CHECK(bar.kind != PassageKind::kOther);
      if (!near) CHECK(bar.kind == PassageKind::kOther);
      CHECK(bar.distance == nearest);
      way += bar.kind == PassageKind::kWay ? 1u : 0u;
      likely += bar.kind == PassageKind::kLikely ? 1u : 0u;
    }
  CHECK(way > 0);
  CHECK(likely > 0);
}

TEST_CASE("texts stand on one scale, and the strips say which paragraphs are in sight",
          "[view][sources][frame]") {
  Shelf shelf(BundledTexts());
  const SourcesModel model = shelf.Model();
  REQUIRE(model.cards.size() == 2);
  for (const SourceCard& card : model.cards) {
    CHECK(card.near);
    CHECK(card.strip.size() == card.passages);
    for (const StripPart& part : card.strip) CHECK(part.end <= card.length);
  }
  const Frame frame = shelf.Draw();
  const Found one = FindItem(frame, "document/" + model.cards[0].id);
  const Found other = FindItem(frame, "document/" + model.cards[1].id);
  REQUIRE(one.item != nullptr);
  REQUIRE(other.item != nullptr);
  CHECK((one.item->rect.w > other.item->rect.w) == (model.cards[0].length > model.cards[1].length));
  // Strips are read before the paragraphs.
  std::vector<std::string> panels;
  for (const Panel& panel : frame.panels) panels.push_back(panel.id);
  CHECK(std::find(panels.begin(), panels.end(), "side") <
        std::find(panels.begin(), panels.end(), "stage"));
  const std::string before = FindItem(frame, "sources/sight").item->name;
  CHECK(before.rfind("A Paragraphs 1 to ", 0) == 0);
  shelf.session.scroll["stage"] = 600;
  const Frame later = shelf.Draw();
  CHECK(FindItem(later, "sources/sight").item->name != before);
}

TEST_CASE("what bears on the outcome is listed first, the rest is one press away",
          "[view][sources][frame]") {
  Shelf shelf(BundledTexts());
  const SourcesModel model = shelf.Model();
  std::size_t place = 0;
  for (std::size_t i = 0; i < model.paragraphs.size() && place == 0; ++i) {
    const auto near = [](const SourceItem& item) { return item.near; };
    const auto& items = model.paragraphs[i].items;
    if (std::any_of(items.begin(), items.end(), near) &&
        !std::all_of(items.begin(), items.end(), near))
      place = i + 1;
  }
  REQUIRE(place > 0);
  const SourceParagraph& paragraph = model.paragraphs[place - 1];
  const std::string number = std::to_string(paragraph.number);
  shelf.viewport.height = 4000;
  Frame frame = shelf.Draw();
  std::set<std::string> near, all;
  for (const SourceItem& item : paragraph.items) {
    all.insert(item.id);
    if (item.near) near.insert(item.id);
  }
  CHECK(Coded(frame, number) == near);
  const Found more = FindItem(frame, "sources/more/" + std::to_string(place));
  REQUIRE(more.item != nullptr);
  CHECK(more.item->name.find(std::to_string(all.size() - near.size())) != std::string::npos);
  shelf.Do(*more.item->press);
  frame = shelf.Draw();
  CHECK(Coded(frame, number) == all);
  // No link carries it, and everything at once is one press as well.
  CHECK(EncodeLink(shelf.session.state) == "v=sources");
  shelf.Do(*FindItem(frame, "sources/scope/all").item->press);
  CHECK(shelf.Model().all);
  shelf.Do(shelf.Model().scopes[0].command);
  CHECK_FALSE(shelf.Model().all);
  CHECK(Coded(shelf.Draw(), number) == near);
}

TEST_CASE("of many texts the shown one and its neighbours are strips, the rest a list",
          "[view][sources][frame]") {
  const Library library{
      test::Say("a: aid\nb: aid\nc: aid\nd: aid\ne: aid\nf: aid\ng: aid\nh: aid")};
  Shelf shelf(library);
  for (const std::uint32_t shown : {0u, 4u, 7u}) {
    shelf.session.state.document = library.dataset.documents[shown].id;
    const SourcesModel model = shelf.Model();
    std::vector<std::uint32_t> near;
    for (const SourceCard& card : model.cards)
      if (card.near) near.push_back(card.document);
    REQUIRE(near.size() == 3);
    CHECK(std::find(near.begin(), near.end(), shown) != near.end());
    const Frame frame = shelf.Draw();
    for (const SourceCard& card : model.cards)
      CHECK(FindItem(frame, "document/" + card.id).item != nullptr);
  }
}

TEST_CASE("of very many texts the cards in sight are drawn, and stand where all would",
          "[view][sources][frame]") {
  std::string talk;
  for (int i = 0; i < 400; ++i) talk += "author-" + std::to_string(i) + ": aid\n";
  const Library library{test::Say(talk)};
  Shelf shelf(library);
  shelf.viewport.coarse_pointer = true;  // Cards, however high the window.
  const auto cards = [](const Frame& frame) {
    std::map<std::string, float> places;
    for (const Panel& panel : frame.panels)
      for (const Item& item : panel.scene.items)
        if (panel.id == "side" && item.id.rfind("document/", 0) == 0) places[item.id] = item.rect.y;
    return places;
  };
  const Frame top = shelf.Draw();
  const std::map<std::string, float> first = cards(top);
  CHECK(first.size() > 5);
  CHECK(first.size() < 100);
  // A window in which everything is in sight draws all of them.
  Shelf tall(library);
  tall.viewport = shelf.viewport;
  tall.viewport.height = 200'000;
  const std::map<std::string, float> all = cards(tall.Draw());
  CHECK(all.size() == 400);
  shelf.session.scroll["side"] = 9000;
  FrameCache cache;
  for (int frame = 0; frame < 2; ++frame) {
    const Frame scrolled =
        BuildFrame(library, shelf.session, shelf.viewport, TableMeasure(), &cache);
    const std::map<std::string, float> there = cards(scrolled);
    CHECK(there.size() > 5);
    CHECK(there.size() < 100);
    for (const auto& [id, y] : there) CHECK(all.at(id) == y);
    CHECK(there.begin()->first != first.begin()->first);
  }
}

TEST_CASE("when a font has come, cards are as high as its letters need", "[view][sources][frame]") {
  /// Letters that are wider once their font is there.
  class Arriving final : public TextMeasure {
   public:
    float Width(Face face, float size, std::string_view text) const override {
      return table_.Width(face, size, text) * (fonts > 0 && text.size() > 6 ? 2.5f : 1.0f);
    }
    std::uint32_t generation() const override { return fonts; }
    std::uint32_t fonts = 0;

   private:
    TableMeasure table_;
  };
  std::string talk;
  for (int i = 0; i < 30; ++i) talk += "author-of-text-" + std::to_string(i) + ": aid\n";
  const Library library{test::Say(talk)};
  Shelf shelf(library);
  shelf.viewport.coarse_pointer = true;  // Cards, however high the window.
  Arriving measure;
  FrameCache cache;
  const auto places = [&](FrameCache* kept) {
    std::map<std::string, std::pair<float, float>> made;
    const Frame frame = BuildFrame(library, shelf.session, shelf.viewport, measure, kept);
    for (const Panel& panel : frame.panels)
      for (const Item& item : panel.scene.items)
        if (panel.id == "side") made[item.id] = {item.rect.y, item.rect.h};
    return made;
  };
  const auto before = places(&cache);
  measure.fonts = 1;
  const auto after = places(&cache);
  CHECK(after == places(nullptr));
  CHECK(after != before);
}

}  // namespace proviso::view
