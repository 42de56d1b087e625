#include "core/state/copies.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/io/load.h"
#include "core/state/copy_check.h"
#include "core/state/update.h"
#include "core/views/sources/copy_flow.h"
#include "core/views/sources/copy_model.h"
#include "core/window/around/inspector_model.h"
#include "core/window/build_frame.h"
#include "core/window/keys.h"
#include "tests/support/files.h"
#include "tests/support/harbour.h"

namespace proviso::view {
namespace {

Library Sample(const std::string& name) {
  Result<io::Loaded> loaded = io::Load(test::ReadFile("data/samples/" + name + ".json"));
  REQUIRE(loaded.ok());
  return Library(std::move(loaded->dataset));
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// A reader of the invented briefing or report, with its text at hand.
struct Reader {
  explicit Reader(const std::string& name = "worked-example")
      : library(Sample(name)), text(test::ReadFile("data/samples/" + name + ".txt")) {}

  Reader& Do(const Command& command) {
    Update(library, command, session, effects);
    return *this;
  }
  Reader& Offer(std::string bytes) {
    return Do(
        OfferCopy{std::string(library.dataset.documents[0].id), "mine.txt", std::move(bytes)});
  }
  PassageId Passage(std::string_view id) const { return PassageId(library.dataset.Find(id).index); }
  CheckState State(std::string_view passage) const {
    return CheckOf(library, session, Passage(passage)).state;
  }
  std::string Words(std::string_view passage) const {
    return CheckOf(library, session, Passage(passage)).words;
  }
  std::string Totals() const { return TotalsWords(library, session, DocumentId(0)); }
  CopyModel Own() const { return BuildCopyModel(library, session, ShownCopy(library, session)); }
  Frame Picture(float width = 1440, float height = 900, FrameCache* cache = nullptr) const {
    return BuildFrame(library, session, {width, height}, measure, cache);
  }

  Library library;
  std::string text;
  Session session;
  std::vector<Effect> effects;
  TableMeasure measure;
};

std::string OneMoreNot(const std::string& text) {
  return Replaced(text, "would very probably", "would not very probably");
}

}  // namespace

TEST_CASE("without a copy nothing is checked, and that is said", "[sources]") {
  Reader reader;
  CHECK(reader.Words("p-1") == "Not checked: load your copy");
  CHECK(reader.Totals() == "Your copy of text A: 4 not checked.");
  CHECK(NextProblem(reader.library, reader.session).empty());
  const SourcesModel model = BuildSourcesModel(reader.library, reader.session);
  REQUIRE(model.cards.at(0).totals.size() == 1);
  CHECK(model.cards[0].totals[0].words == "4 not checked");
  CHECK(model.box.title == "Drop your copy of text A here");
  CHECK_FALSE(model.problem.has_value());
}

TEST_CASE("the coder’s own text is found letter for letter, in every place that says so",
          "[sources]") {
  Reader reader;
  reader.Offer(reader.text);
  CHECK(reader.session.announcement == "Your copy of text A: 4 found.");
  CHECK(reader.session.state.view == ViewId::kSources);
  CHECK(reader.session.copies.shown);
  CHECK(reader.Words("p-2") == "Found, letter for letter");
  const SourcesModel model = BuildSourcesModel(reader.library, reader.session);
  CHECK(model.cards.at(0).totals.at(0).words == "4 found");
  CHECK(model.paragraphs.at(0).bars.at(0).words.find("Found, letter for letter") !=
        std::string::npos);

  reader.Do(Select{"c-2"});
  const auto inspector = BuildInspectorModel(reader.library, reader.session);
  REQUIRE(inspector);
  CHECK_FALSE(inspector->check.has_value());
  CHECK(std::any_of(inspector->facts.begin(), inspector->facts.end(), [](const Fact& fact) {
    return fact.label == "Copy" && fact.values.at(0).text == "Found, letter for letter";
  }));
  // The chip that leads to the place says it as well.
  const Frame frame = reader.Picture();
  int chips = 0;
  for (const Panel& panel : frame.panels)
    for (const Item& item : panel.scene.items)
      if (item.press && item.press->Is<OpenPlace>() && (item.press)->As<OpenPlace>()->id == "p-2") {
        CHECK(item.description == "Found, letter for letter");
        ++chips;
      }
  CHECK(chips > 0);
}

TEST_CASE("a copy is in no link and no step of undo", "[sources]") {
  Reader reader;
  reader.Do(ShowView{ViewId::kSources}).Do(ShowDocument{"d-brief"});
  const std::string link = EncodeLink(reader.session.state);
  const std::size_t steps = reader.session.undo.size();
  reader.Offer(reader.text);
  CHECK(EncodeLink(reader.session.state) == link);
  CHECK(reader.session.undo.size() == steps);
  reader.Do(DropCopy{"d-brief"});
  CHECK(reader.State("p-1") == CheckState::kUnchecked);
  CHECK(reader.session.copies.by_document.empty());
}

TEST_CASE("one “not” makes a question, which only a person answers, and never a find",
          "[sources]") {
  Reader reader;
  reader.Offer(OneMoreNot(reader.text));
  CHECK(reader.State("p-1") == CheckState::kAltered);
  CHECK(reader.Words("p-1") ==
        "The wording is not the coder’s. 7 of 8 marks agree. Read it before you accept it.");
  CHECK(reader.Totals() == "Your copy of text A: 3 moved, 1 altered?");
  CHECK(NextProblem(reader.library, reader.session) == "p-1");
  reader.Do(Select{"c-1"});
  auto inspector = BuildInspectorModel(reader.library, reader.session);
  REQUIRE(inspector->check);
  REQUIRE(inspector->check->actions.size() == 3);
  CHECK(inspector->check->actions[1].words == "Same sense");
  CHECK(inspector->check->actions[2].words == "Not the same");

  const ViewState before = reader.session.state;
  reader.Do(inspector->check->actions[1].command);
  CHECK(reader.State("p-1") == CheckState::kAccepted);
  CHECK(reader.Totals() == "Your copy of text A: 3 moved, 1 accepted by you.");
  CHECK(NextProblem(reader.library, reader.session).empty());
  CHECK(reader.session.state == before);
  CHECK(EncodeLink(reader.session.state) == EncodeLink(before));
  CHECK(reader.session.undo.back().done == "text A, paragraph 2: same sense");

  reader.Do(Undo{});
  CHECK(reader.State("p-1") == CheckState::kAltered);
  reader.Do(Redo{});
  CHECK(reader.State("p-1") == CheckState::kAccepted);
  reader.Do(AcceptPassage{"p-1", Acceptance::kNotTheSame, 0});
  CHECK(reader.State("p-1") == CheckState::kRejected);
  reader.Do(AcceptPassage{"p-1", Acceptance::kNone, 0});
  CHECK(reader.State("p-1") == CheckState::kAltered);

  SECTION("what was said of one copy does not hold for another") {
    reader.Do(AcceptPassage{"p-1", Acceptance::kSameSense, 0});
    reader.Offer(Replaced(reader.text, "would very probably", "would never very probably"));
    CHECK(reader.State("p-1") == CheckState::kAltered);
  }
  SECTION("what was found, moved or never coded takes no answer") {
    const std::size_t steps = reader.session.undo.size();
    reader.Do(AcceptPassage{"p-2", Acceptance::kSameSense, 0});
    reader.Do(AcceptPassage{"c-1", Acceptance::kSameSense, 0});
    reader.Do(AcceptPassage{"p-1", Acceptance::kThisPlace, 0});
    CHECK(reader.session.undo.size() == steps);
    CHECK(reader.State("p-2") == CheckState::kMoved);
  }
}

TEST_CASE("moved says where to, ambiguous asks which, missing is named between its neighbours",
          "[sources]") {
  Reader reader;
  SECTION("moved") {
    reader.Offer("A new first line, which nobody coded.\n\n" + reader.text);
    CHECK(reader.Words("p-1") == "Same words, now in ¶3");
    CHECK(reader.Words("p-4") == "Same words, now in ¶4");
  }
  SECTION("ambiguous") {
    reader.Offer(reader.text + "\n" + reader.text);
    CHECK(reader.Words("p-3") == "Found twice. Which one?");
    const auto question = QuestionOf(reader.library, reader.session, reader.Passage("p-3"));
    REQUIRE(question);
    REQUIRE(question->actions.size() == 3);
    CHECK(question->actions[2].words == "The one in ¶6");
    reader.Do(question->actions[2].command);
    CHECK(reader.Words("p-3") == "Found twice; you chose the one in ¶6");
    reader.Do(Undo{});
    CHECK(reader.State("p-3") == CheckState::kAmbiguous);
  }
  SECTION("missing") {
    const std::size_t from = reader.text.find("Officials"), to = reader.text.find("Heavy");
    reader.Offer(reader.text.substr(0, from) + "\n\n" + reader.text.substr(to));
    CHECK(reader.Words("p-2") == "Not in your copy");
    const CopyModel own = reader.Own();
    REQUIRE(own.gaps.size() == 1);
    CHECK(own.gaps[0].paragraph == 2);
    CHECK(own.gaps[0].words.find("Not in your copy: A ¶2") == 0);
    CHECK(own.marks.size() == 3);
    CHECK(NextProblem(reader.library, reader.session) == "p-2");
  }
}

TEST_CASE("N goes from problem to problem and round again", "[sources]") {
  Reader reader;
  reader.Offer(Replaced(OneMoreNot(reader.text), "None has been seen", "None was ever seen"));
  const KeyPress key{"n", false, false, false, false};
  std::vector<std::string> met;
  for (int i = 0; i < 3; ++i) {
    for (const Command& command : OnKey(reader.library, reader.session, reader.Picture(), key))
      reader.Do(command);
    met.push_back(reader.session.state.selection);
  }
  CHECK(met == std::vector<std::string>{"p-1", "p-4", "p-1"});
  reader.Do(ShowView{ViewId::kClaims});
  CHECK(OnKey(reader.library, reader.session, reader.Picture(), key).empty());
}

TEST_CASE("a text that is not this one is asked about, not taken", "[sources]") {
  Reader reader;
  const std::string other = test::ReadFile("data/samples/everything.txt");
  reader.Offer(other);
  REQUIRE(reader.session.copies.offered);
  CHECK(reader.session.announcement.find("This does not look like text A") == 0);
  CHECK(reader.session.announcement.find("0 of 4 passages found.") != std::string::npos);
  CHECK(reader.State("p-1") == CheckState::kUnchecked);
  const SourcesModel model = BuildSourcesModel(reader.library, reader.session);
  CHECK(model.box.question);
  REQUIRE(model.box.actions.size() == 2);
  CHECK(model.box.actions[0].words == "Keep it anyway");
  SECTION("kept") {
    reader.Do(model.box.actions[0].command);
    CHECK(reader.State("p-1") == CheckState::kMissing);
    CHECK_FALSE(reader.session.copies.offered.has_value());
  }
  SECTION("left") {
    reader.Do(model.box.actions[1].command);
    CHECK(reader.State("p-1") == CheckState::kUnchecked);
    CHECK_FALSE(reader.session.copies.offered.has_value());
  }
  SECTION("the right text answers as well") {
    reader.Offer(reader.text);
    CHECK(reader.State("p-1") == CheckState::kFound);
    CHECK_FALSE(reader.session.copies.offered.has_value());
  }
}

TEST_CASE("a text that nothing is said about goes to the document that it fits", "[sources]") {
  Reader reader;
  reader.Do(OfferCopy{"", "mine.txt", reader.text});
  CHECK(reader.State("p-1") == CheckState::kFound);
  CHECK(reader.session.state.view == ViewId::kSources);
  const Dataset& dataset = reader.library.dataset;
  CHECK(dataset[ShownDocument(dataset, reader.session.state)].id == "d-brief");
  reader.Do(DropCopy{"d-brief"}).Do(OfferCopy{"", "other.txt", "Quite another matter."});
  CHECK(reader.session.copies.offered.has_value());
}

TEST_CASE("a text that is not UTF-8 says so, and can be read as what it is", "[sources]") {
  Reader reader;
  SECTION("Windows-1252") {
    // 0x92 is the apostrophe of old Windows programs, 0xE9 an e with an acute.
    reader.Offer(Replaced(reader.text, "briefing", "caf\xE9\x92s briefing"));
    REQUIRE(reader.session.copies.offered);
    CHECK(reader.session.announcement.find("This text is not UTF-8: line 1, column 14") == 0);
    const SourcesModel model = BuildSourcesModel(reader.library, reader.session);
    REQUIRE(model.box.actions.size() == 2);
    CHECK(model.box.actions[0].words == "Read it as Windows-1252");
    reader.Do(model.box.actions[0].command);
    CHECK(reader.State("p-3") == CheckState::kMoved);
    CHECK(ToUtf8(ShownCopy(reader.library, reader.session)->text).find("café's") !=
          std::string::npos);
  }
  SECTION("UTF-16 has a mark and needs no question") {
    for (const bool big : {true, false}) {
      std::string wide = big ? "\xFE\xFF" : "\xFF\xFE";
      for (const char c : reader.text) wide += big ? std::string{'\0', c} : std::string{c, '\0'};
      reader.Offer(wide);
      CHECK(reader.State("p-1") == CheckState::kFound);
    }
  }
  SECTION("a PDF is named as one") {
    reader.Offer("%PDF-1.7\n\xE2\xE3\xCF\xD3");
    CHECK(reader.session.announcement.find("This is a PDF.") == 0);
  }
  CHECK(FromWindows1252("\x80\xFF\x81") == "\u20AC\u00FF\uFFFD");
  CHECK(FromUtf16(std::string_view("\xFF\xFE\x3D\xD8", 4)) == "\uFFFD");
  CHECK(FromUtf16(std::string_view("\xFF\xFE\x3D\xD8\x00\xDE", 6)) == "\U0001F600");
}

TEST_CASE("the copy has its own paragraphs, and every mark stands on the passage’s letters",
          "[sources]") {
  Reader reader("everything");
  std::string lines = reader.text;  // Every line a paragraph, none of them empty.
  for (std::size_t at = 0; (at = lines.find("\n\n", at)) != std::string::npos;)
    lines.replace(at, 2, "\r\n");
  const std::string same = reader.text;
  for (const std::string& bytes : {same, "New.\n\n" + same, lines}) {
    reader.Offer(bytes);
    const CopyModel own = reader.Own();
    const Copy& copy = *own.copy;
    CHECK(copy.paragraphs.size() == (bytes[0] == 'N' ? 6 : 5));
    std::uint32_t at = 0;
    for (const locate::Place& paragraph : copy.paragraphs) {
      CHECK(paragraph.start == at);
      CHECK(paragraph.end > paragraph.start);
      at = paragraph.end + 1;
    }
    CHECK(at == copy.text.size() + 1);
    const std::u32string coded = Norm1(reader.text);
    CHECK(own.marks.size() + own.gaps.size() >= reader.library.dataset.passages.size());
    CHECK(own.gaps.empty());
    for (const CopyMark& mark : own.marks) {
      const Passage& passage = reader.library.dataset[reader.Passage(mark.id)];
      CHECK(std::u32string_view(copy.text).substr(mark.start, mark.end - mark.start) ==
            std::u32string_view(coded).substr(passage.start, passage.end - passage.start));
    }
    CHECK(std::is_sorted(own.marks.begin(), own.marks.end(),
                         [](const CopyMark& a, const CopyMark& b) { return a.start < b.start; }));
  }
}

TEST_CASE("a band leads to its claim, and a claim to its band", "[sources]") {
  Reader reader;
  reader.Offer(reader.text);
  const Frame frame = reader.Picture();
  const Found band = FindItem(frame, "copy/p-2/1");
  REQUIRE(band.item != nullptr);
  CHECK(band.panel->name == "Your copy");
  CHECK(band.item->name.find("Found, letter for letter. ") == 0);
  reader.Do(*band.item->press);
  CHECK(reader.session.state.selection == "c-2");
  reader.Do(ShowView{ViewId::kClaims}).Do(OpenPlace{"c-2"});
  const Frame back = reader.Picture();
  CHECK(FindItem(back, "copy/p-2/1").item->selected == Tri::kYes);
  CHECK(FindItem(back, "copy/p-1/1").item->selected == Tri::kNo);
  // The words themselves are there for who cannot see them, paragraph by paragraph.
  const Found words = FindItem(back, "copy/paragraph/3");
  REQUIRE(words.item != nullptr);
  CHECK(words.item->name ==
        "Heavy trade penalties from Europe would weigh against shipments. None has been seen so "
        "far.");
}

TEST_CASE("of a long copy only what is in sight is drawn, and what is selected is in sight",
          "[sources]") {
  Reader reader;
  std::string filler;
  for (int i = 0; i < 5'000; ++i)
    filler += "Filler number " + std::to_string(i) + " stands here.\n\n";
  reader.Offer(filler + reader.text);
  CHECK(reader.State("p-4") == CheckState::kMoved);
  FrameCache cache;
  for (const char* claim : {"", "c-4"}) {
    if (*claim != 0) reader.Do(OpenPlace{claim});
    const Frame kept = reader.Picture(1440, 900, &cache), fresh = reader.Picture();
    const Found panel = FindItem(kept, "outline/mode");
    REQUIRE(panel.panel != nullptr);
    CHECK(panel.panel->scene.items.size() < 200);
    CHECK(panel.panel->scene.height > 100'000);
    // A cache changes nothing but the time.
    const Found again = FindItem(fresh, "outline/mode");
    REQUIRE(again.panel->scene.items.size() == panel.panel->scene.items.size());
    for (std::size_t i = 0; i < again.panel->scene.items.size(); ++i)
      CHECK(again.panel->scene.items[i].name == panel.panel->scene.items[i].name);
    const Found band = FindItem(kept, "copy/p-4/1");
    CHECK((band.item != nullptr) == (*claim != 0));
    if (band.item != nullptr) {
      CHECK(band.item->rect.y >= band.panel->scroll_y);
      CHECK(band.item->rect.bottom() <= band.panel->scroll_y + band.panel->rect.h);
    }
  }
}

TEST_CASE("each passage is counted once, in its paragraph, its document and the words",
          "[sources]") {
  for (const std::string& change :
       {std::string("May"), std::string("quay"), std::string("guild")}) {
    Reader reader("everything");
    reader.Offer(Replaced(reader.text, change, "Juno"));
    const SourcesModel model = BuildSourcesModel(reader.library, reader.session);
    std::vector<std::uint32_t> counted(kCheckStateCount), paragraphs(kCheckStateCount);
    for (const Passage& passage : reader.library.dataset.passages)
      ++counted[static_cast<std::size_t>(reader.State(passage.id))];
    for (const SourceParagraph& paragraph : model.paragraphs)
      for (const StateCount& count : paragraph.counts)
        paragraphs[static_cast<std::size_t>(count.state)] += count.count;
    CHECK(paragraphs == counted);
    std::vector<std::uint32_t> card(kCheckStateCount);
    for (const StateCount& count : model.cards.at(0).totals)
      card[static_cast<std::size_t>(count.state)] = count.count;
    CHECK(card == counted);
    CHECK(counted[static_cast<std::size_t>(CheckState::kFound)] <
          reader.library.dataset.passages.size());
  }
}

TEST_CASE("another size of type or width breaks the copy anew; nothing else does", "[sources]") {
  Reader reader;
  reader.Offer(reader.text);
  FrameCache cache;
  reader.Picture(1440, 900, &cache);
  const std::size_t rows = cache.Kept<CopyFlow>().rows.size();
  CHECK(rows >= 3);
  reader.Do(Select{"c-1"});
  reader.Picture(390, 844, &cache);
  CHECK(cache.Kept<CopyFlow>().rows.size() > rows);
  for (std::size_t i = 1; i < cache.Kept<CopyFlow>().rows.size(); ++i)
    CHECK(cache.Kept<CopyFlow>().rows[i].start >= cache.Kept<CopyFlow>().rows[i - 1].end);
}

}  // namespace proviso::view
