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
    row.sign.words = library.say(DirectionKey(line.pull));
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
  section.title = library.say(Heading(part));
  switch (part) {
    case WhyPart::kLevel: {
      section.key = "level";
      section.strength = LevelMark(library, answer);
      section.title = section.strength->words;
      const std::size_t steps = answer.because.steps.size();
      if (steps > 0)
        section.aside = answer.derived ? library.say.Counted(steps, "nobody says it, {0} step",
                                                             "nobody says it, {0} steps")
                                       : library.say.Counted(steps, "said directly, {0} step",
                                                             "said directly, {0} steps");
      break;
    }
    case WhyPart::kAgainst:
      section.key = "against";
      break;
    case WhyPart::kDirection:
      section.key = "direction";
      section.sign = DirectionMark(library.say, answer);
      if (section.sign) section.title = section.sign->words;
      section.aside = library.say.Counted(answer.pulls.size(), "{0} pull", "{0} pulls");
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
  const Say& say = library.say;
  WhyModel model;
  model.close = SetField{"why", ""};
  model.outcome = dataset[outcome.target].label;
  const Result<reason::ViewIndex> view = reason::FindView(dataset, library.views, state.why);
  if (!view.ok()) {
    model.heading = say("Why?");
    model.unknown = say("This dataset has no voice that is told in this way: {0}.", {state.why});
    return model;
  }
  answers->Follow(library, outcome.target, ScenarioOf(dataset, state.on, state.off, state.strict));
  const reason::Answer& answer = answers->Of(library, *view);
  model.heading = say("Why? · {0}, {1}", {ViewName(library, *view), ThroughWords(library, *view)});
  for (const WhyLine& line : WhyLines(dataset, library.views, answer, say)) {
    WhySection section = SectionOf(library, answer, line.part);
    if (model.sections.empty() || model.sections.back().key != section.key)
      model.sections.push_back(std::move(section));
    model.sections.back().rows.push_back(RowOf(library, session, line));
  }
  for (const ChangeLine& change : ChangeLines(dataset, library.views, *view,
                                              Literal(outcome.target), answers->scenario(), say)) {
    if (model.changes.size() < kChangesAtMost)
      model.changes.push_back(
          {change.lever, change.words, change.then, Turn(change.to, change.lever)});
    else
      ++model.more_changes;
  }
  if (model.changes.empty()) model.no_change = say("No single condition would change it.");
  std::string text = VisibleText(WhyText(dataset, library.views, answer, say));
  text += "  " + say("What would change it") + "\n";
  for (const WhyChange& change : model.changes)
    text += "    " + say("{0}: {1}", {change.words, change.then}) + "\n";
  text += "  " + CiteWords(library, session, {}) + "\n";
  model.actions.push_back(
      {"copy", say("Copy as text"), CopyText{std::move(text), say("the reasons")}, "", true});
  model.actions.push_back(
      {"strict", say(state.strict ? "Read “if” as making a difference" : "Read strictly instead"),
       SetStrict{!state.strict}, "", false});
  if (std::optional<ViewState> compare =
          CompareStateOf(library, state, {Table::kPropositions, outcome.target.index()})) {
    compare->why.clear();
    model.actions.push_back(
        {"compare", say("Compare the texts on it"), SetState{*std::move(compare)}, "", false});
  }
  return model;
}

}  // namespace proviso::view
