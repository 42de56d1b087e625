#include "core/view/session.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

#include "core/io/save.h"
#include "core/view/change_words.h"
#include "core/view/choice.h"
#include "core/view/copy_check.h"
#include "core/view/languages.h"
#include "core/view/palette_model.h"
#include "core/view/safe_text.h"
#include "core/view/share_model.h"
#include "core/view/state_file.h"
#include "core/view/steps.h"
#include "core/view/top_model.h"
#include "core/view/voice_model.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

constexpr std::array kClaimsOnly{Table::kClaims};
constexpr std::array kSearched{Table::kDocuments, Table::kActors, Table::kPropositions,
                               Table::kClaims,    Table::kTopics, Table::kEvents};
constexpr std::size_t kUnknownToldAtMost = 5;

bool Begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

/// Carries one command out; one overload a command.
struct Updater {
  const Library& library;
  Session& session;
  std::vector<Effect>& effects;
  Steps steps{library, session};

  const Dataset& dataset() const { return library.dataset; }
  const Say& say() const { return library.say; }
  std::string Named(std::string_view id) const { return NameOfId(library, id); }
  void Note(std::string sentence) const { session.notices.push_back(std::move(sentence)); }

  /// What is supposed and excludes `proposition`, or none.
  std::string_view Excluding(const ViewState& state, std::string_view proposition) const {
    const RecordRef record = dataset().Find(proposition);
    if (!record || record.table != Table::kPropositions) return {};
    for (const PropositionId partner : dataset().propositions[record.index].excludes)
      if (LeverOf(state, dataset()[partner].id) == Lever::kOn) return dataset()[partner].id;
    return {};
  }

  bool Known(std::string_view id, Table table) const {
    const RecordRef record = dataset().Find(id);
    if (record && record.table == table) return true;
    Note(say()(table == Table::kDocuments ? "This dataset has no text “{0}”."
                                          : "This dataset has no condition “{0}”.",
               {Named(id)}));
    return false;
  }

  void operator()(const ShowView& command) const {
    if (!IsPresent(command.view)) {
      Note(say()("The view {0} is not there yet.", {say()(Label(command.view))}));
      return;
    }
    if (command.view == ViewId::kQuestions) session.tour_offered = false;  // Taken.
    ViewState next = session.state;
    next.view = command.view;
    steps.Change(std::move(next));
  }
  void operator()(const Select& command) const {
    ViewState next = session.state;
    next.selection = command.id;
    steps.Change(std::move(next));
  }
  void operator()(const OpenPlace& command) const {
    const RecordRef record = dataset().Find(command.id);
    const PassageId passage = record ? FirstPassage(library, record) : PassageId();
    if (!passage) {
      Note(say()("No passage is coded for “{0}”.", {Named(command.id)}));
      return;
    }
    ViewState next = session.state;
    next.view = ViewId::kSources;
    next.selection = command.id;
    next.document = dataset()[dataset()[passage].document].id;
    steps.Change(std::move(next));
    session.scroll.erase("stage");  // Where no place is kept, the frame begins at what is selected.
  }
  void operator()(const Suppose& command) const {
    if (!Known(command.proposition, Table::kPropositions)) return;
    ViewState next = session.state;
    const auto drop = [&command](std::vector<std::string>* list) {
      list->erase(std::remove(list->begin(), list->end(), command.proposition), list->end());
    };
    drop(&next.on);
    drop(&next.off);
    if (command.lever == Lever::kOn) {
      const std::string_view partner = Excluding(next, command.proposition);
      if (!partner.empty()) {
        Note(say()("“{0}” is off, by definition: “{1}” is supposed and excludes it.",
                   {Named(command.proposition), Named(partner)}));
        return;
      }
      next.on.push_back(command.proposition);
    }
    if (command.lever == Lever::kOff) next.off.push_back(command.proposition);
    steps.Change(std::move(next));
  }
  void operator()(const CycleLever& command) const {
    const Lever lever = LeverOf(session.state, command.proposition);
    const Lever next =
        lever == Lever::kOpen ? Lever::kOn : (lever == Lever::kOn ? Lever::kOff : Lever::kOpen);
    (*this)(Suppose{command.proposition, next});
  }
  void operator()(const ClearSuppositions&) const {
    ViewState next = session.state;
    next.on.clear();
    next.off.clear();
    steps.Change(std::move(next));
  }
  void operator()(const SetTarget& command) const {
    if (!command.proposition.empty() && !Known(command.proposition, Table::kPropositions)) return;
    ViewState next = session.state;
    next.target = command.proposition;
    steps.Change(std::move(next));
  }
  void operator()(const SetStrict& command) const {
    ViewState next = session.state;
    next.strict = command.strict;
    steps.Change(std::move(next));
  }
  void operator()(const ToggleFilter& command) const {
    ViewState next = session.state;
    std::vector<std::string>& values = next.filter.values[static_cast<std::size_t>(command.facet)];
    const auto at = std::find(values.begin(), values.end(), command.value);
    if (at == values.end())
      values.push_back(command.value);
    else
      values.erase(at);
    steps.Change(std::move(next));
  }
  void operator()(const SetFilter& command) const {
    ViewState next = session.state;
    next.filter.values[static_cast<std::size_t>(command.facet)] = command.values;
    steps.Change(std::move(next));
  }
  void operator()(const ClearFilters&) const {
    ViewState next = session.state;
    next.filter = {};
    next.words.clear();
    next.from.clear();
    next.to.clear();
    steps.Change(std::move(next));
  }
  void operator()(const SetWords& command) const {
    ViewState next = session.state;
    next.words = command.words;
    steps.Change(std::move(next), "words");
  }
  void operator()(const SetSort& command) const {
    ViewState next = session.state;
    next.sort = command.sort;
    steps.Change(std::move(next));
  }
  void operator()(const SetGroup& command) const {
    ViewState next = session.state;
    next.group = command.group;
    steps.Change(std::move(next));
  }
  void operator()(const ShowDocument& command) const {
    if (!Known(command.document, Table::kDocuments)) return;
    ViewState next = session.state;
    next.view = ViewId::kSources;
    next.document = command.document;
    steps.Change(std::move(next));
  }
  void operator()(const SetTextPercent& command) const {
    ViewState next = session.state;
    next.text_percent = command.percent;
    steps.Change(std::move(next));
  }
  void operator()(const SetField& command) const {
    ViewState next = session.state;
    if (!ReadField(command.key, command.value, &next)) return;
    if (command.key == "why" && !next.why.empty()) next.selection.clear();  // It takes its place.
    steps.Change(std::move(next), command.key);
  }
  void operator()(const KeepBeside&) const {
    ViewState next = session.state;
    next.beside = true;
    next.beside_on = next.on;
    next.beside_off = next.off;
    next.beside_name = next.name;
    next.name.clear();
    steps.Change(std::move(next));
  }
  void operator()(const DropBeside&) const {
    ViewState next = session.state;
    next.beside = false;
    steps.Change(std::move(next));
  }
  void operator()(const SwapBeside&) const {
    ViewState next = session.state;
    if (!next.beside) return;
    next.on.swap(next.beside_on);
    next.off.swap(next.beside_off);
    next.name.swap(next.beside_name);
    steps.Change(std::move(next));
  }
  void operator()(const SetBrush& command) const {
    ViewState next = session.state;
    next.from = command.from;
    next.to = command.to;
    steps.Change(std::move(next), "brush");
  }
  void operator()(const SetCamera& command) const {
    ViewState next = session.state;
    next.camera = command.camera;
    steps.Change(std::move(next), "cam");
  }
  void operator()(const AcceptPassage& command) const {
    const RecordRef record = dataset().Find(command.passage);
    if (!record || record.table != Table::kPassages) return;
    const PassageId passage(record.index);
    if (!MayJudge(library, session, passage, command.verdict, command.place)) return;
    Judgements next = session.judgements;
    if (command.verdict == Acceptance::kNone)
      next.erase(command.passage);
    else
      next[command.passage] = {CopyOf(library, session, passage)->number, command.verdict,
                               command.place};
    if (next == session.judgements) return;
    steps.Judge(std::move(next),
                say()("{0}: {1}", {RefOf(library, passage).words, say()(Label(command.verdict))}));
  }
  void operator()(const SetNote& command) const {
    if (command.record.empty() || !dataset().Find(command.record)) return;
    Notes next = *session.notes;
    const std::string text = CutText(command.text, kLongestNote);
    if (text.empty())
      next.by_record.erase(command.record);
    else
      next.by_record[command.record] = text;
    steps.Write(std::move(next), say()("note on “{0}”", {Named(command.record)}),
                "note/" + command.record);
  }
  void operator()(const AddBookmark& command) const {
    Notes next = *session.notes;
    Bookmark one{CutText(command.name, kLongestBookmarkName), EncodeLink(session.state)};
    if (one.name.empty())
      one.name = CutText(StateWords(library, session.state), kLongestBookmarkName);
    if (one.link.size() > kLongestBookmark) {
      Note(say()("This state is too long for a bookmark. Save it as a state file."));
      return;
    }
    std::string done = say()("bookmark “{0}”", {one.name});
    next.bookmarks.push_back(std::move(one));
    steps.Write(std::move(next), std::move(done));
    session.bookmark_name.clear();
  }
  void operator()(const OpenBookmark& command) const {
    if (command.index >= session.notes->bookmarks.size()) return;
    DecodedLink link = DecodeLink(session.notes->bookmarks[command.index].link, say());
    for (std::string& notice : link.notices) Note(std::move(notice));
    (*this)(SetState{std::move(link.state)});
  }
  void operator()(const RemoveBookmark& command) const {
    Notes next = *session.notes;
    if (command.index >= next.bookmarks.size()) return;
    std::string done = say()("bookmark “{0}” removed", {next.bookmarks[command.index].name});
    next.bookmarks.erase(next.bookmarks.begin() + static_cast<std::ptrdiff_t>(command.index));
    steps.Write(std::move(next), std::move(done));
  }
  void operator()(const ImportNotes& command) const {
    const Notes& read = command.file.notes;
    if (!command.file.dataset.empty() && command.file.dataset != dataset().info.id)
      Note(
          say()("The file has notes on the dataset “{0}”. Those on records that this one lacks are "
                "kept and shown as such.",
                {VisibleText(command.file.dataset)}));
    Notes next = *session.notes;
    MergeNotes(read, &next);
    const std::string counts =
        say()("{0} and {1} read from a file##counted notes, counted bookmarks",
              {say().Counted(read.by_record.size(), "{0} note", "{0} notes"),
               say().Counted(read.bookmarks.size(), "{0} bookmark", "{0} bookmarks")});
    if (!steps.Write(std::move(next), counts)) return;
    (*this)(ShowDialog{Dialog::kNotes});
  }
  void operator()(const RemoveNotes&) const {
    steps.Write({}, say()("all notes and bookmarks removed"));
  }
  void operator()(const RecallNotes& command) const {
    NotesPtr kept = std::make_shared<const Notes>();
    if (!command.text.empty()) {
      Result<NotesFile> file = ReadNotes(command.text);
      if (!file) {
        // Nothing is written over what perhaps a newer version wrote.
        session.notes_kept = false;
        Note(
            say()("Your notes of an earlier visit cannot be read: {0}", {file.problems()[0].rule}));
        return;
      }
      kept = std::make_shared<const Notes>(std::move(file->notes));
    }
    session.notes = kept;
    for (std::vector<PastState>* list : {&session.undo, &session.redo})
      for (PastState& past : *list) past.notes = kept;
  }
  void operator()(const NotesNotKept&) const { session.notes_kept = false; }
  /// Shows what became of a text that the reader gave.
  void ShowTaken(std::optional<DocumentId> taken) const {
    const std::optional<OfferedCopy>& offered = session.copies.offered;
    ViewState next = session.state;
    std::string document = offered ? offered->document : std::string();
    if (taken) document = dataset()[*taken].id;
    // What is shown anyway needs no name in the link.
    if (!document.empty() &&
        (dataset().documents.empty() || document != dataset()[ShownDocument(dataset(), next)].id))
      next.document = std::move(document);
    if (taken || offered) next.view = ViewId::kSources;
    steps.Change(std::move(next));
    if (taken) session.announcement = TotalsWords(library, session, *taken);
    if (offered) session.announcement = offered->problem;
    if (taken) session.scroll.erase("stage");
  }
  void operator()(const OfferCopy& command) const {
    ShowTaken(TakeCopy(library, command, &session.copies));
  }
  void operator()(const AnswerCopy& command) const {
    const bool asked = session.copies.offered.has_value();
    const auto taken = AnswerOffer(library, command.answer, &session.copies);
    if (asked && (taken || session.copies.offered)) ShowTaken(taken);
  }
  void operator()(const DropCopy& command) const {
    if (session.copies.by_document.erase(command.document) == 0) return;
    session.copies.shown = false;
    session.scroll.erase("stage");
    session.announcement = say()("Your copy is taken away.");
  }
  void operator()(const ShowCopy& command) const {
    if (session.copies.shown != command.shown) session.scroll.erase("stage");
    session.copies.shown = command.shown;
    if (!command.passage.empty()) (*this)(OpenPlace{command.passage});
  }
  void operator()(const SetState& command) const {
    ViewState next = command.state;
    Normalise(&next);
    if (!IsPresent(next.view)) {
      Note(say()("The view {0} is not there yet; this is What if.", {say()(Label(next.view))}));
      next.view = ViewId::kWhatIf;
    }
    // On one at a time, so that of two that exclude each other the first stays.
    std::vector<std::string> on;
    on.swap(next.on);
    for (std::string& id : on) {
      const std::string_view partner = Excluding(next, id);
      if (partner.empty()) {
        next.on.push_back(std::move(id));
      } else {
        Note(say()("“{0}” is left open: “{1}” is supposed and excludes it.",
                   {Named(id), Named(partner)}));
      }
    }
    NoteUnknown(next);
    steps.Change(std::move(next));
  }
  void NoteUnknown(const ViewState& next) const {
    std::vector<std::string_view> unknown;
    const auto look = [&](std::string_view id) {
      if (!id.empty() && !dataset().Find(id)) unknown.push_back(id);
    };
    const std::size_t pair = next.selection.find('~');
    look(next.target);
    look(std::string_view(next.selection).substr(0, pair));
    if (pair != std::string::npos) look(std::string_view(next.selection).substr(pair + 1));
    look(next.document);
    for (const std::string& id : next.on) look(id);
    for (const std::string& id : next.off) look(id);
    for (const std::string& id : next.beside_on) look(id);
    for (const std::string& id : next.beside_off) look(id);
    for (std::size_t i = 0; i < unknown.size() && i < kUnknownToldAtMost; ++i)
      Note(say()("This dataset has no record “{0}”.", {Named(unknown[i])}));
    if (unknown.size() > kUnknownToldAtMost)
      Note(say().Counted(unknown.size() - kUnknownToldAtMost,
                         "{0} further record of the link is not in this dataset.",
                         "{0} further records of the link are not in this dataset."));
  }

  void operator()(const Undo&) const { steps.Undo(); }
  void operator()(const Redo&) const { steps.Redo(); }
  void operator()(const Back&) const { steps.Back(); }
  void operator()(const Forward&) const { steps.Forward(); }

  void operator()(const ShowDialog& command) const {
    if (session.dialog == command.dialog) return;
    if (session.dialog == Dialog::kNone) session.return_focus = session.focus;
    session.dialog = command.dialog;
    if (command.dialog == Dialog::kOpen) session.opening = {};
    session.palette_words.clear();
    session.scroll.erase("dialog");
    session.focus.clear();
    if (command.dialog == Dialog::kPalette) session.focus = kPaletteField;
    if (command.dialog == Dialog::kNone)
      session.focus = std::exchange(session.return_focus, std::string());
  }
  void operator()(const ShowChoices& command) const {
    const std::optional<Choice> choice = ChoiceOf(library, session.state, command.key);
    if (!choice) return;
    (*this)(ShowDialog{Dialog::kChoices});
    session.choosing = command.key;
    session.focus = ChoiceItem(*choice, Chosen(*choice));
  }
  void operator()(const SetPaletteWords& command) const {
    session.palette_words = command.words;
    session.scroll.erase("dialog");
  }
  void operator()(const DismissNotices&) const { session.notices.clear(); }
  void operator()(const OfferTour& command) const { session.tour_offered = command.offered; }
  void operator()(const SetTheme& command) const {
    if (session.theme == command.theme) return;
    session.theme = command.theme;
    session.announcement = say()("Theme: {0}.", {say()(Label(command.theme))});
  }
  void operator()(const SetLanguage& command) const {
    if (LanguageNamed(command.language) == nullptr) return;
    session.language = command.language;
    effects.push_back({Effect::Kind::kLanguage, command.language});
  }
  void operator()(const SetSingleKeys& command) const {
    session.single_keys = command.on;
    session.announcement = say()(command.on ? "Single keys are on." : "Single keys are off.");
  }
  void operator()(const SetReducedMotion& command) const {
    session.reduced_motion = command.on;
    session.announcement =
        say()(command.on ? "Nothing moves by itself." : "Motion as the system has it.");
  }
  void operator()(const Share& command) const {
    (*this)(ShowDialog{Dialog::kShare});
    if (session.share.tab != command.choices.tab) session.scroll.erase("dialog");
    session.share = command.choices;
  }
  void operator()(const NameBookmark& command) const {
    session.bookmark_name = CutText(command.name, kLongestBookmarkName);
  }
  void operator()(const Save& command) const {
    const bool picture = command.what == Saved::kSvg || command.what == Saved::kPng;
    if (picture) (*this)(ShowDialog{Dialog::kNone});
    effects.push_back(SavedFile(library, session, command.what));
    session.announcement = say()("Saved: {0}.", {effects.back().name});
  }
  void operator()(const Print&) const {
    (*this)(ShowDialog{Dialog::kNone});
    effects.push_back({Effect::Kind::kPrint, {}});
  }
  void operator()(const ReportError& command) const {
    const RecordRef record = dataset().Find(command.record);
    if (record)
      (*this)(CopyText{ErrorReport(library, session, record), say()("a report to the coders")});
  }
  void operator()(const Focus& command) const { session.focus = command.item; }
  void operator()(const ScrollTo& command) const {
    if (std::isfinite(command.y)) session.scroll[command.panel] = std::max(0.0f, command.y);
  }
  void operator()(const CopyText& command) const {
    effects.push_back({Effect::Kind::kCopy, command.text});
    session.announcement = say()("Copied: {0}.", {command.what});
  }
  void operator()(const OpenUrl& command) const {
    if (Begins(command.url, "https://") || Begins(command.url, "http://"))
      effects.push_back({Effect::Kind::kOpenUrl, command.url});
    else
      Note(say()("Only addresses that begin with http:// or https:// are opened."));
  }
  void operator()(const PickFile& command) const {
    effects.push_back({Effect::Kind::kPickFile, command.what == Wanted::kCopy      ? "copy"
                                                : command.what == Wanted::kDataset ? "dataset"
                                                                                   : "notes"});
  }
  void operator()(const OpenAnyway&) const {
    if (session.opening.stage == Opening::Stage::kWarned)
      effects.push_back({Effect::Kind::kOpenAnyway, {}});
  }
  void operator()(const ReturnToDataset&) const {
    if (!session.previous.empty()) effects.push_back({Effect::Kind::kReturn, {}});
  }
};

/// Commands after which the palette, or a list of choices, has done its work.
template <class C>
constexpr bool kClosesPalette = !std::is_same_v<C, SetPaletteWords> && !std::is_same_v<C, Focus> &&
                                !std::is_same_v<C, ScrollTo> && !std::is_same_v<C, ShowDialog> &&
                                !std::is_same_v<C, CycleLever> && !std::is_same_v<C, Suppose> &&
                                !std::is_same_v<C, DismissNotices> && !std::is_same_v<C, Share> &&
                                !std::is_same_v<C, ShowChoices> && !std::is_same_v<C, OfferTour>;

}  // namespace

Library::Library(Dataset loaded)
    : dataset(std::move(loaded)),
      index(query::BuildIndex(dataset)),
      facets(dataset),
      views(reason::BuildViews(dataset)),
      claims(dataset, kClaimsOnly),
      everything(dataset, kSearched),
      digest(io::Digest(dataset)) {}

void Update(const Library& library, const Command& command, Session& session,
            std::vector<Effect>& effects) {
  session.announcement.clear();
  const NotesPtr notes = session.notes;
  const Updater updater{library, session, effects};
  std::visit(
      [&](const auto& what) {
        updater(what);
        using C = std::decay_t<decltype(what)>;
        const bool brief = session.dialog == Dialog::kPalette || session.dialog == Dialog::kChoices;
        const bool closes = brief ? kClosesPalette<C>
                            : session.dialog == Dialog::kNotes
                                ? std::is_same_v<C, Select> || std::is_same_v<C, OpenBookmark>
                                : session.dialog != Dialog::kNone && std::is_same_v<C, ShowView>;
        if (closes) {
          const std::string said = session.announcement;
          updater(ShowDialog{Dialog::kNone});
          session.announcement = said;
        }
      },
      command);
  if (session.notes != notes && session.notes_kept && !std::holds_alternative<RecallNotes>(command))
    effects.push_back({Effect::Kind::kStoreNotes,
                       session.notes->empty() ? std::string()
                                              : WriteNotes(*session.notes, library.dataset.info.id),
                       NotesKey(library)});
}

Session FreshSession(const Session& old) {
  Session session;
  session.host = old.host;
  session.notes_kept = old.notes_kept;
  session.theme = old.theme;
  session.language = old.language;
  session.single_keys = old.single_keys;
  session.reduced_motion = old.reduced_motion;
  session.state.text_percent = old.state.text_percent;
  return session;
}

std::string NotesKey(const Library& library) { return std::string(library.dataset.info.id); }

void OpenLink(const Library& library, std::string_view fragment, Session& session,
              std::vector<Effect>& effects) {
  DecodedLink link = DecodeLink(fragment, library.say);
  for (std::string& notice : link.notices) session.notices.push_back(std::move(notice));
  Update(library, SetState{std::move(link.state)}, session, effects);
}

}  // namespace proviso::view
