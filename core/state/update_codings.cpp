// Two codings become one, and their pairs are decided one after the other; and what compares the
// open dataset with another version.

#include <utility>

#include "core/author/readings.h"
#include "core/base/safe_text.h"
#include "core/edit/line.h"
#include "core/io/drafts.h"
#include "core/io/save.h"
#include "core/merge/decide.h"
#include "core/merge/merge.h"
#include "core/state/cite.h"
#include "core/state/update_author.h"
#include "core/state/update_screen.h"
#include "core/state/update_state.h"

namespace proviso::view {
namespace {

std::string_view TookWord(CodingTaken took) {
  switch (took) {
    case CodingTaken::kA:
      return "a";
    case CodingTaken::kB:
      return "b";
    case CodingTaken::kBoth:
      return "both";
    case CodingTaken::kWritten:
      return "written";
    case CodingTaken::kLeftOut:
      break;
  }
  return "left out";
}

/// What the claim of a draft says, in its first reading.
std::string WordsOfDraft(const Dataset& dataset, std::string_view id) {
  for (const io::Draft& draft : io::Drafts(dataset)) {
    if (draft.id != id || !draft.choice.is_object()) continue;
    for (const char* side : {"a", "b"})
      if (const io::JsonValue* reading = draft.choice.Find(side))
        if (const std::string_view gloss = reading->TextOf("gloss"); !gloss.empty())
          return CutText(gloss, 120);
  }
  const RecordRef claim = dataset.Find(id);
  if (claim && claim.table == Table::kClaims)
    return CutText(dataset.claims[claim.index].gloss, 120);
  return std::string(id);
}

/// The drafts once `change` has changed the choice of one of them.
template <class Change>
edit::Step ChangedPair(const Dataset& dataset, std::string_view id, const Change& change) {
  io::JsonValue drafts = io::JsonValue::List();
  for (const io::Draft& draft : io::Drafts(dataset)) {
    io::JsonValue& one = drafts.Add(draft.whole);
    io::JsonValue* choice = draft.id == id ? one.Find("choice") : nullptr;
    if (choice != nullptr && choice->is_object()) change(choice);
  }
  return edit::PutExtension{"x-drafts", drafts.Write()};
}

/// Sets the member `note`; false if it is so already.
bool SetNoteOf(io::JsonValue* of, const std::string& note) {
  if (of->TextOf("note") == note) return false;
  if (note.empty())
    of->Erase("note");
  else
    of->Set("note", note);
  return true;
}

/// The step that keeps why a row is decided so, or none if nothing changes: of a pair that waits,
/// of a claim that came of one, of what was left out.
std::optional<edit::Step> NoteStep(const Dataset& dataset, const std::string& row,
                                   const std::string& note) {
  if (PairOf(dataset, row)) {
    bool changed = false;
    edit::Step step = ChangedPair(
        dataset, row, [&](io::JsonValue* choice) { changed = SetNoteOf(choice, note); });
    return changed ? std::optional(std::move(step)) : std::nullopt;
  }
  std::optional<io::JsonValue> root = io::ReadJson(io::Save(dataset));
  if (!root) return std::nullopt;
  constexpr std::string_view kLeft = "left/";
  if (row.compare(0, kLeft.size(), kLeft) == 0) {
    io::JsonValue* merge = root->Find("x-merge");
    io::JsonValue* left = merge != nullptr ? merge->Find("left") : nullptr;
    if (left == nullptr) return std::nullopt;
    for (std::size_t i = 0; i < left->items().size(); ++i)
      if (std::to_string(i + 1) == row.substr(kLeft.size()) && SetNoteOf(&left->items()[i], note))
        return edit::PutExtension{"x-merge", merge->Write()};
    return std::nullopt;
  }
  io::JsonValue* claims = root->Find("claims");
  if (claims == nullptr) return std::nullopt;
  for (io::JsonValue& claim : claims->items()) {
    io::JsonValue* decided = claim.TextOf("id") == row ? claim.Find("x-decided") : nullptr;
    if (decided != nullptr && decided->is_object() && SetNoteOf(decided, note))
      return edit::Put{Table::kClaims, claim.Write()};
  }
  return std::nullopt;
}

std::size_t Undecided(const Dataset& dataset) {
  std::size_t undecided = 0;
  for (const io::Draft& draft : io::Drafts(dataset)) undecided += draft.choice.is_object();
  return undecided;
}

std::string ProblemWords(const Problem& problem, const Say& say) {
  return say("{0} {1}##sentences", {VisibleText(problem.rule), VisibleText(problem.remedy)});
}

}  // namespace

void CodingsUpdater::operator()(const MergeCoding& command) const {
  if (command.own == nullptr || command.other == nullptr) return;
  const std::string name = VisibleText(command.name);
  // A second merge would take the readings of the first for nobody's.
  if (Undecided(dataset()) > 0) {
    Note(say()("Decide first what the last merge has left open."));
    session.announcement = session.notices.back();
    return;
  }
  // By way of a pointer that may change: whatever is put into its caller would be no part.
  decltype(&merge::Merge) volatile join = merge::Merge;
  Result<merge::MergedCodings> merged = join(dataset(), command.other->dataset, {});
  if (!merged) {
    Note(say()("{0} is not merged. {1}", {name, ProblemWords(merged.problems().front(), say())}));
    session.announcement = session.notices.back();
    return;
  }
  if (merged->bytes == io::Save(dataset())) {
    Note(say()("{0} has nothing else than the dataset that is open: nothing is merged.", {name}));
    session.announcement = session.notices.back();
    return;
  }
  // Theirs are the figures once they are one, and not before.
  session.codings.next_a = command.own;
  session.codings.next_b = command.other;
  EditRequest request;
  request.whole = std::move(merged->bytes);
  request.done = say()("{0} merged##a file", {name});
  request.after = EditRequest::After::kMerged;
  FormUpdater{*this}.Send(std::move(request));
}

void CodingsUpdater::operator()(const DecidePair& command) const {
  Editing& editing = session.editing;
  const bool own = command.took == CodingTaken::kWritten && editing.own != nullptr &&
                   editing.own->draft == command.draft;
  // What is typed and cannot be read is not in what would be taken.
  if (own && !editing.problems.empty()) {
    session.focus = FieldItem(editing.problems.begin()->first);
    session.announcement = editing.problems.begin()->second;
    return;
  }
  decltype(&merge::DecideSteps) volatile decide = merge::DecideSteps;
  Result<std::vector<edit::Step>> steps_of =
      decide(dataset(), command.draft, {std::string(TookWord(command.took)), {}});
  if (!steps_of) return Note(ProblemWords(steps_of.problems().front(), say()));
  EditRequest request;
  request.done = say()(command.took == CodingTaken::kA         ? Key("A taken: “{0}”")
                       : command.took == CodingTaken::kB       ? Key("B taken: “{0}”")
                       : command.took == CodingTaken::kBoth    ? Key("both kept: “{0}”")
                       : command.took == CodingTaken::kWritten ? Key("own version taken: “{0}”")
                                                               : Key("left out: “{0}”##a claim"),
                       {WordsOfDraft(dataset(), command.draft)});
  request.steps = std::move(*steps_of);
  if (own) {
    request.after = EditRequest::After::kCloseForm;
    session.focus.clear();
  }
  FormUpdater{*this}.Send(std::move(request));
}

void CodingsUpdater::operator()(const WritePair& command) const {
  decltype(&OwnVersionOf) volatile make = OwnVersionOf;
  std::shared_ptr<const OwnVersion> own = make(library, command.draft);
  if (own == nullptr)
    return Note(say()(
        "Neither reading of this pair is a claim any more: what they name is not there. Leave the "
        "pair out, and code these words anew."));
  session.editing = {};
  session.editing.record = command.draft;
  session.editing.own = std::move(own);
  session.scroll.erase("inspector");
  session.focus = FieldItem("/gloss");
  session.announcement = say()("Your own version: change what is to be otherwise, then take it.");
}

void CodingsUpdater::operator()(const BeginFrom& command) const {
  const auto& own = session.editing.own;
  const std::optional<io::Draft> pair =
      own != nullptr ? PairOf(dataset(), own->draft) : std::nullopt;
  const io::JsonValue* reading = pair ? pair->choice.Find(command.side) : nullptr;
  if (reading == nullptr) return;
  EditRequest request;
  request.steps = {Written(own->draft, *reading)};
  request.done = say()("own version of “{0}”, begun anew", {WordsOfDraft(dataset(), own->draft)});
  session.editing.typed.clear();
  session.editing.problems.clear();
  FormUpdater{*this}.Send(std::move(request));
}

edit::Step CodingsUpdater::Written(std::string_view draft, const io::JsonValue& record) const {
  return ChangedPair(dataset(), draft, [&record](io::JsonValue* choice) {
    io::JsonValue bare = record;
    bare.Erase("id");
    choice->Set("written", std::move(bare));
  });
}

void CodingsUpdater::Refresh() const {
  if (session.editing.own == nullptr) return;
  decltype(&OwnVersionOf) volatile make = OwnVersionOf;
  std::shared_ptr<const OwnVersion> own = make(library, session.editing.own->draft);
  if (own == nullptr)
    session.editing = {};
  else
    session.editing.own = std::move(own);
}

void CodingsUpdater::operator()(const NotePair& command) const {
  session.editing = {};
  session.editing.noting = command.row;
  session.focus = command.row.empty() ? std::string() : FieldItem(kNotePath);
}

void CodingsUpdater::KeepNote(const std::string& words) const {
  Editing& editing = session.editing;
  const std::string row = NotedRow(editing);
  const std::string note(edit::Trimmed(words));
  editing.typing.clear();
  EditRequest request;
  request.field = kNotePath;
  request.done = say()("note on “{0}”##a decision", {WordsOfDraft(dataset(), row)});
  const std::optional<edit::Step> step = NoteStep(dataset(), row, note);
  if (!step) {  // Nothing is otherwise, or the row has gone.
    editing.typed.erase(std::string(kNotePath));
    if (editing.noting.empty()) return;
    if (session.focus == FieldItem(kNotePath)) session.focus = "codings/" + row + "/note";
    editing.noting.clear();
    return;
  }
  request.steps = {*step};
  editing.typed[std::string(kNotePath)] = words;
  FormUpdater{*this}.Send(std::move(request));
}

void CodingsUpdater::operator()(const SaveReport&) const {
  decltype(&MergeReport) volatile report = MergeReport;
  effects.push_back({Effect::Kind::kSaveFile, report(library, session),
                     std::string(dataset().info.id) + "-merge.html", "text/html"});
}

void CodingsUpdater::NotMerged() const { session.codings.next_a = session.codings.next_b = {}; }

void CodingsUpdater::Merged() const {
  session.codings.a = std::exchange(session.codings.next_a, nullptr);
  session.codings.b = std::exchange(session.codings.next_b, nullptr);
  const std::size_t undecided = Undecided(dataset());
  ScreenUpdater{*this}(ShowCodings{true});
  session.announcement =
      say().Counted(undecided, "Merged. {0} pair is to be decided, and in no answer until then.",
                    "Merged. {0} pairs are to be decided, and in no answer until then.");
}

void ScreenUpdater::operator()(const ShowCodings& command) const {
  if (command.shown && !session.editing_allowed) return;
  // More of the same list begins where the reader is.
  if (command.shown != session.codings.shown || command.tab != session.codings.tab)
    session.scroll.erase("stage");
  session.codings.shown = command.shown;
  session.codings.tab = command.tab;
  session.codings.most = command.most;
  if (!command.shown) return;
  session.editing = {};
  StateUpdater{*this}(ShowView{ViewId::kCompare});
}

void CodingsUpdater::operator()(const SetVersions& command) const {
  session.versions.later = command.later;
  session.versions.most = command.most;
}

void CodingsUpdater::operator()(const TakeVersion& command) const {
  session.versions = {};
  session.versions.other = command.other;
  session.versions.name = VisibleText(command.name);
  session.scroll.erase("dialog");
  ScreenUpdater{*this}(ShowDialog{Dialog::kVersions});
}

void CodingsUpdater::operator()(const SetImport& command) const {
  if (session.opening.correcting == nullptr) return;
  auto next = std::make_shared<Correcting>(*session.opening.correcting);
  if (command.code) {
    for (Correcting::Code& code : next->codes)
      if (code.path == command.place) code.entry = command.words;
    session.opening.correcting = std::move(next);
    return (*this)(ReadAgain{});
  }
  const auto stands = next->cells.find(command.place);
  if (stands != next->cells.end() && stands->second == command.words &&
      next->fixes.count(command.place) == 0)
    return;
  next->fixes[command.place] = command.words;
  session.opening.correcting = std::move(next);
}

void CodingsUpdater::operator()(const ReadAgain&) const {
  if (session.opening.correcting == nullptr) return;
  const Correcting& told = *session.opening.correcting;
  io::JsonValue help = io::JsonValue::Object();
  io::JsonValue& fixes = help.Set("fixes", io::JsonValue::List());
  for (const auto& [place, words] : told.fixes) {
    io::JsonValue& fix = fixes.Add(io::JsonValue::Object());
    fix.Set("where", place);
    fix.Set("words", words);
  }
  io::JsonValue codes = io::JsonValue::Object();
  for (const Correcting::Code& code : told.codes)
    if (auto entry = io::ReadJson(code.entry)) codes.Set(code.path, std::move(*entry));
  if (!codes.members().empty())
    help.Set("map", io::JsonValue::Object()).Set("codes", std::move(codes));
  effects.push_back({Effect::Kind::kReadAgain, help.Write()});
}

void CodingsUpdater::operator()(const OpenOther& command) const {
  if (session.versions.other != nullptr)
    effects.push_back({Effect::Kind::kOpenOther, command.record});
}

}  // namespace proviso::view
