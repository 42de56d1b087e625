#include "core/canvas/frame.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <memory>
#include <set>
#include <string>

#include "core/canvas/kept.h"
#include "core/canvas/picture.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "tests/support/files.h"
#include "tests/support/frame_faults.h"
#include "tests/support/harbour.h"
#include "tests/support/hostile.h"

namespace proviso::view {
namespace {

using test::Faults;
using test::First;

constexpr std::array<ViewId, 9> kViews{ViewId::kWhatIf,  ViewId::kMatrix,  ViewId::kClaims,
                                       ViewId::kActors,  ViewId::kMap,     ViewId::kTimeline,
                                       ViewId::kCompare, ViewId::kSources, ViewId::kQuestions};
constexpr std::array<Dialog, kDialogCount> kDialogs{
    Dialog::kNone,     Dialog::kPalette, Dialog::kKeys,     Dialog::kShare,   Dialog::kAbout,
    Dialog::kFilters,  Dialog::kNotice,  Dialog::kLevers,   Dialog::kMenu,    Dialog::kSides,
    Dialog::kOpen,     Dialog::kNotes,   Dialog::kSettings, Dialog::kChoices, Dialog::kLanguage,
    Dialog::kItemMenu, Dialog::kPublish, Dialog::kVersions};

struct Window {
  float width, height;
  bool coarse;
};
constexpr std::array<Window, 7> kWindows{{{1440, 900, false},
                                          {1200, 700, false},
                                          {1000, 700, false},
                                          {720, 1000, true},
                                          {390, 844, true},
                                          {844, 390, true},
                                          {320, 480, false}}};

Frame Build(const Library& library, const Session& session, const Window& window,
            Bars bars = Bars::kAll) {
  Viewport viewport;
  viewport.width = window.width;
  viewport.height = window.height;
  viewport.coarse_pointer = window.coarse;
  viewport.bars = bars;
  return BuildFrame(library, session, viewport, TableMeasure());
}

std::string Where(const Session& session, const Window& window) {
  return std::string(Word(session.state.view)) + " " + std::to_string(window.width) + "x" +
         std::to_string(window.height) + " " + std::to_string(session.state.text_percent) + " % " +
         session.state.selection + " dialog " + std::to_string(static_cast<int>(session.dialog));
}

void CheckAll(const Library& library, Session session) {
  for (const Window& window : kWindows)
    for (const int percent : {100, 150, 200}) {
      session.state.text_percent = static_cast<std::uint16_t>(percent);
      INFO(Where(session, window));
      const std::vector<std::string> faults =
          Faults(Build(library, session, window), TableMeasure());
      INFO(First(faults));
      CHECK(faults.empty());
    }
}

const Library& HarbourOnce() {
  static const Library library = test::Harbour();
  return library;
}
const Library& Hostile() {
  static const Library library = test::HostileLibrary(120);
  return library;
}

Session At(ViewId view, std::string selection = {}) {
  Session session;
  session.state.view = view;
  session.state.selection = std::move(selection);
  return session;
}

TEST_CASE("the reasons and two scenarios stand in every window", "[view][frame]") {
  const Library library = test::Harbour();
  Session session;
  session.state.on = {"fees-rise", "storm-ends"};
  session.state.name = "calm";
  session.state.beside = true;
  session.state.beside_on = {"dredger-comes"};
  for (const char* why : {"", "a-clerk", "a-clerk>a-vale", "a-nobody"}) {
    session.state.why = why;
    CheckAll(library, session);
  }
}

TEST_CASE("every view is laid out without overlap, cut or small target in every window",
          "[view][frame]") {
  for (const ViewId view : kViews) {
    CheckAll(HarbourOnce(), At(view));
    CheckAll(Hostile(), At(view));
  }
}

TEST_CASE("whatever is selected, the inspector and the view beside it are laid out well",
          "[view][frame]") {
  for (const char* selection :
       {"c-3", "k-1", "a-vale", "storm-ends", "p-2", "d-log", "q-1", "gone"})
    for (const ViewId view : {ViewId::kWhatIf, ViewId::kSources})
      CheckAll(HarbourOnce(), At(view, selection));
  for (const char* selection : {"c2", "c5", "k3", "a3", "x4", "p2", "d2"})
    CheckAll(Hostile(), At(ViewId::kClaims, selection));
}

TEST_CASE("the matrix lays out well whatever it shows and whichever cell is selected",
          "[view][frame][matrix]") {
  for (const char* selection : {"a-clerk~storm-ends", "a-editor~dredger-comes", "a-clerk~a-vale"})
    CheckAll(HarbourOnce(), At(ViewId::kMatrix, selection));
  Session session = At(ViewId::kMatrix, "a3~x4");
  session.state.on = {"x2"};
  session.state.off = {"x3"};
  session.state.matrix_rows = MatrixRows::kDocument;
  session.state.matrix_order = MatrixOrder::kSimilarity;
  session.scroll["matrix-x"] = 3;
  session.scroll["stage"] = 400;
  CheckAll(Hostile(), session);
  session.state.matrix_columns = MatrixColumns::kPropositions;
  session.state.matrix_rows = MatrixRows::kTopic;
  session.state.hide_silent = true;
  session.scroll["matrix-by"] = 1;
  CheckAll(Hostile(), session);
  session.state.min_count = 999;
  CheckAll(Hostile(), session);
  session.state.min_count = 1;
  session.state.claims.words = "nothing has these words";
  CheckAll(Hostile(), session);
}

TEST_CASE("the network lays out well whatever lines are drawn and whatever is selected",
          "[view][frame][actors]") {
  for (const char* selection : {"a-vale", "a-clerk~a-vale", "c-3"}) {
    Session session = At(ViewId::kActors, selection);
    session.state.hidden_edges.clear();
    CheckAll(HarbourOnce(), session);
    session.state.camera.percent = 60;
    CheckAll(HarbourOnce(), session);
    session.state.steps = 1;
    CheckAll(HarbourOnce(), session);
    session.state.as_list = true;
    CheckAll(HarbourOnce(), session);
  }
  Session session = At(ViewId::kActors, "a3");
  session.state.hidden_edges = {"reports"};
  session.state.pins = {"a1@-400@-300", "a3@400@300"};
  CheckAll(Hostile(), session);
  session.state.camera = {0, 0, 200};
  CheckAll(Hostile(), session);
  session.state.only = {"a1", "a3", "a5"};
  CheckAll(Hostile(), session);
  session.state.claims.words = "nothing has these words";
  CheckAll(Hostile(), session);
}

TEST_CASE("suppositions, filters, notices and words lay out well", "[view][frame]") {
  Session session = At(ViewId::kWhatIf);
  session.state.on = {"x2", "x3", "x4", "x5"};
  session.state.off = {"x6"};
  session.notices = {test::HostileWord(1), test::HostileWord(2)};
  CheckAll(Hostile(), session);
  session.state.view = ViewId::kClaims;
  session.state.claims.filter.values[static_cast<std::size_t>(query::Facet::kHolder)] = {"a2",
                                                                                         "a3"};
  CheckAll(Hostile(), session);
  session.state.claims.words = "nothing has these words";
  CheckAll(Hostile(), session);
}

TEST_CASE("comparisons of holders, of one class, of nothing lay out well",
          "[view][frame][compare]") {
  Session session = At(ViewId::kCompare, "c2");
  session.state.side_a = "a2";
  session.state.side_b = "a5";
  CheckAll(Hostile(), session);
  session.state.side_b = "gone";
  CheckAll(Hostile(), session);
  session = At(ViewId::kCompare, "c-1");
  session.state.verdict = "contradict";
  CheckAll(HarbourOnce(), session);
  session.state.verdict = "only-a";
  CheckAll(HarbourOnce(), session);
}

TEST_CASE("a question with all its evidence, and one without an answer, lay out well",
          "[view][frame][questions]") {
  Session session = At(ViewId::kQuestions, "c-1");
  session.state.as_list = true;
  CheckAll(HarbourOnce(), session);
  session.state.step = "gone";
  CheckAll(HarbourOnce(), session);
}

TEST_CASE("every dialog is laid out well and covers what is behind it", "[view][frame][looks]") {
  for (const Dialog dialog : kDialogs) {
    Session session = At(ViewId::kClaims, "c2");
    session.dialog = dialog;
    session.choosing = "sort";
    session.state.on = {"x2", "x3"};
    CheckAll(Hostile(), session);
    const Frame frame = Build(Hostile(), session, kWindows[0]);
    CHECK(frame.panels.back().modal == (dialog != Dialog::kNone));
    if (dialog == Dialog::kNone) continue;
    CHECK(frame.panels.back().landmark == Landmark::kDialog);
    const Found hit = ItemAt(frame, 60, 880);
    CHECK((hit.item == nullptr || hit.panel == &frame.panels.back()));
  }
  Session share = At(ViewId::kClaims, "c2");
  share.dialog = Dialog::kShare;
  share.host = {
      "https://example.org/a/", "https://example.org/a/d.json", "2026-11-25", {}, true, true};
  for (int tab = 0; tab < 4; ++tab) {
    share.share.tab = static_cast<ShareTab>(tab);
    share.share.form = static_cast<CiteForm>(tab % 3);
    CheckAll(Hostile(), share);
  }
  share.state.name = std::string(2500, 'w');  // Too long for a link.
  share.share.tab = ShareTab::kLink;
  CheckAll(Hostile(), share);
  Session notes = At(ViewId::kClaims, "c2");
  Notes written;
  for (int i = 0; i < 12; ++i) {
    written.by_record["c" + std::to_string(i)] = test::HostileWord(static_cast<std::size_t>(i));
    written.bookmarks.push_back({test::HostileWord(static_cast<std::size_t>(i)), "v=map"});
  }
  written.by_record["not-here"] = "A note on nothing.";
  notes.notes = std::make_shared<const Notes>(written);
  CheckAll(Hostile(), notes);
  notes.dialog = Dialog::kNotes;
  CheckAll(Hostile(), notes);
  Session search = At(ViewId::kWhatIf);
  search.dialog = Dialog::kPalette;
  for (const char* words : {"", "a", "harbour", "qqqqqq", ">", "@"}) {
    search.palette_words = words;
    CheckAll(HarbourOnce(), search);
    CheckAll(Hostile(), search);
  }
}

TEST_CASE("a list of 100,000 claims builds the rows in sight and says how many there are",
          "[view][frame][scale]") {
  const Library library = test::HostileLibrary(100'000);
  Session session = At(ViewId::kClaims);
  FrameCache cache;
  Viewport viewport;
  const TableMeasure measure;
  for (const float y : {0.0f, 4'000'000.0f, 1e9f}) {
    session.scroll["stage"] = y;
    const Frame frame = BuildFrame(library, session, viewport, measure, &cache);
    const Found list = FindItem(frame, "claims/list");
    REQUIRE(list.item != nullptr);
    CHECK(list.item->size == 100'000);
    std::size_t rows = 0;
    bool in_sight = false;
    for (const Item& item : list.panel->scene.items) {
      if (item.role != ItemRole::kListItem) continue;
      ++rows;
      CHECK(item.size == 100'000);
      in_sight |= item.rect.bottom() > list.panel->scroll_y &&
                  item.rect.y < list.panel->scroll_y + list.panel->rect.h;
    }
    CHECK(rows > 6);
    CHECK(rows < 40);
    CHECK(in_sight);
    CHECK(list.panel->scroll_y <= list.panel->scene.height - list.panel->rect.h + 1.0f);
  }
}

TEST_CASE("a frame is the same with a cache, without one, and made twice", "[view][frame]") {
  const TableMeasure measure;
  FrameCache cache;
  for (const ViewId view : kViews) {
    const Session session = At(view, "c2");
    const Viewport viewport;
    const auto svg = [&](FrameCache* with) {
      return FrameToSvg(BuildFrame(Hostile(), session, viewport, measure, with), Palette::kLight,
                        measure);
    };
    const std::string once = svg(nullptr);
    CHECK(once == svg(&cache));
    CHECK(once == svg(&cache));
  }
}

TEST_CASE("the stage gives way to the inspector where there is room, and is covered where not",
          "[view][frame]") {
  const auto stage = [&](const Window& window, std::string selection) {
    const Frame frame = Build(HarbourOnce(), At(ViewId::kClaims, std::move(selection)), window);
    for (const Panel& panel : frame.panels)
      if (panel.id == "stage") return panel.rect;
    return Rect();
  };
  CHECK(stage({1440, 900, false}, "").w - stage({1440, 900, false}, "c-1").w == 372.0f);
  CHECK(stage({720, 900, false}, "").w == stage({720, 900, false}, "c-1").w);
  const Frame phone = Build(HarbourOnce(), At(ViewId::kClaims, "c-1"), {390, 844, true});
  const Found back = FindItem(phone, "inspector/close");
  REQUIRE(back.item != nullptr);
  CHECK(back.item->name == "Back");
  CHECK(back.panel->rect.w == 390.0f);
}

TEST_CASE("at 200 % a window behaves as one half as wide", "[view][frame]") {
  Session session = At(ViewId::kWhatIf);
  session.state.text_percent = 200;
  const Frame frame = Build(HarbourOnce(), session, {1380, 900, false});
  CHECK(FindItem(frame, "tabs/more").item != nullptr);  // A phone's tabs.
  CHECK(frame.text_scale == 2.0f);
}

TEST_CASE("a place that is gone to begins at what is selected there", "[view][frame]") {
  Session session = At(ViewId::kSources, "p97");
  session.state.document = "d1";
  const Library library = test::HostileLibrary(400);
  const auto stage = [&] {
    const Frame frame = Build(library, session, {1440, 500, false});
    const Found bar = FindItem(frame, "paragraph/8");
    REQUIRE(bar.item != nullptr);
    const float y = bar.item->rect.y - bar.panel->scroll_y;
    return y >= 0 && y < bar.panel->rect.h;
  };
  CHECK(stage());
  session.scroll["stage"] = 0;  // The reader's own place goes before.
  CHECK_FALSE(stage());
}

TEST_CASE("a low window of a phone still leads to the conditions", "[view][frame]") {
  const Frame low = Build(HarbourOnce(), At(ViewId::kWhatIf), {480, 360, false});
  const Found change = FindItem(low, "answers/change");
  REQUIRE(change.item != nullptr);
  REQUIRE(change.item->press);
  CHECK((change.item->press)->As<ShowDialog>()->dialog == Dialog::kLevers);
  const Frame tall = Build(HarbourOnce(), At(ViewId::kWhatIf), {390, 844, true});
  CHECK(FindItem(tall, "suppose/change").item != nullptr);
  CHECK(FindItem(tall, "answers/change").item == nullptr);
}

TEST_CASE("the point of an item finds that item", "[view][frame]") {
  const Frame frame = Build(HarbourOnce(), At(ViewId::kWhatIf), kWindows[0]);
  const Found on = FindItem(frame, "lever/storm-ends/on");
  REQUIRE(on.item != nullptr);
  const Rect& r = on.item->rect;
  const Found hit = ItemAt(frame, on.panel->rect.x + r.x + r.w / 2,
                           on.panel->rect.y + r.y + r.h / 2 - on.panel->scroll_y);
  REQUIRE(hit.item != nullptr);
  CHECK(hit.item->id == "lever/storm-ends/on");
  CHECK(ItemAt(frame, -5, -5).item == nullptr);
}

TEST_CASE("a lever is a radio group of three, and what is chosen is checked", "[view][frame]") {
  Session session = At(ViewId::kWhatIf);
  session.state.on = {"storm-ends"};
  const Frame frame = Build(HarbourOnce(), session, kWindows[0]);
  const Found group = FindItem(frame, "lever/storm-ends");
  REQUIRE(group.item != nullptr);
  CHECK(group.item->role == ItemRole::kRadioGroup);
  CHECK(FindItem(frame, "lever/storm-ends/on").item->checked == Tri::kYes);
  CHECK(FindItem(frame, "lever/storm-ends/open").item->checked == Tri::kNo);
  CHECK(FindItem(frame, "lever/storm-ends/off").item->size == 3);
  // What the supposed lever excludes is off, by definition, and cannot be set.
  CHECK(FindItem(frame, "lever/storm-lasts/on").item->disabled);
}

TEST_CASE("a page can have few bars around the view, or none", "[view][frame]") {
  const auto ids = [](const Frame& frame) {
    std::string words;
    for (const Panel& panel : frame.panels) words += panel.id + ' ';
    return words;
  };
  for (const Window& window : kWindows) {
    for (int view = 0; view < 9; ++view) {
      Session session = At(static_cast<ViewId>(view));
      session.tour_offered = true;
      session.notices = {"The link names what is not here."};
      const Frame some = Build(HarbourOnce(), session, window, Bars::kFew);
      const Frame bare = Build(HarbourOnce(), session, window, Bars::kNone);
      INFO(window.width << " " << view << ": " << ids(some) << "| " << ids(bare));
      for (const std::string_view id : {"top ", "tour ", "tabs "})
        CHECK(ids(some).find(id) == std::string::npos);
      CHECK((ids(some).find("scenario ") != std::string::npos) ==
            (session.state.view != ViewId::kWhatIf));
      CHECK(ids(bare).rfind("notices ", 0) == 0);  // Who must be told something is told it.
      CHECK(ids(bare).find("scenario ") == std::string::npos);
      CHECK(ids(bare).find("foot ") == std::string::npos);
      CHECK(First(Faults(some, TableMeasure())).empty());
      CHECK(First(Faults(bare, TableMeasure())).empty());
    }
  }
}

TEST_CASE("a picture escapes what a dataset says", "[view][svg]") {
  const Frame frame = Build(Hostile(), At(ViewId::kActors), kWindows[0]);
  const std::string svg = FrameToSvg(frame, Palette::kDark, TableMeasure());
  CHECK(svg.find("<b>") == std::string::npos);
  CHECK(svg.find("&lt;b&gt;") != std::string::npos);
  CHECK(svg.find("#15171b") != std::string::npos);
  std::size_t opened = 0, closed = 0;
  for (std::size_t at = svg.find("<g"); at != std::string::npos; at = svg.find("<g", at + 1))
    ++opened;
  for (std::size_t at = svg.find("</g>"); at != std::string::npos; at = svg.find("</g>", at + 1))
    ++closed;
  CHECK(opened == closed);
}

}  // namespace
TEST_CASE("a copy and the report on a file can be read in every size of window and type",
          "[view][frame][sources][open]") {
  Result<io::Loaded> loaded = io::Load(test::ReadFile("data/samples/everything.json"));
  REQUIRE(loaded.ok());
  const Library library(std::move(loaded->dataset));
  const std::string text = test::ReadFile("data/samples/everything.txt");
  const TableMeasure measure;
  const std::size_t quay = text.find("quay"), guild = text.find("guild imputes");
  std::vector<std::string> copies{text, text + "\n\n" + text, "Quite another matter.", "\xFF"};
  copies.push_back(std::string(text).replace(quay, 4, "roof").replace(guild, 13, "town"));
  for (const std::string& bytes : copies) {
    Session session;
    std::vector<Effect> effects;
    Update(library, OfferCopy{"d-report", "copy.txt", bytes}, session, effects);
    Update(library, Select{"p-2"}, session, effects);
    for (const bool shown : {true, false}) {
      Update(library, ShowCopy{shown, {}}, session, effects);
      for (const Viewport& viewport :
           {Viewport{1440, 900}, Viewport{900, 700}, Viewport{390, 844, true}}) {
        for (const int percent : {100, 200}) {
          session.state.text_percent = static_cast<std::uint16_t>(percent);
          INFO(viewport.width << " " << percent << " " << shown << " " << bytes.substr(0, 20));
          CHECK(First(Faults(BuildFrame(library, session, viewport, measure), measure)).empty());
        }
      }
    }
  }
  Session session;
  session.dialog = Dialog::kOpen;
  session.previous = "A dataset with a rather long title, which has to break somewhere";
  for (int i = 0; i < 50; ++i) {
    Problem problem;
    problem.pointer = "/claims/" + std::to_string(i) + "/modality";
    problem.line = static_cast<std::uint32_t>(i) + 1;
    problem.column = 7;
    problem.rule = "“0.9” is not a strength word, and so it cannot be drawn as one.";
    problem.remedy = "Use one of: will, very_likely, likely, possible, even, uncommitted, stated.";
    (i < 25 ? session.opening.errors : session.opening.warnings).push_back(problem);
  }
  session.opening.name = "second-coding.json";
  for (int stage = 0; stage < 5; ++stage) {
    session.opening.stage = static_cast<Opening::Stage>(stage);
    for (const Viewport& viewport :
         {Viewport{1440, 900}, Viewport{900, 700}, Viewport{390, 844, true}}) {
      INFO(viewport.width << " stage " << stage);
      const Frame frame = BuildFrame(library, session, viewport, measure);
      CHECK(First(Faults(frame, measure)).empty());
      CHECK(frame.panels.back().modal);
    }
  }
}

}  // namespace proviso::view
