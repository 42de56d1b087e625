#include "core/state/notes.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/canvas/frame.h"
#include "core/state/cite.h"
#include "core/state/state_file.h"
#include "core/state/update.h"
#include "core/window/around/inspector_model.h"
#include "core/window/build_frame.h"
#include "core/window/dialogs/notes_model.h"
#include "core/window/dialogs/share_model.h"
#include "tests/support/harbour.h"

namespace proviso::view {
namespace {

struct Reader {
  Library library = test::Harbour();
  Session session;
  std::vector<Effect> effects;

  Reader& Do(const Command& command) {
    Update(library, command, session, effects);
    return *this;
  }
  std::string Note(const std::string& record) const {
    const auto at = session.notes->by_record.find(record);
    return at == session.notes->by_record.end() ? std::string() : at->second;
  }
  /// What the platform was asked to keep last.
  std::string Kept() const {
    for (auto effect = effects.rbegin(); effect != effects.rend(); ++effect)
      if (effect->kind == Effect::Kind::kStoreNotes) return effect->text;
    return "nothing was asked";
  }
};

std::string File(const std::string& notes, const std::string& bookmarks = {}) {
  return R"({"format":"proviso-notes","formatVersion":"1.0","dataset":"harbour","notes":[)" +
         notes + R"(],"bookmarks":[)" + bookmarks + "]}";
}

}  // namespace

TEST_CASE("a note is kept at once, and typing it is one step of undo", "[view][notes]") {
  Reader reader;
  for (const char* text : {"l", "lo", "look", "look again"}) reader.Do(SetNote{"c-1", text});
  CHECK(reader.Note("c-1") == "look again");
  CHECK(ReadNotes(reader.Kept())->notes.by_record.at("c-1") == "look again");
  CHECK(reader.session.undo.size() == 1);
  reader.Do(SetNote{"c-2", "other"}).Do(Undo{});
  CHECK(reader.Note("c-2").empty());
  CHECK(reader.Note("c-1") == "look again");
  reader.Do(Undo{});
  CHECK(reader.session.notes->empty());
  CHECK(reader.Kept().empty());
  reader.Do(Redo{});
  CHECK(reader.Note("c-1") == "look again");
  CHECK(ReadNotes(reader.Kept())->notes.by_record.size() == 1);
}

TEST_CASE("notes are in no link, no state file, no citation and no export", "[view][notes]") {
  Reader reader;
  reader.Do(Select{"c-1"}).Do(SetNote{"c-1", "Private-Word"}).Do(AddBookmark{"Private-Word"});
  CHECK(LinkTo(reader.session, reader.session.state).find("Private") == std::string::npos);
  for (const Saved what : {Saved::kDataset, Saved::kState})
    CHECK(SavedFile(reader.library, reader.session, what).text.find("Private") ==
          std::string::npos);
  const RecordRef record = reader.library.dataset.Find("c-1");
  CHECK(CiteWords(reader.library, reader.session, record).find("Private") == std::string::npos);
  CHECK(ErrorReport(reader.library, reader.session, record).find("Private") == std::string::npos);
  CHECK(SavedFile(reader.library, reader.session, Saved::kNotes).text.find("Private") !=
        std::string::npos);
}

TEST_CASE("the field beside a record holds its note", "[view][notes]") {
  Reader reader;
  reader.Do(Select{"c-1"}).Do(SetNote{"c-1", "look again"});
  const TableMeasure measure;
  const Frame frame = BuildFrame(reader.library, reader.session, Viewport{}, measure);
  const Found found = FindItem(frame, "inspector/your-note");
  REQUIRE(found.item != nullptr);
  CHECK(found.item->value == "look again");
  reader.Do(WithText(*found.item->press, "and again"));
  CHECK(reader.Note("c-1") == "and again");
}

TEST_CASE("a bookmark opens the state that it was made in", "[view][notes]") {
  Reader reader;
  reader.Do(ShowView{ViewId::kClaims}).Do(SetWords{"storm"}).Do(AddBookmark{"Mine"});
  const ViewState kept = reader.session.state;
  reader.Do(ShowView{ViewId::kMap}).Do(ClearFilters{}).Do(ShowDialog{Dialog::kNotes});
  reader.Do(OpenBookmark{0});
  CHECK(reader.session.state == kept);
  CHECK(reader.session.dialog == Dialog::kNone);
  const NotesModel model = BuildNotesModel(reader.library, reader.session);
  REQUIRE(model.bookmarks.size() == 1);
  CHECK(model.bookmarks[0].name == "Mine");
  reader.Do(AddBookmark{});
  CHECK(reader.session.notes->bookmarks[1].name == StateWords(reader.library, kept));
  reader.Do(RemoveBookmark{0}).Do(RemoveBookmark{7});
  CHECK(reader.session.notes->bookmarks.size() == 1);
}

TEST_CASE("what was written comes back as it was, whatever was written", "[view][notes]") {
  std::mt19937 random(99);
  constexpr char32_t kLetters[] = U"ab\"\\\n\t{}[],:<&é中🙂\u202E\u0301";
  const auto some = [&](std::size_t most) {
    std::string text;
    for (std::size_t i = 0, n = 1 + random() % most; i < n; ++i)
      AppendUtf8(kLetters[random() % (std::size(kLetters) - 1)], &text);
    return text;
  };
  for (int i = 0; i < 500; ++i) {
    Notes notes;
    for (std::size_t n = random() % 5; n > 0; --n) notes.by_record[some(8)] = some(60);
    for (std::size_t n = random() % 5; n > 0; --n) notes.bookmarks.push_back({some(20), some(20)});
    const std::string bytes = WriteNotes(notes, "harbour");
    CHECK(FormatOf(bytes) == kNotesFormat);
    const Result<NotesFile> file = ReadNotes(bytes);
    REQUIRE(file.ok());
    REQUIRE(file->notes == notes);
    REQUIRE(file->dataset == "harbour");
    // One byte otherwise: read as something, or refused with a place; never half.
    std::string broken = bytes;
    broken[random() % broken.size()] = static_cast<char>(random() % 256);
    const Result<NotesFile> other = ReadNotes(broken);
    if (!other) CHECK_FALSE(other.problems()[0].remedy.empty());
  }
}

TEST_CASE("a hostile file of notes changes nothing and says why", "[view][notes]") {
  const auto code = [](const std::string& bytes) {
    const Result<NotesFile> file = ReadNotes(bytes);
    return file.ok() ? std::string("read") : file.problems()[0].code;
  };
  CHECK(code(File("")) == "read");
  CHECK(code(File("{}")) == "schema");
  CHECK(code(File(R"({"record":"c-1"})")) == "schema");
  CHECK(code(File(R"({"record":"c-1","text":""})")) == "schema");
  CHECK(code(File(R"({"record":"c-1","text":"a","html":"<b>"})")) == "schema");
  CHECK(code(File(R"({"record":["c-1"],"text":"a"})")) == "schema");
  CHECK(code(File(R"({"record":"c-1","text":")" + std::string(kLongestNote + 1, 'x') + "\"}")) ==
        "limit");
  CHECK(code(File(R"({"record":")" + std::string(65, 'x') + R"(","text":"a"})")) == "limit");
  CHECK(code(File("", R"({"name":"a","link":")" + std::string(kLongestBookmark + 1, 'x') +
                          "\"}")) == "limit");
  CHECK(code(File("").substr(0, 40)) == "syntax");
  CHECK(code(File("") + "x") == "syntax");
  CHECK(code(std::string(kLargestNotesFile + 1, ' ')) == "limit");
  CHECK(code(std::string(100'000, '[')) == "schema");
  std::string many;
  for (std::size_t i = 0; i <= kMostNotes; ++i)
    many += std::string(i == 0 ? "" : ",") + R"({"name":"a","link":""})";
  CHECK(code(File("", many)) == "limit");
  const Result<NotesFile> late = ReadNotes(File("{\"record\":\"c-1\",\n\"text\":7}"));
  REQUIRE_FALSE(late.ok());
  CHECK(late.problems()[0].pointer == "/notes/0/text");
  CHECK(late.problems()[0].line == 2);
}

TEST_CASE("notes that are read join those that are there, and can be undone", "[view][notes]") {
  Reader reader;
  reader.Do(SetNote{"c-1", "mine"}).Do(SetNote{"c-2", "mine too"}).Do(AddBookmark{"A"});
  const Notes before = *reader.session.notes;
  NotesFile file{"harbour",
                 {{{"c-1", "theirs"}, {"x-99", "on a record that is not here"}},
                  {before.bookmarks[0], {"B", "v=map"}}}};
  reader.Do(ImportNotes{file});
  CHECK(reader.Note("c-1") == "theirs");
  CHECK(reader.Note("c-2") == "mine too");
  CHECK(reader.Note("x-99") == "on a record that is not here");
  CHECK(reader.session.notes->bookmarks.size() == 2);
  CHECK(reader.session.dialog == Dialog::kNotes);
  const NotesModel model = BuildNotesModel(reader.library, reader.session);
  CHECK(std::count_if(model.notes.begin(), model.notes.end(),
                      [](const NoteRow& row) { return !row.known; }) == 1);
  reader.Do(Undo{});
  CHECK(*reader.session.notes == before);
}

TEST_CASE("kept notes come in without a step, and no undo loses them", "[view][notes]") {
  Reader reader;
  reader.Do(SetWords{"storm"});
  Notes kept;
  kept.by_record["c-1"] = "of last week";
  reader.Do(RecallNotes{WriteNotes(kept, "harbour"), {}});
  CHECK(reader.session.undo.size() == 1);
  CHECK(*reader.session.notes == kept);
  reader.Do(Undo{});
  CHECK(*reader.session.notes == kept);
  CHECK(reader.Kept() == "nothing was asked");

  SECTION("and what cannot be read is not written over") {
    reader.Do(RecallNotes{"{\"format\":\"proviso-notes\",\"formatVersion\":\"9.0\"}", {}});
    CHECK(reader.session.notes_locked);
    CHECK_FALSE(reader.session.notices.empty());
    reader.Do(SetNote{"c-2", "new"});
    CHECK(reader.Kept() == "nothing was asked");
    CHECK(BuildNotesModel(reader.library, reader.session).lead.find("for this visit") !=
          std::string::npos);
  }
}

TEST_CASE("two tabs on one dataset lose nothing of each other's", "[view][notes]") {
  Reader a;
  Reader b;
  b.Do(SetNote{"c-2", "of b"});
  a.Do(RecallNotes{b.Kept(), {}}).Do(SetNote{"c-1", "of a"});
  b.Do(RecallNotes{a.Kept(), b.Kept()});
  CHECK(*a.session.notes == *b.session.notes);
  CHECK(b.Note("c-1") == "of a");

  SECTION("also where one has not heard of what the other wrote") {
    const std::string known = a.Kept();
    b.Do(SetNote{"c-3", "b again"});
    // The platform finds b's file in place of what it knew, and asks a before it writes.
    a.Do(SetNote{"c-1", ""}).Do(RecallNotes{b.Kept(), known});
    CHECK(a.Note("c-3") == "b again");
    CHECK(a.Note("c-1").empty());
    CHECK(ReadNotes(a.Kept())->notes == *a.session.notes);
  }
  SECTION("and undo takes back what was written here alone") {
    a.Do(Undo{});
    CHECK(a.Note("c-1").empty());
    CHECK(a.Note("c-2") == "of b");
  }
}

TEST_CASE("joined, notes have what was changed here and what was changed there", "[view][notes]") {
  std::mt19937 random(3);
  const auto some = [&random] {
    Notes notes;
    for (const char* record : {"a", "b", "c", "d"})
      if (random() % 2 == 0) notes.by_record[record] = random() % 2 == 0 ? "x" : "y";
    for (const char* name : {"m", "n", "o"})
      if (random() % 2 == 0) notes.bookmarks.push_back({name, "v=map"});
    return notes;
  };
  for (int round = 0; round < 500; ++round) {
    const Notes base = some();
    const Notes ours = some();
    const Notes theirs = some();
    CHECK(JoinedNotes(base, base, theirs) == theirs);
    CHECK(JoinedNotes(base, ours, base).by_record == ours.by_record);
    const Notes joined = JoinedNotes(base, ours, theirs);
    for (const char* record : {"a", "b", "c", "d"}) {
      const auto of = [record](const Notes& notes) {
        const auto at = notes.by_record.find(record);
        return at == notes.by_record.end() ? std::string() : at->second;
      };
      CHECK(of(joined) == (of(ours) == of(base) ? of(theirs) : of(ours)));
    }
  }
}

TEST_CASE("what cannot be kept is tried again with the next note, and where one writes it is said",
          "[view][notes]") {
  Reader reader;
  const auto hint = [&reader] {
    reader.session.state.selection = "c-1";
    return BuildInspectorModel(reader.library, reader.session)->note_field->hint;
  };
  const std::string before = hint();
  reader.Do(SetNote{"c-1", "one"}).Do(NotesKept{false});
  CHECK(hint() != before);
  reader.effects.clear();
  reader.Do(SetNote{"c-2", "two"});
  REQUIRE(ReadNotes(reader.Kept()).ok());
  CHECK(ReadNotes(reader.Kept())->notes.by_record.size() == 2);
  reader.Do(NotesKept{true});
  CHECK(hint() == before);
}

TEST_CASE("there is an end to notes, and it is said", "[view][notes]") {
  Reader reader;
  reader.Do(SetNote{"c-1", std::string(10'000, 'x')});
  CHECK(reader.Note("c-1").size() == kLongestNote);
  CHECK(CutText("aé中🙂", 2) == "a");
  CHECK(CutText("aé中🙂", 3) == "aé");
  NotesFile file{"harbour", {}};
  for (std::size_t i = 0; i < kMostNotes; ++i)
    file.notes.by_record["r-" + std::to_string(i)] = std::string(600, 'x');
  const Notes before = *reader.session.notes;
  reader.Do(ImportNotes{file});
  CHECK(*reader.session.notes == before);
  CHECK_FALSE(reader.session.notices.empty());
  reader.Do(SetNote{"nobody", "a note on nothing"});
  CHECK(*reader.session.notes == before);
}

}  // namespace proviso::view
