#include "core/state/session.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "core/state/steps.h"
#include "core/state/update.h"
#include "tests/support/harbour.h"
#include "tests/support/random_state.h"

using namespace proviso;
using namespace proviso::view;

namespace {

/// A session with its library, to which commands are given one by one.
struct Reader {
  Library library = test::Harbour();
  Session session;
  std::vector<Effect> effects;

  Reader& Do(const Command& command) {
    Update(library, command, session, effects);
    return *this;
  }
  const ViewState& state() const { return session.state; }
  bool Noted(std::string_view words) const {
    return std::any_of(session.notices.begin(), session.notices.end(),
                       [&](const auto& notice) { return notice.find(words) != std::string::npos; });
  }
};

const std::vector<std::string> kOnStorm{"storm-ends"};

class RandomCommand {
 public:
  Command Next() {
    switch (Below(30)) {
      case 0:
        return ShowView{static_cast<ViewId>(Below(kViewCount))};
      case 1:
        return Select{Some()};
      case 2:
        return OpenPlace{Some()};
      case 3:
        return Suppose{Some(), static_cast<Lever>(Below(3))};
      case 4:
        return CycleLever{Some()};
      case 5:
        return ClearSuppositions{};
      case 6:
        return SetField{"t", EncodedText(Some()), true};
      case 7:
        return SetStrict{Below(2) == 0};
      case 8:
        return ToggleFilter{static_cast<query::Facet>(Below(query::kFacetCount)), Some()};
      case 9:
        return ClearFilter{static_cast<query::Facet>(Below(query::kFacetCount))};
      case 10:
        return ClearFilters{};
      case 11:
        return SetWords{Some()};
      case 12:
        return SetField{"sort", std::string(Word(static_cast<ClaimSort>(Below(4)))), true};
      case 13:
        return SetField{"group", std::string(Word(static_cast<ClaimGroup>(Below(4)))), true};
      case 14:
        return ShowDocument{Some()};
      case 15:
        return SetTextPercent{static_cast<int>(Below(400))};
      case 16: {
        ViewState state;
        state.view = static_cast<ViewId>(Below(kViewCount));
        state.on = {Some(), Some()};
        state.claims.words = Some();
        return SetState{state};
      }
      case 17:
        return Undo{};
      case 18:
        return Redo{};
      case 19:
        return Back{};
      case 20:
        return Forward{};
      case 21:
      case 22:
      case 23:
        return AnyField();
      case 24:
        return SetState{states_.Next()};
      case 25: {
        constexpr const char* kNotes[]{"", "look again", "cf. page 3"};
        return SetNote{Some(), kNotes[Below(3)]};
      }
      case 26:
        if (Below(2) == 0) return RemoveBookmark{Below(4)};
        return AddBookmark{Some()};
      case 27:
        return SetBrush{Below(2) == 0 ? "2023-03" : "", Below(2) == 0 ? "2023-05" : ""};
      case 28:
        return SetCamera{{static_cast<std::int32_t>(Below(90)), 7, 100}};
      case 29:
        switch (Below(5)) {
          case 0:
            return KeepBeside{};
          case 1:
            return DropBeside{};
          case 2:
            return SwapBeside{};
          case 3:
            return OpenBookmark{Below(4)};
          default:
            return Below(9) == 0 ? Command(RemoveNotes{}) : Command(NameBookmark{Some()});
        }
      default:
        return SetTheme{static_cast<ThemeId>(Below(4))};
    }
  }

 private:
  std::size_t Below(std::size_t n) { return random_() % n; }
  std::string Some() {
    constexpr const char* kIds[]{
        "",        "storm-ends", "storm-lasts", "fees-rise", "harbour-opens",
        "a-clerk", "c-1",        "c-3",         "d-post",    "t-water",
        "p-2",     "k-1",        "nobody",      "likely",    "none"};
    return kIds[Below(std::size(kIds))];
  }

  /// One field of any state, as a link says it.
  Command AnyField() {
    const std::string link = EncodeLink(states_.Next());
    std::vector<std::string> parts;
    for (std::size_t from = 0; from < link.size();) {
      const std::size_t end = std::min(link.find('&', from), link.size());
      parts.push_back(link.substr(from, end - from));
      from = end + 1;
    }
    if (parts.empty()) return SetField{"q", "storm"};
    const std::string& part = parts[Below(parts.size())];
    const std::size_t equals = part.find('=');
    return SetField{part.substr(0, equals), part.substr(equals + 1)};
  }

  std::mt19937 random_{4711};
  RandomState states_{815};
};

}  // namespace

TEST_CASE("the newest edit can be undone however large it is") {
  Reader reader;
  const auto edit = [&](std::size_t size) {
    const std::string before = reader.session.project ? reader.session.project->bytes : "{}";
    const char letter = before.find('a') == std::string::npos ? 'a' : 'b';
    Steps(reader.library, reader.session)
        .Edit(reader.state(), std::string(size, letter), before, "edited");
  };
  edit(10);
  edit(20);
  CHECK(reader.session.undo.size() == 2);
  edit(kMostStepBytes + 1);
  REQUIRE(reader.session.undo.size() == 1);
  reader.Do(Undo{});
  CHECK(reader.session.project->bytes == std::string(20, 'b'));
}

TEST_CASE("after any thousand commands undo leads back to the start, and redo to the end",
          "[view][session]") {
  Reader reader;
  RandomCommand random;
  for (int round = 0; round < 3; ++round) {
    const ViewState start =
        reader.session.undo.empty() ? reader.state() : reader.session.undo.front().state;
    const NotesPtr start_notes =
        reader.session.undo.empty() ? reader.session.notes : reader.session.undo.front().notes;
    for (int i = 0; i < 1000; ++i) {
      const ViewState before = reader.state();
      const NotesPtr notes = reader.session.notes;
      const std::size_t steps = reader.session.undo.size();
      const Command command = random.Next();
      reader.Do(command);
      const bool travels = command.Is<Undo>() || command.Is<Redo>();
      const bool same = reader.state() == before && *reader.session.notes == *notes;
      if (same && !travels) CHECK(reader.session.undo.size() == steps);
      if (!same && !travels) CHECK(reader.session.redo.empty());
      ViewState normal = reader.state();
      Normalise(&normal);
      REQUIRE(reader.state() == normal);
    }
    const ViewState end = reader.state();
    const Notes end_notes = *reader.session.notes;
    const std::size_t steps = reader.session.undo.size();
    REQUIRE(steps > 10);
    while (!reader.session.undo.empty()) reader.Do(Undo{});
    CHECK(reader.state() == start);
    CHECK(*reader.session.notes == *start_notes);
    for (std::size_t i = 0; i < steps; ++i) reader.Do(Redo{});
    CHECK(reader.state() == end);
    CHECK(*reader.session.notes == end_notes);
  }
}

TEST_CASE("what is told again is told once, as the newest", "[view][session]") {
  Reader reader;
  reader.Do(FollowLink{"sel=no-such-record"}).Do(Tell{"Something else."});
  REQUIRE(reader.session.notices.size() == 2);
  reader.Do(FollowLink{"sel=no-such-record"});
  REQUIRE(reader.session.notices.size() == 2);
  CHECK(reader.session.notices.front() == "Something else.");
  CHECK(reader.session.notices.back().find("no-such-record") != std::string::npos);
  CHECK(reader.session.announcement == reader.session.notices.back());  // And is heard again.
}

TEST_CASE("undo says what it undoes", "[view][session]") {
  Reader reader;
  reader.Do(Suppose{"storm-ends", Lever::kOn});
  CHECK(
      reader.session.announcement ==
      "“The storm ends”: on. 2 voices changed. The clerk: very likely. The island: need not change "
      "it.");
  CHECK(reader.session.undo.back().done == "“The storm ends”: on");
  reader.Do(Undo{});
  CHECK(reader.session.announcement == "Undid: “The storm ends”: on.");
  CHECK(reader.state() == ViewState{});
  reader.Do(Redo{});
  CHECK(reader.state().on == kOnStorm);
}

TEST_CASE("a lever goes from open to on to off and is open again", "[view][session]") {
  Reader reader;
  reader.Do(CycleLever{"fees-rise"});
  CHECK(LeverOf(reader.state(), "fees-rise") == Lever::kOn);
  reader.Do(CycleLever{"fees-rise"});
  CHECK(LeverOf(reader.state(), "fees-rise") == Lever::kOff);
  reader.Do(CycleLever{"fees-rise"});
  CHECK(LeverOf(reader.state(), "fees-rise") == Lever::kOpen);
}

TEST_CASE("what a supposition excludes cannot be supposed, and is not stored", "[view][session]") {
  Reader reader;
  reader.Do(Suppose{"storm-ends", Lever::kOn});
  CHECK(reader.state().off.empty());
  reader.Do(Suppose{"storm-lasts", Lever::kOn});
  CHECK(reader.state().on == kOnStorm);
  CHECK(reader.Noted("“The storm lasts” is off, by definition"));
  reader.Do(Suppose{"storm-lasts", Lever::kOff});
  CHECK(LeverOf(reader.state(), "storm-lasts") == Lever::kOff);

  SECTION("nor through a link, of which the first stays") {
    Reader other;
    OpenLink(other.library, "on=storm-lasts,storm-ends", other.session, other.effects);
    CHECK(other.state().on == kOnStorm);
    CHECK(other.Noted("“The storm lasts” is left open"));
  }
}

TEST_CASE("typing in one field is one step of undo", "[view][session]") {
  Reader reader;
  for (const char* words : {"s", "st", "sto", "stor", "storm"}) reader.Do(SetWords{words});
  CHECK(reader.session.undo.size() == 1);
  CHECK(reader.session.undo.back().done == "words “storm”");
  reader.Do(SetField{"sort", "place", true}).Do(SetWords{"storms"});
  CHECK(reader.session.undo.size() == 3);
  reader.Do(Undo{});
  CHECK(reader.state().claims.words == "storm");

  SECTION("and typing back to where it began leaves none") {
    Reader other;
    other.Do(SetWords{"s"}).Do(SetWords{""});
    CHECK(other.session.undo.empty());
  }
}

TEST_CASE("back and forward move between places and leave levers and filters alone",
          "[view][session]") {
  Reader reader;
  reader.Do(ShowView{ViewId::kClaims}).Do(Select{"c-1"});
  reader.Do(Suppose{"fees-rise", Lever::kOn}).Do(ShowView{ViewId::kActors});
  reader.Do(Back{});
  CHECK(reader.state().view == ViewId::kClaims);
  CHECK(reader.state().selection == "c-1");
  CHECK(LeverOf(reader.state(), "fees-rise") == Lever::kOn);
  reader.Do(Back{}).Do(Back{});
  CHECK(reader.state().view == ViewId::kWhatIf);
  CHECK(reader.session.back.empty());
  reader.Do(Forward{}).Do(Forward{}).Do(Forward{});
  CHECK(reader.state().view == ViewId::kActors);
  CHECK(reader.session.forward.empty());
}

TEST_CASE("a new place ends the way forward", "[view][session]") {
  Reader reader;
  reader.Do(ShowView{ViewId::kClaims}).Do(Back{}).Do(ShowView{ViewId::kSources});
  CHECK(reader.session.forward.empty());
  reader.Do(Forward{});
  CHECK(reader.state().view == ViewId::kSources);
}

TEST_CASE("opening a place shows its text and keeps the record selected", "[view][session]") {
  Reader reader;
  reader.Do(OpenPlace{"c-5"});
  CHECK(reader.state().view == ViewId::kSources);
  CHECK(reader.state().document == "d-post");
  CHECK(reader.state().selection == "c-5");
  reader.Do(OpenPlace{"k-3"});
  CHECK(reader.state().document == "d-log");
  const ViewState before = reader.state();
  reader.Do(OpenPlace{"nobody"});
  CHECK(reader.state() == before);
  CHECK(reader.Noted("No passage is coded for “nobody”."));
}

TEST_CASE("a view that no version has is answered with a notice", "[view][session]") {
  Reader other;
  OpenLink(other.library, "v=outline&on=fees-rise", other.session, other.effects);
  CHECK(other.state().view == ViewId::kWhatIf);
  CHECK(LeverOf(other.state(), "fees-rise") == Lever::kOn);
  CHECK(other.Noted("outline"));
}

TEST_CASE("a link keeps what this dataset lacks and says so", "[view][session]") {
  Reader reader;
  OpenLink(reader.library, "sel=c-99&on=x-99&zzz=1", reader.session, reader.effects);
  CHECK(reader.state().selection == "c-99");
  CHECK(reader.state().on == std::vector<std::string>{"x-99"});
  CHECK(reader.Noted("no record “c-99”"));
  CHECK(reader.Noted("no record “x-99”"));
  CHECK(reader.Noted("zzz"));
  reader.Do(DismissNotices{});
  CHECK(reader.session.notices.empty());
  reader.Do(Undo{});
  CHECK(reader.state() == ViewState{});
}

TEST_CASE("what only changes the screen is not undone", "[view][session]") {
  Reader reader;
  reader.Do(SetTheme{ThemeId::kDark}).Do(ShowDialog{Dialog::kKeys}).Do(Focus{"x"});
  reader.Do(ScrollTo{"stage", 30}).Do(SetPaletteWords{"storm"});
  CHECK(reader.session.undo.empty());
  CHECK(reader.session.theme == ThemeId::kDark);
  CHECK(reader.session.scroll["stage"] == 30.0f);
  reader.Do(ScrollTo{"stage", -5});
  CHECK(reader.session.scroll["stage"] == 0.0f);
  reader.Do(ScrollTo{"stage", std::numeric_limits<float>::quiet_NaN()});
  CHECK(reader.session.scroll["stage"] == 0.0f);
}

TEST_CASE("a dialog gives the focus back when it closes", "[view][session]") {
  Reader reader;
  reader.Do(Focus{"claims/row/c-1"}).Do(ShowDialog{Dialog::kPalette});
  CHECK(reader.session.focus == "palette-words");
  reader.Do(SetPaletteWords{"storm"});
  reader.Do(CycleLever{"storm-ends"});
  CHECK(reader.session.dialog == Dialog::kPalette);
  reader.Do(Select{"c-2"});
  CHECK(reader.session.dialog == Dialog::kNone);
  CHECK(reader.session.focus == "claims/row/c-1");
  CHECK(reader.session.announcement == "Looking at “Higher fees keep the harbour shut”.");
}

TEST_CASE("going to a view from the menu closes the menu; the theme leaves it open",
          "[view][session]") {
  Reader reader;
  reader.Do(ShowDialog{Dialog::kMenu}).Do(SetTheme{ThemeId::kDark});
  CHECK(reader.session.dialog == Dialog::kMenu);
  reader.Do(ShowView{ViewId::kActors});
  CHECK(reader.session.dialog == Dialog::kNone);
}

TEST_CASE("copied is said and shown once it is done, and goes with the next step",
          "[view][session]") {
  Reader reader;
  reader.Do(CopyText{"#v=claims", "the link to this view"});
  CHECK(reader.session.announcement.empty());
  CHECK(reader.session.notices.empty());
  reader.Do(Copied{"the link to this view", "", true});
  CHECK(reader.session.announcement == "Copied: the link to this view.");
  CHECK(reader.session.copied == "the link to this view");
  CHECK(reader.session.notices.empty());  // Its button says so.
  reader.Do(ForgetCopied{});
  CHECK(reader.session.copied.empty());
  // Where no button is there to say so, a notice does, until it is forgotten.
  reader.Do(CopyText{"#v=claims", "the link to this view", true});
  reader.Do(Copied{"the link to this view", "", true});
  CHECK(reader.Noted("Copied: the link to this view."));
  reader.Do(ScrollTo{"stage", 10});
  CHECK(reader.Noted("Copied: the link to this view."));
  reader.Do(ForgetCopied{});
  CHECK(reader.session.notices.empty());
}

TEST_CASE("words that are copied bring whose they are and where they stand", "[view][session]") {
  Reader reader;
  const Claim& claim = reader.library.dataset.claims[0];
  reader.Do(CopyWords{"some words", std::string(claim.id)});
  REQUIRE(reader.effects.size() == 1);
  const std::string& text = reader.effects[0].text;
  CAPTURE(text);
  CHECK(text.rfind("some words (", 0) == 0);
  CHECK(text.find(reader.library.dataset[claim.holder()].name) != std::string::npos);
  CHECK(text.find("paragraph") != std::string::npos);
  reader.Do(CopyWords{"of nobody", ""});
  CHECK(reader.effects.back().text == "of nobody");
}

TEST_CASE("what could not be copied is said so, and stays to be copied by hand",
          "[view][session]") {
  Reader reader;
  reader.Do(CopyText{"#v=claims", "the link to this view"});
  reader.Do(Copied{"the link to this view", "#v=claims", false});
  CHECK(reader.session.announcement == "Not copied: the link to this view. Copy it by hand.");
  CHECK(reader.Noted("Not copied: the link to this view. Copy it by hand. #v=claims"));
  reader.Do(ShowView{ViewId::kClaims});
  CHECK(reader.Noted("Not copied: the link to this view."));
}

TEST_CASE("copying and opening are asked of the platform", "[view][session]") {
  Reader reader;
  reader.Do(CopyText{"#v=claims", "the link to this view"});
  REQUIRE(reader.effects.size() == 1);
  CHECK(reader.effects[0].kind == Effect::Kind::kCopy);
  CHECK(reader.effects[0].name == "the link to this view");
  reader.Do(OpenUrl{"https://example.org"}).Do(OpenUrl{"javascript:alert(1)"});
  CHECK(reader.effects.size() == 2);
  CHECK(reader.Noted("Only addresses that begin with"));
}

TEST_CASE("a filter says how many claims it leaves", "[view][session]") {
  Reader reader;
  reader.Do(ToggleFilter{query::Facet::kDocument, "d-log"});
  CHECK(reader.session.announcement == "Filter Text: A Port log. 4 claims.");
  reader.Do(ToggleFilter{query::Facet::kDocument, "d-log"});
  CHECK(reader.state().claims.filter.empty());
  CHECK(reader.session.announcement == "Filters cleared. 12 claims.");
}
