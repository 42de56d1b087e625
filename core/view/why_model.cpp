#include "core/view/why_model.h"

#include <optional>
#include <utility>

#include "core/view/compare.h"
#include "core/view/inspector_model.h"
#include "core/view/safe_text.h"
#include "core/view/share_model.h"
#include "core/view/what_if_views.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

constexpr std::size_t kChangesAtMost = 12;

Sign SignOfPull(reason::Direction pull) {
  switch (pull) {
    case reason::Direction::kMore:
      return Sign::kMore;
    case reason::Direction::kLess:
      return Sign::kLess;
    case reason::Direction::kZero:
      return Sign::kNoEffect;
    default:
      return Sign::kUnstated;
  }
}

WhyRow RowOf(const Library& library, const Session& session, const WhyLine& line) {
  WhyRow row;
  row.mark = line.mark;
  row.step = line.step;
  row.tail = line.tail;
  if (line.mark == WhyMark::kPull) {
    row.sign.sign = SignOfPull(line.pull);
    row.sign.words = DirectionWords(line.pull);
  }
  row.text.runs.push_back({line.lead, false});
  if (!line.lever.empty()) row.open = Select{line.lever};
  if (line.claim.empty()) return row;
  const RecordRef record = library.dataset.Find(line.claim);
  const Claim& claim = library.dataset.claims[record.index];
  if (line.told) {
    row.text.runs.back().text += " ";
    for (WordRun& run : GlossOf(library, claim).runs) row.text.runs.push_back(std::move(run));
  }
  row.open = Select{line.claim};
  if (line.mark == WhyMark::kSo) return row;  // Its places stand above.
  row.refs = RefsOf(library, claim);
  row.place = OpenPlace{line.claim};
  row.check = CheckOf(library, session, claim);
  return row;
}

WhySection SectionOf(const Library& library, const reason::Answer& answer, WhyPart part) {
  WhySection section;
  section.title = Heading(part);
  switch (part) {
    case WhyPart::kLevel: {
      section.key = "level";
      section.strength = LevelMark(library, answer);
      section.title = section.strength->words;
      const std::size_t steps = answer.because.steps.size();
      if (steps > 0)
        section.aside = (answer.derived ? "nobody says it, " : "said directly, ") +
                        Counted(steps, "step", "steps");
      break;
    }
    case WhyPart::kAgainst:
      section.key = "against";
      break;
    case WhyPart::kDirection:
      section.key = "direction";
      section.sign = DirectionMark(answer);
      if (section.sign) section.title = section.sign->words;
      section.aside = Counted(answer.pulls.size(), "pull", "pulls");
      break;
    case WhyPart::kNotUsed:
      section.key = "not-used";
      break;
    case WhyPart::kBeside:
      section.key = "beside";
      break;
  }
  return section;
}

Command Turn(const reason::Supposed to, const std::string& lever) {
  return Suppose{lever, to == reason::Supposed::kOn    ? Lever::kOn
                        : to == reason::Supposed::kOff ? Lever::kOff
                                                       : Lever::kOpen};
}

}  // namespace

std::optional<WhyModel> BuildWhyModel(const Library& library, const Session& session,
                                      Answers* answers) {
  const ViewState& state = session.state;
  const Outcome outcome = FindOutcome(library, state);
  if (state.why.empty() || !outcome.target) return std::nullopt;
  const Dataset& dataset = library.dataset;
  WhyModel model;
  model.close = SetField{"why", ""};
  model.outcome = dataset[outcome.target].label;
  const Result<reason::ViewIndex> view = reason::FindView(dataset, library.views, state.why);
  if (!view.ok()) {
    model.heading = "Why?";
    model.unknown = "This dataset has no voice that is told in this way: " + state.why + ".";
    return model;
  }
  answers->Follow(library, outcome.target, ScenarioOf(dataset, state.on, state.off, state.strict));
  const reason::Answer& answer = answers->Of(library, *view);
  model.heading = "Why? · " + ViewName(library, *view) + ", " + ThroughWords(library, *view);
  for (const WhyLine& line : WhyLines(dataset, library.views, answer)) {
    WhySection section = SectionOf(library, answer, line.part);
    if (model.sections.empty() || model.sections.back().key != section.key)
      model.sections.push_back(std::move(section));
    model.sections.back().rows.push_back(RowOf(library, session, line));
  }
  for (const ChangeLine& change :
       ChangeLines(dataset, library.views, *view, Literal(outcome.target), answers->scenario())) {
    if (model.changes.size() < kChangesAtMost)
      model.changes.push_back(
          {change.lever, change.words, change.then, Turn(change.to, change.lever)});
    else
      ++model.more_changes;
  }
  if (model.changes.empty()) model.no_change = "No single condition would change it.";
  std::string text = VisibleText(WhyText(dataset, library.views, answer));
  text += "  What would change it\n";
  for (const WhyChange& change : model.changes)
    text += "    " + change.words + ": " + change.then + "\n";
  text += "  " + CiteWords(library, session, {}) + "\n";
  model.actions.push_back(
      {"copy", "Copy as text", CopyText{std::move(text), "the reasons"}, "", true});
  model.actions.push_back(
      {"strict", state.strict ? "Read “if” as making a difference" : "Read strictly instead",
       SetStrict{!state.strict}, "", false});
  if (std::optional<ViewState> compare =
          CompareStateOf(library, state, {Table::kPropositions, outcome.target.index()})) {
    compare->why.clear();
    model.actions.push_back(
        {"compare", "Compare the texts on it", SetState{*std::move(compare)}, "", false});
  }
  return model;
}

}  // namespace proviso::view
