// What each command sets back, what it leaves alone, and what goes with it.

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/state/session.h"
#include "core/state/update.h"
#include "tests/support/harbour.h"

namespace proviso::view {
namespace {

struct Reader {
  explicit Reader(std::string_view link = {}) { OpenLink(library, link, session, effects); }
  Reader& Do(const Command& command) {
    Update(library, command, session, effects);
    return *this;
  }
  std::string link() const { return EncodeLink(session.state); }

  Library library = test::Harbour();
  Session session;
  std::vector<Effect> effects;
};

/// A link in which no field is at its default but `v`.
const std::string kAll =
    "a=d-post&act=threat&arrows=a-clerk&b=a-clerk&beside=1&beside-name=B&beside-off=fees-rise"
    "&beside-on=storm-ends&cam=5,6,70&cols=propositions&direction=more&doc=d-post&document=d-post"
    "&evidence=denied&form=if&from=2023-01&group=topic&hide-silent=1&holder=a-clerk&kind=fact&list="
    "1&min=2&modality=likely"
    "&name=N&no-edges=reports&off=fees-rise&on=storm-ends&only=a-clerk&open=silent&order=count"
    "&pins=a-clerk%401%402&proposition=fees-rise&q=storm&rows=kind&sel=c-1&sort=holder&stance="
    "doubts&step=q-1&steps=2&strict=1"
    "&t=harbour-opens&text=120&to=2023-12&topic=t-water&v=map&verdict=agree&why=a-clerk&year=2023";

/// The keys of a link.
std::set<std::string> KeysOf(const std::string& link) {
  std::set<std::string> keys;
  for (std::size_t from = 0; from < link.size();) {
    const std::size_t end = std::min(link.find('&', from), link.size());
    const std::string part = link.substr(from, end - from);
    keys.insert(part.substr(0, part.find('=')));
    from = end + 1;
  }
  return keys;
}

/// The keys of the fields that a command changes, in a state where nothing is at its default.
std::set<std::string> Changed(const Command& command) {
  Reader reader(kAll);
  const ViewState before = reader.session.state;
  reader.Do(command);
  std::set<std::string> changed;
  std::vector<std::string> is, was;
  const auto list = [](const ViewState& state, std::vector<std::string>* parts) {
    const std::string link = EncodeLink(state);
    for (std::size_t from = 0; from < link.size();) {
      const std::size_t end = std::min(link.find('&', from), link.size());
      parts->push_back(link.substr(from, end - from));
      from = end + 1;
    }
  };
  list(reader.session.state, &is);
  list(before, &was);
  for (const auto* one : {&is, &was})
    for (const std::string& part : *one) {
      const auto* other = one == &is ? &was : &is;
      if (std::find(other->begin(), other->end(), part) == other->end())
        changed.insert(part.substr(0, part.find('=')));
    }
  return changed;
}

using Keys = std::set<std::string>;

bool Has(const std::map<std::string, float>& scroll, std::string_view panel) {
  return scroll.count(std::string(panel)) != 0;
}

/// The panels whose place is lost by a command.
Keys Scrolled(const Command& command, std::string_view link = kAll) {
  Reader reader(link);
  const std::vector<std::string> panels{"stage",
                                        "side",
                                        "inspector",
                                        "dialog",
                                        std::string(kMatrixFirstColumn),
                                        std::string(kMatrixPhonePlace),
                                        "other"};
  for (const std::string& panel : panels) reader.session.scroll[panel] = 40;
  reader.Do(command);
  Keys lost;
  for (const std::string& panel : panels)
    if (!Has(reader.session.scroll, panel)) lost.insert(panel);
  return lost;
}

}  // namespace

TEST_CASE("the link of these tests sets every field", "[view][session][reset]") {
  const Keys keys = KeysOf(Reader(kAll).link());
  Keys all;
  const ViewState state;
  VisitFields(state, [&all](std::string_view key, const auto&, auto...) { all.emplace(key); });
  CHECK(keys == all);
}

TEST_CASE("clearing the filters clears every field that filters, and no other",
          "[view][session][reset]") {
  CHECK(Changed(ClearFilters{}) == Keys{"act", "direction", "document", "evidence", "form", "from",
                                        "holder", "kind", "modality", "proposition", "q", "stance",
                                        "to", "topic", "year"});
  // Each by itself as well.
  for (const char* one :
       {"act=threat", "direction=less", "document=d-post", "evidence=denied", "form=if",
        "from=2023-01", "holder=a-clerk", "kind=fact", "modality=likely", "proposition=fees-rise",
        "q=storm", "stance=reports", "to=2023-12", "topic=t-water", "year=2023"}) {
    Reader reader(one);
    INFO(one);
    CHECK(reader.link() == one);
    CHECK(reader.Do(ClearFilters{}).link().empty());
  }
}

TEST_CASE("each command changes its own fields alone", "[view][session][reset]") {
  CHECK(Changed(ClearSuppositions{}) == Keys{"off", "on"});
  CHECK(Changed(SetField{"t", "", true}) == Keys{"t"});
  CHECK(Changed(SetStrict{false}) == Keys{"strict"});
  CHECK(Changed(Select{"c-3"}) == Keys{"sel"});
  CHECK(Changed(Suppose{"storm-ends", Lever::kOpen}) == Keys{"on"});
  CHECK(Changed(Suppose{"storm-ends", Lever::kOff}) == Keys{"off", "on"});
  CHECK(Changed(SetWords{"other"}) == Keys{"q"});
  CHECK(Changed(SetBrush{"", ""}) == Keys{"from", "to"});
  CHECK(Changed(SetField{"sort", "place", true}) == Keys{"sort"});
  CHECK(Changed(SetField{"group", "holder", true}) == Keys{"group"});
  CHECK(Changed(SetTextPercent{150}) == Keys{"text"});
  CHECK(Changed(SetCamera{{1, 2, 30}}) == Keys{"cam"});
  CHECK(Changed(ToggleFilter{query::Facet::kAct, "threat"}) == Keys{"act"});
  CHECK(Changed(ClearFilter{query::Facet::kHolder}) == Keys{"holder"});
  CHECK(Changed(DropBeside{}) == Keys{"beside", "beside-name", "beside-off", "beside-on"});
  CHECK(Changed(SwapBeside{}) == Keys{"beside-name", "name"});
  CHECK(Changed(KeepBeside{}) == Keys{"beside-name", "name"});
  // A view that is left keeps no camera.
  CHECK(Changed(ShowView{ViewId::kClaims}) == Keys{"cam", "v"});
  CHECK(Changed(ShowView{ViewId::kMap}).empty());
  CHECK(Changed(ShowDocument{"d-post"}) == Keys{"cam", "v"});
  // Whose reasons are shown takes the place of what was selected.
  CHECK(Changed(SetField{"why", "a-mayor"}) == Keys{"sel", "why"});
  CHECK(Changed(SetField{"why", ""}) == Keys{"why"});
  CHECK(Changed(SetField{"min", "3"}) == Keys{"min"});
  CHECK(Changed(SetField{"min", "0"}).empty());
  CHECK(Changed(SetField{"min", "1000"}).empty());
  CHECK(Changed(SetField{"nothing", "1"}).empty());
}

TEST_CASE("swapping the scenarios exchanges all of both", "[view][session][reset]") {
  Reader reader("on=storm-ends&name=Mine&beside=1&beside-off=fees-rise&beside-name=Yours");
  reader.Do(SwapBeside{});
  CHECK(reader.link() == "beside=1&beside-name=Mine&beside-on=storm-ends&name=Yours&off=fees-rise");
  Reader without("on=storm-ends");
  CHECK(without.Do(SwapBeside{}).link() == "on=storm-ends");
  Reader kept("on=storm-ends&name=Mine");
  CHECK(kept.Do(KeepBeside{}).link() ==
        "beside=1&beside-name=Mine&beside-on=storm-ends&on=storm-ends");
}

TEST_CASE("a panel begins at its top where other things come into it", "[view][session][reset]") {
  const std::string column(kMatrixFirstColumn), place(kMatrixPhonePlace);
  CHECK(Scrolled(ShowView{ViewId::kClaims}) == Keys{"side", "stage"});
  CHECK(Scrolled(ShowView{ViewId::kMap}).empty());
  CHECK(Scrolled(Select{"c-3"}) == Keys{"inspector"});
  CHECK(Scrolled(SetField{"why", "a-mayor"}) == Keys{"inspector"});
  CHECK(Scrolled(SetField{"sort", "place", true}) == Keys{"stage"});
  CHECK(Scrolled(SetField{"group", "holder", true}) == Keys{"stage"});
  CHECK(Scrolled(SetWords{"other"}) == Keys{column, place, "stage"});
  CHECK(Scrolled(ClearFilter{query::Facet::kAct}) == Keys{column, place, "stage"});
  CHECK(Scrolled(SetBrush{"2023-02", "2023-12"}) == Keys{"stage"});
  CHECK(Scrolled(SetBrush{"2023-02", "2023-12"}, "v=timeline").empty());
  CHECK(Scrolled(SetField{"t", "", true}) == Keys{column, place});
  CHECK(Scrolled(SetField{"cols", ""}).empty());
  CHECK(Scrolled(SetField{"cols", "conditions"}) == Keys{column, place});
  CHECK(Scrolled(SetField{"order", "name"}) == Keys{column, place});
  CHECK(Scrolled(SetField{"min", "3"}) == Keys{column, place});
  CHECK(Scrolled(SetField{"rows", "topic"}).empty());
  CHECK(Scrolled(Suppose{"fees-rise", Lever::kOn}).empty());
  CHECK(Scrolled(SetTextPercent{150}).empty());
  CHECK(Scrolled(ShowDialog{Dialog::kKeys}) == Keys{"dialog"});
  CHECK(Scrolled(SetPaletteWords{"x"}) == Keys{"dialog"});
}

TEST_CASE("undo goes with the same scrolling", "[view][session][reset]") {
  Reader reader;
  reader.Do(ShowView{ViewId::kClaims});
  reader.session.scroll = {{"stage", 40.0f}, {"side", 40.0f}};
  reader.Do(Undo{});
  CHECK(reader.session.scroll.empty());
}

TEST_CASE("a dialog begins afresh, and gives back the focus that there was before the first",
          "[view][session][reset]") {
  Reader reader;
  reader.Do(Focus{"row/1"}).Do(ShowDialog{Dialog::kPalette});
  CHECK(reader.session.focus == kPaletteField);
  reader.Do(SetPaletteWords{"storm"});
  CHECK(reader.session.palette_words == "storm");
  reader.Do(ShowDialog{Dialog::kShare});
  CHECK(reader.session.palette_words.empty());
  CHECK(reader.session.focus.empty());
  reader.Do(Focus{"share/copy"}).Do(ShowDialog{Dialog::kNone});
  CHECK(reader.session.focus == "row/1");
  CHECK(reader.session.return_focus.empty());
  // Shown again, nothing begins anew.
  reader.Do(ShowDialog{Dialog::kPalette}).Do(SetPaletteWords{"storm"});
  reader.Do(ShowDialog{Dialog::kPalette});
  CHECK(reader.session.palette_words == "storm");
}

TEST_CASE("what was announced is said once", "[view][session][reset]") {
  Reader reader;
  reader.Do(ShowView{ViewId::kClaims});
  CHECK_FALSE(reader.session.announcement.empty());
  const std::string said = reader.session.announcement;
  reader.Do(KeepFocus{"x"});
  CHECK(reader.session.announcement == said);
  reader.Do(Tell{"a line"});
  CHECK(reader.session.announcement == said);
  reader.Do(Focus{"x"});
  CHECK(reader.session.announcement.empty());
}

TEST_CASE("a change ends what could be done again; a step of the same kind is no other step",
          "[view][session][reset]") {
  Reader reader;
  reader.Do(SetWords{"s"}).Do(SetWords{"st"}).Do(SetWords{"sto"});
  CHECK(reader.session.undo.size() == 1);
  reader.Do(SetBrush{"2023-01", ""}).Do(SetBrush{"2023-02", ""});
  CHECK(reader.session.undo.size() == 2);
  reader.Do(SetWords{"stor"});
  CHECK(reader.session.undo.size() == 3);
  reader.Do(Undo{});
  CHECK(reader.session.redo.size() == 1);
  reader.Do(SetWords{"storm"});  // After an undo a step of its own.
  CHECK(reader.session.redo.empty());
  CHECK(reader.session.undo.size() == 3);
  // Typing back to where it began leaves no step.
  Reader again;
  again.Do(SetWords{"s"}).Do(SetWords{""});
  CHECK(again.session.undo.empty());
}

TEST_CASE("a place that is come to by a step is no way back a second time",
          "[view][session][reset]") {
  Reader reader;
  reader.Do(ShowView{ViewId::kClaims}).Do(Select{"c-1"});
  CHECK(reader.session.back.size() == 2);
  reader.Do(Undo{});
  CHECK(reader.session.back.size() == 2);
  reader.Do(Back{});
  CHECK(reader.session.state.view == ViewId::kWhatIf);
  CHECK(reader.session.forward.size() == 1);
  reader.Do(SetField{"sort", "place", true});  // No place: the way forward stays.
  CHECK(reader.session.forward.size() == 1);
  reader.Do(ShowView{ViewId::kMap});
  CHECK(reader.session.forward.empty());
}

TEST_CASE("each part of a place is one", "[view][session][reset]") {
  for (const auto& [key, value] : {std::pair{"v", "claims"},
                                   {"sel", "c-1"},
                                   {"doc", "d-post"},
                                   {"why", "a-clerk"},
                                   {"step", "q-1"}}) {
    Reader reader;
    reader.Do(SetField{key, value});
    INFO(key);
    CHECK(reader.session.back.size() == 1);
    reader.Do(Back{});
    CHECK(reader.session.state == ViewState());
    reader.Do(Forward{});
    CHECK(reader.link() == std::string(key) + "=" + value);
  }
  for (const auto& [key, value] : {std::pair{"on", "storm-ends"},
                                   {"q", "x"},
                                   {"cam", "1,1,50"},
                                   {"sort", "holder"},
                                   {"text", "150"}}) {
    Reader reader;
    reader.Do(SetField{key, value});
    INFO(key);
    CHECK(reader.session.back.empty());
  }
}

TEST_CASE("a link names up to five records that are not there, and counts the rest",
          "[view][session]") {
  const auto notices = [](int unknown) {
    std::string link = "on=";
    for (int i = 0; i < unknown; ++i) link += (i > 0 ? "," : "") + ("gone-" + std::to_string(i));
    return Reader(link).session.notices;
  };
  CHECK(notices(1).size() == 1);
  CHECK(notices(5).size() == 5);
  CHECK(notices(6).size() == 6);
  CHECK(notices(6).back().find("1 further record of") != std::string::npos);
  CHECK(notices(9).size() == 6);
  CHECK(notices(9).back().find("4 further records") != std::string::npos);
  for (const char* field : {"t", "sel", "doc", "on", "off"})
    CHECK(Reader(std::string(field) + "=gone").session.notices.size() == 1);
  CHECK(Reader("sel=gone~gone2").session.notices.size() == 2);
  CHECK(Reader("sel=gone~gone").session.notices.size() == 1);  // The same is told once.
  CHECK(Reader("sel=c-1~gone").session.notices.size() == 1);
  CHECK(Reader("beside=1&beside-on=gone&beside-off=gone2").session.notices.size() == 2);
}

TEST_CASE("only addresses of the web are opened", "[view][session]") {
  for (const auto& [url, opened] : {std::pair{"https://example.org/", true},
                                    {"http://example.org/", true},
                                    {"javascript:alert(1)", false},
                                    {"ftp://x", false},
                                    {"https:/x", false},
                                    {"", false},
                                    {" https://x", false}}) {
    Reader reader;
    reader.Do(OpenUrl{url});
    INFO(url);
    CHECK((reader.effects.size() == 1) == opened);
    CHECK((reader.session.notices.size() == 1) == !opened);
  }
}

TEST_CASE("a place to scroll to is a number, and not before the top", "[view][session]") {
  Reader reader;
  reader.Do(ScrollTo{"stage", 12.5f});
  CHECK(reader.session.scroll.at("stage") == 12.5f);
  reader.Do(ScrollTo{"stage", -3});
  CHECK(reader.session.scroll.at("stage") == 0);
  reader.Do(ScrollTo{"stage", 7}).Do(ScrollTo{"stage", std::numeric_limits<float>::infinity()});
  reader.Do(ScrollTo{"stage", std::numeric_limits<float>::quiet_NaN()});
  CHECK(reader.session.scroll.at("stage") == 7);
}

TEST_CASE("which commands close the palette", "[view][session]") {
  const auto closes = [](const Command& command) {
    Reader reader;
    reader.Do(ShowDialog{Dialog::kPalette}).Do(command);
    return reader.session.dialog == Dialog::kNone;
  };
  CHECK(closes(Select{"c-1"}));
  CHECK(closes(ShowView{ViewId::kMap}));
  CHECK(closes(SetField{"sort", "holder", true}));
  CHECK(closes(SetTheme{ThemeId::kDark}));
  CHECK(closes(Undo{}));
  CHECK_FALSE(closes(Suppose{"storm-ends", Lever::kOn}));
  CHECK_FALSE(closes(CycleLever{"storm-ends"}));
  CHECK_FALSE(closes(SetPaletteWords{"x"}));
  CHECK_FALSE(closes(Focus{"x"}));
  CHECK_FALSE(closes(ScrollTo{"dialog", 3}));
  CHECK_FALSE(closes(Tell{"x"}));
  CHECK_FALSE(closes(DismissNotices{}));
  // Other dialogs are closed by going to a view alone, notes also by what they open.
  const auto stays = [](Dialog dialog, const Command& command) {
    Reader reader;
    reader.Do(AddBookmark{"b"}).Do(ShowDialog{dialog}).Do(command);
    return reader.session.dialog == dialog;
  };
  CHECK(stays(Dialog::kSettings, Select{"c-1"}));
  CHECK_FALSE(stays(Dialog::kSettings, ShowView{ViewId::kMap}));
  CHECK_FALSE(stays(Dialog::kNotes, Select{"c-1"}));
  CHECK_FALSE(stays(Dialog::kNotes, OpenBookmark{0}));
  CHECK(stays(Dialog::kNotes, SetField{"sort", "holder", true}));
}

}  // namespace proviso::view
