// What can be done without pointing at something can be done from the palette.

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/view/keys.h"
#include "core/view/palette_model.h"
#include "core/view/top_model.h"
#include "tests/core/view/harbour.h"

namespace proviso::view {
namespace {

/// Commands that need a record, a place or words of their own; a language is chosen in its dialog,
/// which says who has reviewed it, and which the palette opens. What is neither empty nor named
/// here or below does not compile: whoever adds a command says which it is.
template <class C>
constexpr bool kNeedsObject =
    std::is_same_v<C, Select> || std::is_same_v<C, OpenPlace> || std::is_same_v<C, Suppose> ||
    std::is_same_v<C, CycleLever> || std::is_same_v<C, SetTarget> ||
    std::is_same_v<C, ToggleFilter> || std::is_same_v<C, SetFilter> ||
    std::is_same_v<C, SetWords> || std::is_same_v<C, ShowDocument> || std::is_same_v<C, SetField> ||
    std::is_same_v<C, SetBrush> || std::is_same_v<C, SetCamera> || std::is_same_v<C, SetState> ||
    std::is_same_v<C, AcceptPassage> || std::is_same_v<C, OfferCopy> ||
    std::is_same_v<C, AnswerCopy> || std::is_same_v<C, DropCopy> || std::is_same_v<C, ShowCopy> ||
    std::is_same_v<C, SetNote> || std::is_same_v<C, OpenBookmark> ||
    std::is_same_v<C, RemoveBookmark> || std::is_same_v<C, ImportNotes> ||
    std::is_same_v<C, RecallNotes> || std::is_same_v<C, SetPaletteWords> ||
    std::is_same_v<C, NameBookmark> || std::is_same_v<C, Focus> || std::is_same_v<C, ScrollTo> ||
    std::is_same_v<C, CopyText> || std::is_same_v<C, OpenUrl> || std::is_same_v<C, ReportError> ||
    std::is_same_v<C, ShowChoices> || std::is_same_v<C, OfferTour> ||
    std::is_same_v<C, SetLanguage>;

/// What a platform says, not a person.
template <class C>
constexpr bool kOfThePlatform = std::is_same_v<C, NotesNotKept>;

template <class C>
constexpr bool kHasChoices =
    std::is_same_v<C, ShowView> || std::is_same_v<C, SetStrict> || std::is_same_v<C, SetSort> ||
    std::is_same_v<C, SetGroup> || std::is_same_v<C, SetTextPercent> ||
    std::is_same_v<C, AddBookmark> || std::is_same_v<C, ShowDialog> ||
    std::is_same_v<C, SetTheme> || std::is_same_v<C, SetSingleKeys> ||
    std::is_same_v<C, SetReducedMotion> || std::is_same_v<C, Share> || std::is_same_v<C, Save> ||
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
  session.host = {"https://example.org/", "", "2026-11-25", true, true};
  session.previous = "Another dataset";
  session.opening.stage = Opening::Stage::kWarned;
  session.notices = {"Something was left out."};
  Update(library, AddBookmark{}, session, effects);
  Session beside = session;
  Update(library, KeepBeside{}, beside, effects);
  return {session, beside};
}

template <std::size_t... I>
void CheckAll(const std::set<std::size_t>& offered, std::index_sequence<I...>) {
  const auto check = [&](auto of, std::size_t index) {
    using C = std::variant_alternative_t<decltype(of)::value, Command>;
    static_assert(std::is_empty_v<C> + kNeedsObject<C> + kHasChoices<C> == 1);
    INFO("the command of number " << index);
    if constexpr (!kNeedsObject<C> && !kOfThePlatform<C>) CHECK(offered.count(index) == 1);
  };
  (check(std::integral_constant<std::size_t, I>{}, I), ...);
}

}  // namespace

TEST_CASE("every command that needs no object is in the palette", "[view][palette]") {
  const Library library = test::Harbour();
  std::set<std::size_t> offered;
  for (const Session& session : Situations(library))
    for (const PaletteRow& row : RowsOf(library, session)) offered.insert(row.command.index());
  CheckAll(offered, std::make_index_sequence<std::variant_size_v<Command>>());
}

TEST_CASE("the palette has each choice: views, dialogs, sorts, groups, themes, formats, tabs",
          "[view][palette]") {
  const Library library = test::Harbour();
  std::set<std::pair<std::size_t, std::size_t>> choices;
  const auto add = [&](const Command& command, std::size_t choice) {
    choices.emplace(command.index(), choice);
  };
  for (const PaletteRow& row : RowsOf(library, Situations(library)[0])) {
    const Command& command = row.command;
    if (const auto* to = std::get_if<ShowView>(&command)) add(command, std::size_t(to->view));
    if (const auto* to = std::get_if<SetSort>(&command)) add(command, std::size_t(to->sort));
    if (const auto* to = std::get_if<SetGroup>(&command)) add(command, std::size_t(to->group));
    if (const auto* to = std::get_if<SetTheme>(&command)) add(command, std::size_t(to->theme));
    if (const auto* to = std::get_if<Save>(&command)) add(command, std::size_t(to->what));
    if (const auto* to = std::get_if<PickFile>(&command)) add(command, std::size_t(to->what));
    if (const auto* to = std::get_if<Share>(&command)) add(command, std::size_t(to->choices.tab));
  }
  CHECK(choices.size() == PresentViews().size() + 4 + 4 + 4 + 5 + 3 + 4);
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
