// Two codings become one, and their pairs are decided one after the other; and what compares the
// open dataset with another version.

#include <utility>

#include "core/base/safe_text.h"
#include "core/io/drafts.h"
#include "core/io/save.h"
#include "core/merge/decide.h"
#include "core/merge/merge.h"
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
  return std::string(id);
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
  session.codings.a = command.own;
  session.codings.b = command.other;
  EditRequest request;
  request.whole = std::move(merged->bytes);
  request.done = say()("{0} merged##a file", {name});
  request.after = EditRequest::After::kMerged;
  FormUpdater{*this}.Send(std::move(request));
}

void CodingsUpdater::operator()(const DecidePair& command) const {
  decltype(&merge::DecideSteps) volatile decide = merge::DecideSteps;
  Result<std::vector<edit::Step>> steps_of =
      decide(dataset(), command.draft, {std::string(TookWord(command.took)), {}});
  if (!steps_of) return Note(ProblemWords(steps_of.problems().front(), say()));
  EditRequest request;
  request.done = say()(command.took == CodingTaken::kA      ? Key("A taken: “{0}”")
                       : command.took == CodingTaken::kB    ? Key("B taken: “{0}”")
                       : command.took == CodingTaken::kBoth ? Key("both kept: “{0}”")
                                                            : Key("left out: “{0}”##a claim"),
                       {WordsOfDraft(dataset(), command.draft)});
  request.steps = std::move(*steps_of);
  FormUpdater{*this}.Send(std::move(request));
}

void CodingsUpdater::Merged() const {
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

void CodingsUpdater::operator()(const OpenOther& command) const {
  if (session.versions.other != nullptr)
    effects.push_back({Effect::Kind::kOpenOther, command.record});
}

}  // namespace proviso::view
