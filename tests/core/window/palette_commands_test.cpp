// What can be done without pointing at something can be done from the palette.

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/state/update.h"
#include "core/window/around/top_model.h"
#include "core/window/dialogs/palette_model.h"
#include "core/window/keys.h"
#include "tests/support/harbour.h"

namespace proviso::view {
namespace {

/// Commands that need a record, a place or words of their own; a language is chosen in its dialog,
/// which says who has reviewed it, and which the palette opens. What is neither empty nor named
/// here or below does not compile: whoever adds a command says which it is.
template <class C>
constexpr bool kNeedsObject =
    std::is_same_v<C, Select> || std::is_same_v<C, OpenPlace> || std::is_same_v<C, Suppose> ||
    std::is_same_v<C, CycleLever> || std::is_same_v<C, ToggleFilter> ||
    std::is_same_v<C, ShowDocument> || std::is_same_v<C, SetField> || std::is_same_v<C, SetBrush> ||
    std::is_same_v<C, SetCamera> || std::is_same_v<C, SetState> ||
    std::is_same_v<C, AcceptPassage> || std::is_same_v<C, OfferCopy> ||
    std::is_same_v<C, AnswerCopy> || std::is_same_v<C, DropCopy> || std::is_same_v<C, ShowCopy> ||
    std::is_same_v<C, SetNote> || std::is_same_v<C, OpenBookmark> ||
    std::is_same_v<C, RemoveBookmark> || std::is_same_v<C, ImportNotes> ||
    std::is_same_v<C, RecallNotes> || std::is_same_v<C, SetPaletteWords> ||
    std::is_same_v<C, NameBookmark> || std::is_same_v<C, Focus> || std::is_same_v<C, ScrollTo> ||
    std::is_same_v<C, CopyText> || std::is_same_v<C, OpenUrl> || std::is_same_v<C, ReportError> ||
    std::is_same_v<C, ShowChoices> || std::is_same_v<C, OfferTour> ||
    std::is_same_v<C, ShowItemMenu> || std::is_same_v<C, CopyWords> ||
    std::is_same_v<C, SetLanguage> || std::is_same_v<C, ShowForm> || std::is_same_v<C, AddRecord> ||
    std::is_same_v<C, ShowCode> || std::is_same_v<C, SetCoder> || std::is_same_v<C, ShowBegin> ||
    std::is_same_v<C, OpenWork> || std::is_same_v<C, ShowCodings> || std::is_same_v<C, ExportFor>;

/// What a platform says, not a person.
template <class C>
constexpr bool kOfThePlatform =
    std::is_same_v<C, NotesKept> || std::is_same_v<C, FollowLink> || std::is_same_v<C, KeepFocus> ||
    std::is_same_v<C, Tell> || std::is_same_v<C, Announce> || std::is_same_v<C, Copied> ||
    std::is_same_v<C, Happened> || std::is_same_v<C, SetHost> || std::is_same_v<C, SetOpening> ||
    std::is_same_v<C, UseLanguage> || std::is_same_v<C, ForgetCopied> ||
    std::is_same_v<C, AllowEditing> || std::is_same_v<C, TakeWork> || std::is_same_v<C, FileMade> ||
    std::is_same_v<C, SetWorks> || std::is_same_v<C, TakeFormats>;

template <class C>
constexpr bool kHasChoices =
    std::is_same_v<C, ShowView> || std::is_same_v<C, AddBookmark> ||
    std::is_same_v<C, ShowDialog> || std::is_same_v<C, SetTheme> ||
    std::is_same_v<C, SetSingleKeys> || std::is_same_v<C, SetReducedMotion> ||
    std::is_same_v<C, Share> || std::is_same_v<C, Publish> || std::is_same_v<C, Save> ||
    std::is_same_v<C, PickFile>;

std::vector<PaletteRow> RowsOf(const Library& library, const Session& session) {
  std::vector<PaletteRow> rows;
  for (const PaletteGroup& group : BuildPaletteModel(library, session).groups)
    rows.insert(rows.end(), group.rows.begin(), group.rows.end());
  return rows;
}

/// Sessions in which everything that can be done has something to do.
std::vector<Session> Situations(const Library& library) {
  Session session;
  std::vector<Effect> effects;
  session.palette_words = ">";
  session.host = {"https://example.org/", "", "2026-11-25", {}, true, true};
  session.previous = "Another dataset";
  session.edited_elsewhere = true;
  session.opening.stage = Opening::Stage::kWarned;
  session.notices = {"Something was left out."};
  Update(library, AddBookmark{}, session, effects);
  Session beside = session;
  Update(library, KeepBeside{}, beside, effects);
  return {session, beside};
}

/// Which of `CommandTypes` a command is.
template <class... C>
std::size_t IndexOf(const Command& command, TypeList<C...>) {
  std::size_t index = 0;
  (void)((command.Is<C>() || (++index, false)) || ...);
  return index;
}
std::size_t IndexOf(const Command& command) { return IndexOf(command, CommandTypes()); }

template <class... C>
void CheckAll(const std::set<std::size_t>& offered, TypeList<C...>) {
  std::size_t index = 0;
  const auto check = [&]<class One>(TypeList<One>) {
    static_assert(
        (std::is_empty_v<One> || kOfThePlatform<One>)+kNeedsObject<One> + kHasChoices<One> == 1);
    INFO("the command of number " << index);
    if constexpr (!kNeedsObject<One> && !kOfThePlatform<One>) CHECK(offered.count(index) == 1);
    ++index;
  };
  (check(TypeList<C>()), ...);
}

}  // namespace

TEST_CASE("every command that needs no object is in the palette", "[view][palette]") {
  const Library library = test::Harbour();
  std::set<std::size_t> offered;
  for (const Session& session : Situations(library))
    for (const PaletteRow& row : RowsOf(library, session)) offered.insert(IndexOf(row.command));
  CheckAll(offered, CommandTypes());
}

TEST_CASE("the palette has each choice: views, dialogs, sorts, groups, themes, formats, tabs",
          "[view][palette]") {
  const Library library = test::Harbour();
  std::set<std::pair<std::size_t, std::size_t>> choices;
  std::map<std::string, std::set<std::string>> fields;
  const auto add = [&](const Command& command, std::size_t choice) {
    choices.emplace(IndexOf(command), choice);
  };
  for (const PaletteRow& row : RowsOf(library, Situations(library)[0])) {
    const Command& command = row.command;
    if (const auto* to = command.As<ShowView>()) add(command, std::size_t(to->view));
    if (const auto* to = command.As<SetField>()) fields[to->key].insert(to->value);
    if (const auto* to = command.As<SetTheme>()) add(command, std::size_t(to->theme));
    if (const auto* to = command.As<Save>()) add(command, std::size_t(to->what));
    if (const auto* to = command.As<PickFile>()) add(command, std::size_t(to->what));
    if (const auto* to = command.As<Share>()) add(command, std::size_t(to->choices.tab));
  }
  CHECK(choices.size() == kViewCount + 4 + 6 + 4 + 4);
  using Values = std::set<std::string>;
  CHECK(fields["sort"] == Values(kWords<ClaimSort>.begin(), kWords<ClaimSort>.end()));
  CHECK(fields["group"] == Values(kWords<ClaimGroup>.begin(), kWords<ClaimGroup>.end()));
  CHECK(fields["strict"] == Values{"1"});
  CHECK(fields["text"] == Values{"100", "125", "150", "175", "200"});
}

TEST_CASE("a key that the list of keys names is written beside its command", "[view][palette]") {
  const Library library = test::Harbour();
  Session session = Situations(library)[0];
  session.state.selection = "k-1";
  std::set<std::string> shortcuts;
  for (const PaletteRow& row : RowsOf(library, session)) shortcuts.insert(row.shortcut);
  for (const char* key : {"1", "9", "?", "O", "S", "X", "F", "Ctrl+Z", "Ctrl+Shift+Z", "Esc"}) {
    INFO(key);
    CHECK(shortcuts.count(key) == 1);
  }
}

}  // namespace proviso::view
