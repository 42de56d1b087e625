// Views of very many records: only what is in sight, and around it, is made, and what stays from
// frame to frame is what would be made anew.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/canvas/picture.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "core/window/keys.h"
#include "tests/support/make_dataset.h"

namespace proviso::view {
namespace {

constexpr int kTexts = 1500;

/// A day of its own for each number.
std::string DayOf(int number) {
  const auto two = [](int part) { return (part < 10 ? "0" : "") + std::to_string(part); };
  return std::to_string(2000 + number / 336) + "-" + two(1 + number / 28 % 12) + "-" +
         two(1 + number % 28);
}

/// 3,001 actors: texts with an author each, who quotes a voice of his own and one that all quote,
/// and of whom the author of the text before is told.
const Library& Crowd() {
  static const Library library = [] {
    test::DatasetMaker make;
    make.AddProposition("It is so");
    const ActorId both = make.AddActor("A voice that all of them quote");
    ActorId before;
    for (int t = 0; t < kTexts; ++t) {
      const DocumentId document = make.AddDocument(
          "Text number " + std::to_string(t) + " with a title of some length", make.Keep(DayOf(t)));
      const PassageId passage = make.AddPassage(document);
      const ActorId author = make.AddActor("The author of text " + std::to_string(t));
      make.dataset().documents[static_cast<std::size_t>(t)].creators = make.Keep({author});
      const auto quote = [&](ActorId voice) {
        const ClaimId claim = make.AddClaim(voice, passage, "It is so.");
        Step by, of;
        by.actor = author;
        by.stance = Stance::kReports;
        of.actor = voice;
        make[claim].attribution = make.Keep({by, of});
        make[claim].about.literal = Literal(PropositionId(0));
        make[claim].as_of = make.Keep(DayOf(t));
      };
      quote(make.AddActor("Voice of text " + std::to_string(t)));
      quote(both);
      if (before) quote(before);
      before = author;
    }
    BuildIdSlots(make.dataset());
    return Library(std::move(make.dataset()));
  }();
  return library;
}

struct Reader {
  const Library& library = Crowd();
  Session session;
  FrameCache cache;
  Viewport window;

  explicit Reader(ViewId view) { session.state.view = view; }
  void Do(const Command& command) {
    std::vector<Effect> effects;
    Update(library, command, session, effects);
  }
  Frame Draw() { return BuildFrame(library, session, window, TableMeasure(), &cache); }
  /// As the shell does: what a key did may have moved what has the focus.
  void Key(std::string name) {
    KeyPress key;
    key.key = std::move(name);
    for (const Command& command : OnKey(library, session, Draw(), key)) Do(command);
    for (const Command& command : IntoSight(Draw(), session.focus)) Do(command);
  }
  void Scroll(std::string panel, float y) { Do(ScrollTo{std::move(panel), y}); }
};

const Panel& PanelOf(const Frame& frame, std::string_view id) {
  const auto at = std::find_if(frame.panels.begin(), frame.panels.end(),
                               [id](const Panel& panel) { return panel.id == id; });
  REQUIRE(at != frame.panels.end());
  return *at;
}

std::vector<const Item*> ItemsOf(const Panel& panel, std::string_view prefix) {
  std::vector<const Item*> items;
  for (const Item& item : panel.scene.items)
    if (item.id.compare(0, prefix.size(), prefix) == 0) items.push_back(&item);
  return items;
}

std::size_t CountItems(const Frame& frame) {
  std::size_t count = 0;
  for (const Panel& panel : frame.panels) count += panel.scene.items.size();
  return count;
}

/// The items with a place among others, by id, that are met by scrolling all the way down.
std::map<std::string, std::uint32_t> Met(Reader* reader, const std::string& panel,
                                         std::string_view prefix) {
  std::map<std::string, std::uint32_t> met;
  for (float y = 0;;) {
    reader->Scroll(panel, y);
    const Frame frame = reader->Draw();
    CHECK(CountItems(frame) < 700);
    const Panel& stage = PanelOf(frame, panel);
    for (const Item* item : ItemsOf(stage, prefix)) met[item->id] = item->pos;
    if (y >= MostScroll(stage)) return met;
    y = std::min(y + stage.rect.h, MostScroll(stage));
  }
}

TEST_CASE("of thousands of actors some hundreds of items are made, and each is met by scrolling",
          "[view][actors][scale]") {
  Reader reader(ViewId::kActors);
  CHECK(reader.library.dataset.actors.size() == 2 * kTexts + 1);
  const Frame frame = reader.Draw();
  CHECK(CountItems(frame) < 500);
  std::size_t shapes = 0;
  for (const Panel& panel : frame.panels) shapes += panel.scene.shapes.size();
  CHECK(shapes < 2000);
  const std::map<std::string, std::uint32_t> authors = Met(&reader, "stage", "actor/");
  // The first author's group is open: with his voices and the voice of all.
  CHECK(authors.size() > kTexts);
  std::set<std::uint32_t> places;
  for (const auto& [id, pos] : authors) places.insert(pos);
  CHECK(places.size() == authors.size());
  CHECK(*places.rbegin() <= 2 * kTexts + 1);
  // The buttons that open the other groups are met too.
  Reader opener(ViewId::kActors);
  CHECK(Met(&opener, "stage", "actors-open-").size() >= kTexts - 1);
}

TEST_CASE("the list of thousands of voices says who is where among how many",
          "[view][actors][scale]") {
  Reader reader(ViewId::kActors);
  const std::map<std::string, std::uint32_t> voices = Met(&reader, "inspector", "voice/");
  std::set<std::uint32_t> places;
  for (const auto& [id, pos] : voices) places.insert(pos);
  CHECK(places.size() == voices.size());
  CHECK(*places.begin() == 1);
  CHECK(*places.rbegin() == voices.size());
  const Frame frame = reader.Draw();
  for (const Item* item : ItemsOf(PanelOf(frame, "inspector"), "voice/"))
    CHECK(item->size == voices.size());
}

TEST_CASE("arrow keys go on to actors that were out of sight, Home and End to the ends",
          "[view][actors][scale]") {
  Reader reader(ViewId::kActors);
  const Frame start = reader.Draw();
  std::set<std::string> at_first;
  const Item* highest = nullptr;
  for (const Item* item : ItemsOf(PanelOf(start, "stage"), "actor/")) {
    at_first.insert(item->id);
    if (highest == nullptr || item->rect.y < highest->rect.y) highest = item;
  }
  REQUIRE(highest != nullptr);
  reader.session.focus = highest->id;
  std::set<std::string> seen;
  for (int i = 0; i < 80; ++i) {
    reader.Key("ArrowDown");
    const Frame frame = reader.Draw();
    const Found found = FindItem(frame, reader.session.focus);
    INFO(reader.session.focus);
    REQUIRE(found.item != nullptr);
    CHECK(found.item->rect.y >= found.panel->scroll_y - 1);
    CHECK(found.item->rect.bottom() <= found.panel->scroll_y + found.panel->rect.h + 1);
    seen.insert(reader.session.focus);
  }
  CHECK(seen.size() > 70);
  CHECK(std::any_of(seen.begin(), seen.end(),
                    [&](const std::string& id) { return at_first.count(id) == 0; }));
  const auto pos = [&] {
    const Frame frame = reader.Draw();
    const Found found = FindItem(frame, reader.session.focus);
    REQUIRE(found.item != nullptr);
    return found.item->pos;
  };
  reader.Key("Home");
  CHECK(pos() == 1);
  reader.Key("End");
  const std::uint32_t last = pos();
  CHECK(last > 1);
  CHECK(PanelOf(reader.Draw(), "stage").scroll_y > 10'000);
}

TEST_CASE("whoever is selected or has the focus stays in the tree, however far one scrolls",
          "[view][actors][scale]") {
  Reader reader(ViewId::kActors);
  reader.session.focus = "actor/a2";
  reader.Do(Select{"a2"});
  reader.Scroll("stage", 20'000);
  CHECK(FindItem(reader.Draw(), "actor/a2").item != nullptr);
  reader.Do(Select{});
  CHECK(FindItem(reader.Draw(), "actor/a2").item != nullptr);
}

TEST_CASE("a frame from what was kept is the frame made anew", "[view][scale]") {
  for (const ViewId view : {ViewId::kActors, ViewId::kSources, ViewId::kTimeline, ViewId::kClaims,
                            ViewId::kMatrix, ViewId::kMap, ViewId::kWhatIf}) {
    Reader reader(view);
    const auto check = [&](const char* what) {
      const Frame kept = reader.Draw();
      FrameCache empty;
      const Frame anew =
          BuildFrame(reader.library, reader.session, Viewport(), TableMeasure(), &empty);
      INFO(Word(view) << ", " << what);
      CHECK(FrameToSvg(kept, Palette::kLight, TableMeasure()) ==
            FrameToSvg(anew, Palette::kLight, TableMeasure()));
      CHECK(CountItems(kept) == CountItems(anew));
    };
    check("at first");
    for (const char* panel : {"stage", "side", "inspector"}) reader.Scroll(panel, 4000);
    check("scrolled");
    reader.Do(Select{"a42"});
    check("selected");
    reader.Do(ScrollTo{"actors-open-a40", 1});
    check("opened");
    reader.Do(SetField{"text", "150"});
    check("larger");
    reader.Do(Suppose{"x1", Lever::kOn});
    check("supposed");
    reader.Do(Select{});
    reader.Do(ShowDocument{"d700"});
    reader.Do(ShowView{view});
    check("another text");
  }
}

TEST_CASE("of very many texts the cards in sight are those that stand there in any case",
          "[view][sources][scale]") {
  Reader reader(ViewId::kSources);
  const std::map<std::string, std::uint32_t> cards = Met(&reader, "side", "document/");
  CHECK(cards.size() == kTexts);
}

TEST_CASE("on a phone very many texts and dates are rows, of which those in sight are made",
          "[view][sources][timeline][scale]") {
  for (const ViewId view : {ViewId::kSources, ViewId::kTimeline}) {
    Reader reader(view);
    reader.window.width = 390;
    reader.window.height = 844;
    reader.window.coarse_pointer = true;
    const bool texts = view == ViewId::kSources;
    CHECK(CountItems(reader.Draw()) < 300);
    const std::size_t met = Met(&reader, "stage", texts ? "document/" : "time/").size();
    CHECK(met == (texts ? kTexts : 500));
  }
}

TEST_CASE("of very many dates only rows in sight are items, and arrow keys bring the others",
          "[view][timeline][scale]") {
  Reader reader(ViewId::kTimeline);
  const Frame start = reader.Draw();
  const Panel& stage = PanelOf(start, "stage");
  std::uint32_t all = 0;
  for (const Item& item : stage.scene.items)
    if (item.role == ItemRole::kList) all += item.size;
  REQUIRE(all == 500);
  CHECK(ItemsOf(stage, "time/").size() < all);
  const std::map<std::string, std::uint32_t> marks = Met(&reader, "stage", "time/");
  CHECK(marks.size() == all);
  reader.Scroll("stage", 0);
  std::set<std::string> at_first;
  const Frame again = reader.Draw();
  for (const Item* item : ItemsOf(PanelOf(again, "stage"), "time/")) at_first.insert(item->id);
  REQUIRE_FALSE(at_first.empty());
  reader.session.focus = *at_first.begin();
  bool beyond = false;
  for (int i = 0; i < 200 && !beyond; ++i) {
    reader.Key("ArrowDown");
    beyond = at_first.count(reader.session.focus) == 0;
  }
  CHECK(beyond);
}

}  // namespace
}  // namespace proviso::view
