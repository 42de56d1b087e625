#include "core/views/what_if/why_model.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "core/base/safe_text.h"
#include "core/base/sort.h"
#include "core/state/cite.h"
#include "core/state/sides.h"
#include "core/views/what_if/parts.h"
#include "core/voice/compare.h"
#include "core/words/labels.h"

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
    row.sign.words = line.way;
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
  row.refs = PlacesOf(library, claim);
  row.place = OpenPlace{line.claim};
  row.check = CheckOf(library, session, claim);
  return row;
}

/// The section of what is said of a matter near the outcome: how near, what, how firmly.
void SetNear(const Library& library, const reason::Answer& answer, PropositionId matter,
             WhySection* section) {
  for (const reason::NearAnswer& near : answer.near) {
    if (near.proposition != matter) continue;
    section->key = "near/" + std::string(library.dataset[matter].id);
    section->title = library.say(
        "{0}: {1}", {library.say(NearKey(near.how)), ShortName(library.dataset, matter)});
    section->earlier = near.how == Nearness::kEarlier;
    if (near.status != reason::Status::kSilent)
      section->strength = LevelMark(SpeechOf(library), near);
    section->sign = DirectionMark(SpeechOf(library), near);
    if (section->sign) section->sign->other_step = true;
    return;
  }
}

/// `says`: what its row in the chart says.
WhySection SectionOf(const Library& library, const reason::Answer& answer, const Reply& reply,
                     const RowSays& says, const WhyLine& line) {
  WhySection section;
  section.title = library.say(Heading(line.part));
  switch (line.part) {
    case WhyPart::kLevel: {
      section.key = "level";
      section.strength = reply.level;
      // Without a likelihood of the outcome it is told why, as in the chart.
      std::string words = reply.level.words;
      if (says.steps.empty() && reply.level.ruler != Ruler::kRing) section.strength.reset();
      if (says.steps.empty())
        words = says.lacks ? MissingOf(library, *says.lacks, says.lack_of, says.lacks_others).words
                           : says.word;
      section.title = library.say(
          "{0}: {1}",
          {ShortName(library.dataset, answer.target.proposition()), library.say.Inside(words)});
      const std::size_t steps = answer.because.steps.size();
      if (steps > 0)
        section.aside =
            answer.derived
                ? library.say.Counted(steps, "not said, {0} step", "not said, {0} steps")
                : library.say.Counted(steps, "said directly, {0} step", "said directly, {0} steps");
      break;
    }
    case WhyPart::kAgainst:
      section.key = "against";
      break;
    case WhyPart::kDirection:
      section.key = "direction";
      section.sign = reply.direction;
      if (section.sign) section.title = section.sign->words;
      section.aside = library.say.Counted(answer.pulls.size(), "{0} push", "{0} pushes");
      break;
    case WhyPart::kNear:
      SetNear(library, answer, line.near, &section);
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

bool IsQuestion(const Library& library, const WhyLine& line) {
  if (line.claim.empty()) return false;
  return library.dataset.claims[library.dataset.Find(line.claim).index].act == Act::kQuestion;
}

bool StandsIn(const std::vector<WhyRow>& rows, const std::string& claim) {
  return std::any_of(rows.begin(), rows.end(), [&claim](const WhyRow& row) {
    const Select* open = row.open ? row.open->As<Select>() : nullptr;
    return row.mark == WhyMark::kStep && open != nullptr && open->id == claim;
  });
}

/// The outcome, what is near it, what was so before, what is not used, what stands beside.
int PlaceOf(const WhySection& section) {
  if (section.key == "not-used") return 3;
  if (section.key == "beside") return 4;
  if (section.key.rfind("near/", 0) == 0) return section.earlier ? 2 : 1;
  return 0;
}

WhyChange ChangeOf(const Library& library, const ViewState& state, const ChangeLine& change) {
  const Say& say = library.say;
  WhyChange one{change.lever,
                change.words,
                change.then,
                Turn(change.to, change.lever),
                {},
                {},
                LeverOf(state, change.lever)};
  one.name = ShortName(library.dataset, PropositionId(library.dataset.Find(change.lever).index));
  const Lever to = change.to == reason::Supposed::kOn    ? Lever::kOn
                   : change.to == reason::Supposed::kOff ? Lever::kOff
                                                         : Lever::kOpen;
  one.turned = say("{0}: {1}", {say.Inside(Label(to)), say.Inside(change.then)});
  return one;
}

}  // namespace

std::optional<WhyModel> BuildWhyModel(const Library& library, const Session& session,
                                      Answers* answers) {
  const ViewState& state = session.state;
  const Outcome outcome = FindOutcome(library, state.target);
  if (state.why.empty() || !outcome.target) return std::nullopt;
  const Dataset& dataset = library.dataset;
  const Say& say = library.say;
  WhyModel model;
  model.close = SetField{"why", ""};
  const Result<reason::ViewIndex> view = reason::FindView(dataset, library.views, state.why);
  if (!view.ok()) {
    model.heading = say("Why?");
    model.unknown = say("This dataset has no voice that is told in this way: {0}.", {state.why});
    return model;
  }
  answers->Follow(library, outcome.target, ScenarioOf(dataset, state.on, state.off, state.strict));
  const reason::Answer& answer = answers->Of(library, *view);
  const Reply& reply = answers->ReplyOf(library, *view);
  model.heading = say("Why? · {0}, {1}", {ViewName(library, *view), ThroughWords(library, *view)});
  model.mark = MarkOf(library, *view);
  ChartRow row;
  row.view = *view;
  const RowSays says = SaysOf(library, answers, row);
  std::string skipped;  // What is said of a pull whose claim stands as a step already.
  for (const WhyLine& line : WhyLines(dataset, library.views, answer, say)) {
    if (line.part == WhyPart::kBeside && !model.sections.empty() && IsQuestion(library, line)) {
      // A question about the outcome is all that is said of it.
      std::vector<WhyRow>& rows = model.sections.front().rows;
      rows.insert(rows.begin(), RowOf(library, session, line));
      continue;
    }
    WhySection section = SectionOf(library, answer, reply, says, line);
    if (model.sections.empty() || model.sections.back().key != section.key)
      model.sections.push_back(std::move(section));
    std::vector<WhyRow>& rows = model.sections.back().rows;
    if (line.part == WhyPart::kNear && line.mark == WhyMark::kPull && StandsIn(rows, line.claim)) {
      if (rows.back().mark == WhyMark::kIf) rows.pop_back();
      skipped = line.tail;
      continue;
    }
    rows.push_back(RowOf(library, session, line));
    if (line.mark != WhyMark::kSo) continue;
    if (rows.back().tail.empty()) rows.back().tail = std::move(skipped);
    skipped.clear();
  }
  // What was so before comes last of what is near.
  SortList(&model.sections,
           [](const WhySection& a, const WhySection& b) { return PlaceOf(a) < PlaceOf(b); });
  std::set<std::string> changing;
  for (const ChangeLine& change : ChangeLines(dataset, library.views, *view,
                                              Literal(outcome.target), answers->scenario(), say)) {
    changing.insert(change.lever);
    if (model.changes.size() < kChangesAtMost)
      model.changes.push_back(ChangeOf(library, state, change));
    else
      ++model.more_changes;
  }
  std::size_t others = 0;
  for (const PropositionId lever : Levers(dataset, outcome.target))
    others += changing.count(std::string(dataset[lever].id)) == 0 ? 1u : 0u;
  if (others > 0 && !changing.empty())
    model.others =
        say("Other conditions that change nothing for this voice: {0}", {std::to_string(others)});
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
