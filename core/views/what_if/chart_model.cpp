#include "core/views/what_if/chart_model.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "core/base/sort.h"
#include "core/views/what_if/parts.h"
#include "core/voice/answer_marks.h"
#include "core/voice/tense.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kLaneRowsAtMost = 12;  // Of a lane; the rest opens in place.
constexpr std::size_t kWiredAtMost = 12;     // Supposed conditions; more would be a thicket.

/// The links through which a likelihood can come.
bool SaysHowLikely(const Condition& link) {
  return link.form == Form::kIf || link.form == Form::kOnlyIf || link.form == Form::kEvenIf;
}

/// True if `claim` can say how likely `matter` is: of itself or through an "if", and not only once
/// the outcome itself has come.
bool CanSay(const Dataset& dataset, const Claim& claim, PropositionId matter,
            PropositionId target) {
  if (claim.about.kind == AboutKind::kProposition)
    return claim.about.literal.proposition() == matter;
  if (claim.about.kind != AboutKind::kCondition) return false;
  const Condition& link = dataset[claim.about.condition];
  if (!SaysHowLikely(link) || link.consequent.proposition() != matter) return false;
  return std::none_of(link.antecedents.begin(), link.antecedents.end(),
                      [target](Literal literal) { return literal.proposition() == target; });
}

/// True if a claim assesses, foresees or gives motives; facts and denials speak of what has been.
bool LooksAhead(const Claim& claim) {
  return claim.kind == ClaimKind::kAssessment || claim.kind == ClaimKind::kPrediction ||
         claim.kind == ClaimKind::kMotive;
}

}  // namespace

bool SpeaksOfFacts(const Library& library, PropositionId target, const Reply& reply) {
  if (reply.kind != ReplyKind::kClose) return false;
  return std::all_of(reply.near.begin(), reply.near.end(), [&](const NearLine& line) {
    return std::all_of(line.claims.begin(), line.claims.end(), [&](ClaimId id) {
      return IsStatus(library.dataset, target, library.dataset[id]);
    });
  });
}

namespace {

void SetSteps(const Strength& level, RowSays* says) {
  if (level.ruler != Ruler::kSegments) return;
  if (level.against > 0 && level.against_fill != Fill::kOpen)
    says->steps.push_back(static_cast<std::uint8_t>(4 - level.against));
  if (level.in_favour > 0 && level.in_favour_fill != Fill::kOpen)
    says->steps.push_back(static_cast<std::uint8_t>(3 + level.in_favour));
}

/// What a claim's own words for its doubt are, if they are short enough to stand beside a mark.
std::string HedgeOf(const Dataset& dataset, const std::vector<ClaimId>& claims) {
  for (const ClaimId id : claims)
    if (!dataset[id].hedges.empty()) return std::string(dataset[id].hedges.front());
  return std::string();
}

bool HasReason(const reason::AnswerCore& answer, reason::Reason why) {
  return std::find(answer.reasons.begin(), answer.reasons.end(), why) != answer.reasons.end();
}

/// What stands before the condition that a voice lacks.
std::string_view LeadKey(LackOf of, bool others) {
  switch (of) {
    case LackOf::kEvenIf:
      return others ? Key("for example, what comes even##before a condition")
                    : Key("only what comes even##before a condition");
    case LackOf::kNeed:
      return Key("only##before a condition");
    case LackOf::kCounts:
      return others ? Key("that it counts, for example,##before a condition")
                    : Key("only that it counts,##before a condition");
    case LackOf::kWay:
      return others ? Key("which way, for example,##before a condition")
                    : Key("only which way,##before a condition");
    case LackOf::kCause:
      return others ? Key("what would explain it, for example,##before a condition")
                    : Key("only what would explain it,##before a condition");
    case LackOf::kLevel:
      break;
  }
  return others ? Key("answers, for example,##before a condition")
                : Key("answers only##before a condition");
}

/// Why `answer` is no likelihood, and the one condition that it lacks.
void SayWhyNot(const Library& library, const reason::AnswerCore& answer, const Reply* reply,
               RowSays* says) {
  const Say& say = library.say;
  if (answer.status != reason::Status::kSilent) {
    says->word = say.Inside(LevelMark(SpeechOf(library), answer).words);
    return;
  }
  if (answer.direction != reason::Direction::kNone) {
    says->word = say.Inside(GivesWay(library.dataset, answer) ? Label(reason::Reason::kPullOnly)
                                                              : Key("Not how likely"));
    return;
  }
  if (reply != nullptr && reply->lack && !reply->lack->near) {
    says->lacks = reply->lack->literal;
    says->lack_of = reply->lack->of;
    says->lacks_others = reply->lack->others;
  } else {
    for (const reason::Unmet& unmet : answer.unmet) {
      says->lacks_others = says->lacks_others || says->lacks;
      if (unmet.missing.size() != 1 || says->lacks) continue;
      says->lacks = unmet.missing.front();
      says->lack_of = WouldGive(library.dataset, unmet);
    }
  }
  if (says->lacks) {
    says->word = say(LeadKey(says->lack_of, says->lacks_others));
    return;
  }
  if (HasReason(answer, reason::Reason::kSwitchedOff) && !answer.switched_off.empty()) {
    says->word = say.Inside(
        say("Set aside if {0}", {IfClause(library.dataset, answer.switched_off.front().by, say)}));
    return;
  }
  if (!answer.unmet.empty()) {
    const std::string needs = IfClauses(library.dataset, answer.unmet.front().missing, say);
    says->word = say.Inside(
        say(LackKey(WouldGive(library.dataset, answer.unmet.front()), answer.unmet.size() > 1),
            {needs}));
    return;
  }
  for (const reason::Reason why :
       {reason::Reason::kNeededNotEnough, reason::Reason::kAsked, reason::Reason::kRankingOnly,
        reason::Reason::kNear, reason::Reason::kOnlyThroughOthers}) {
    if (!HasReason(answer, why)) continue;
    says->word = say.Inside(say(Label(why)));
    return;
  }
  says->nothing = true;
  says->word = say.Inside(say(HasReason(answer, reason::Reason::kPullOnly)
                                  ? Key("Nothing on it as things are supposed")
                                  : Label(reason::Reason::kNeverAddressed)));
}

RowSays ReadSays(const Library& library, const reason::AnswerCore& answer, const Reply* reply) {
  const Say& say = library.say;
  const Dataset& dataset = library.dataset;
  RowSays says;
  says.direction = DirectionMark(SpeechOf(library), answer);
  says.claims = ClaimsNamed(answer);
  for (const reason::Note& note : answer.notes)
    if ((note.kind == reason::NoteKind::kUncommitted || note.kind == reason::NoteKind::kAsked) &&
        note.claim && says.claims.empty())
      says.claims.push_back(note.claim);
  if (says.claims.empty())
    for (const reason::Unmet& unmet : answer.unmet) says.claims.push_back(unmet.claim);
  const Strength level = LevelMark(SpeechOf(library), answer);
  SetSteps(level, &says);
  if (says.steps.empty()) {
    SayWhyNot(library, answer, reply, &says);
    return says;
  }
  says.conflict = answer.status == reason::Status::kConflict;
  says.derived = answer.derived;
  says.word = say.Inside(level.words);
  if (answer.status != reason::Status::kPredicted) return says;
  const Modality strength = answer.strength.value_or(Modality::kPossible);
  const std::string plain = say.Inside(LevelSaid(SpeechOf(library), strength, answer.literal));
  if (answer.derived) {
    std::vector<std::string> places;
    for (const reason::Inference& step : answer.because.steps)
      for (const Ref& ref : PlacesOf(library, dataset[step.claim]))
        if (std::find(places.begin(), places.end(), ref.short_words) == places.end())
          places.push_back(ref.short_words);
    says.word = say("{0}: follows from {1}##how likely, the places", {plain, say.Join(places)});
    return says;
  }
  std::vector<ClaimId> steps;
  for (const reason::Inference& step : answer.because.steps) steps.push_back(step.claim);
  const std::string hedge = HedgeOf(dataset, steps);
  says.hedge = !hedge.empty();
  if (level.words == LevelSaid(SpeechOf(library), strength, answer.literal) || says.hedge)
    says.word = says.hedge ? hedge : plain;
  return says;
}

/// A row before what it says is known.
struct Seat {
  ChartRow row;
  VoiceOrder order;
};

class ChartBuilder {
 public:
  ChartBuilder(const Library& library, const ViewState& state, const Outcome& outcome,
               const std::vector<std::uint8_t>& passes, Answers* answers, Answers* before)
      : library_(library),
        dataset_(library.dataset),
        state_(state),
        outcome_(outcome),
        passes_(passes),
        answers_(answers),
        before_(before) {}

  ChartModel Run() {
    const Say& say = library_.say;
    const Tense tense = TenseOf(library_, Literal(outcome_.target));
    for (const bool negated : {true, false})
      for (std::size_t i = 0; i < 4; ++i)
        model_.steps.push_back(say.Inside(
            say(LevelWords(tense, static_cast<Modality>(negated ? i : 3 - i), negated))));
    std::vector<Seat> of_it, of_near;
    for (std::uint32_t i = 0; i < library_.views.size(); ++i)
      Place(reason::ViewIndex(i), &of_it, &of_near);
    AddLane("outcome", say("Says how likely it is"), std::move(of_it));
    AddLane("near", say("Speaks of a step before it, or of part of it"), std::move(of_near));
    AddSpeaking();
    return std::move(model_);
  }

 private:
  bool Passes(std::span<const ClaimId> claims) const {
    if (state_.claims.empty()) return true;
    return std::any_of(claims.begin(), claims.end(),
                       [&](ClaimId id) { return passes_[id.index()] != 0; });
  }

  Seat SeatOf(reason::ViewIndex view, PropositionId near,
              const std::vector<ClaimId>& claims) const {
    Seat seat;
    ChartRow& row = seat.row;
    std::string key;
    for (const ActorId actor : reason::PathOf(library_.views, view))
      key.append("/").append(dataset_[actor].id);
    row.id = "row" + key;
    row.view = view;
    row.near = near;
    row.name = ViewName(library_, view);
    row.mark = MarkOf(library_, view);
    if (near) {
      row.id.append("~").append(dataset_[near].id);
      row.through = ShortName(dataset_, near);
    } else {
      row.through = BrieflyThrough(dataset_, library_.views, view, library_.say);
      const bool disputed = std::any_of(claims.begin(), claims.end(), [&](ClaimId id) {
        return !library_.views.disputes[id].empty();
      });
      if (row.mark.doubted)
        row.through = library_.say("{0}; doubted##how it reaches us", {row.through});
      else if (disputed)
        row.through = library_.say("{0}; disputed##how it reaches us", {row.through});
    }
    seat.order = OrderOf(library_, view);
    // Of those who are as near, whoever speaks of it earlier; an author stands by his text.
    if (seat.order.distance != Distance::kOwn && !claims.empty())
      for (const ClaimId id : claims) {
        VoiceOrder place = OrderOf(library_, id);
        place.distance = seat.order.distance;
        place.index = seat.order.index;
        if (id == claims.front() || place < seat.order) seat.order = place;
      }
    return seat;
  }

  void Place(reason::ViewIndex view, std::vector<Seat>* of_it, std::vector<Seat>* of_near) {
    const std::span<const ClaimId> held = library_.views.claims[view];
    if (!Passes(held)) return;
    std::vector<ClaimId> here;
    for (const ClaimId id : held)
      if (CanSay(dataset_, dataset_[id], outcome_.target, outcome_.target)) here.push_back(id);
    const bool author =
        library_.views[view].depth == 1 && dataset_.documents.size() <= kTextsInFull;
    if (author || !here.empty()) of_it->push_back(SeatOf(view, PropositionId(), here));
    for (const auto& [matter, how] : library_.views.near[outcome_.target]) {
      if (how == Nearness::kEarlier) continue;
      here.clear();
      for (const ClaimId id : held)
        if (LooksAhead(dataset_[id]) && CanSay(dataset_, dataset_[id], matter, outcome_.target))
          here.push_back(id);
      if (!here.empty()) of_near->push_back(SeatOf(view, matter, here));
    }
  }

  void Fill(ChartRow* row) const {
    row->says = SaysOf(library_, answers_, *row);
    if (before_ != nullptr) {
      RowSays then = SaysOf(library_, before_, *row);
      if (!then.SameAs(row->says)) row->before = std::move(then);
    }
    if (row->says.lacks)
      row->needs = MissingOf(library_, *row->says.lacks, row->says.lack_of, row->says.lacks_others);
    for (const ClaimId id : row->says.claims)
      for (Ref& ref : PlacesOf(library_, dataset_[id])) row->refs.push_back(std::move(ref));
    row->about = dataset_[reason::PathOf(library_.views, row->view).back()].id;
    if (!row->says.claims.empty()) {
      row->gloss = GlossOf(library_, dataset_[row->says.claims.front()]).plain();
      row->about = dataset_[row->says.claims.front()].id;
    }
    std::vector<std::string> parts{row->says.word};
    if (row->needs) parts.front() = library_.say.Inside(row->needs->words);
    if (row->says.direction) parts.push_back(library_.say.Inside(row->says.direction->words));
    row->reply = library_.say.Chain(Key("{0}; {1}##of a reply"), parts);
    const std::string path = PathWords(library_, row->view);
    row->explained = state_.why == path;
    row->why = SetField{"why", row->explained ? std::string() : EncodedText(path)};
  }

  void AddLane(std::string key, std::string title, std::vector<Seat> seats) {
    if (seats.empty()) return;
    SortList(&seats, [](const Seat& a, const Seat& b) {
      return std::tie(a.order, a.row.id) < std::tie(b.order, b.row.id);
    });
    for (const Seat& seat : seats) seated_.insert(seat.row.view);
    ChartLane lane;
    lane.key = std::move(key);
    lane.title = std::move(title);
    const bool opened =
        std::find(state_.opened.begin(), state_.opened.end(), lane.key) != state_.opened.end();
    std::size_t count = seats.size();
    if (count > kLaneRowsAtMost + 1) {
      lane.more = static_cast<std::uint32_t>(count - kLaneRowsAtMost);
      lane.fold = Toggle(library_, state_, lane.key, lane.more);
      if (!opened) count = kLaneRowsAtMost;
    }
    for (std::size_t i = 0; i < count; ++i) {
      Fill(&seats[i].row);
      lane.rows.push_back(std::move(seats[i].row));
    }
    model_.lanes.push_back(std::move(lane));
  }

  void AddSpeaking() {
    std::vector<Seat> seats;
    for (std::uint32_t i = 0; i < library_.views.size(); ++i) {
      const reason::ViewIndex view(i);
      if (seated_.count(view) != 0 || answers_->reach().of_view[i] == reason::Reach::kNothing ||
          !Passes(library_.views.claims[view]))
        continue;
      const Reply& reply = answers_->ReplyOf(library_, view);
      if (!reply.answers() || SpeaksOfFacts(library_, outcome_.target, reply)) continue;
      seats.push_back(SeatOf(view, PropositionId(), {}));
      ChartRow& row = seats.back().row;
      Fill(&row);
      row.reply = reply.words;
    }
    SortList(&seats, [](const Seat& a, const Seat& b) { return a.order < b.order; });
    for (Seat& seat : seats) model_.speaking.push_back(std::move(seat.row));
  }

  const Library& library_;
  const Dataset& dataset_;
  const ViewState& state_;
  const Outcome& outcome_;
  const std::vector<std::uint8_t>& passes_;
  Answers* answers_;
  Answers* before_;
  std::set<reason::ViewIndex> seated_;
  ChartModel model_;
};

}  // namespace

bool RowSays::SameAs(const RowSays& other) const {
  const auto way = [](const RowSays& one) {
    return one.direction ? one.direction->words : std::string();
  };
  return steps == other.steps && conflict == other.conflict && word == other.word &&
         lacks == other.lacks && way(*this) == way(other);
}

RowSays SaysOf(const Library& library, const reason::NearAnswer& near) {
  return ReadSays(library, near, nullptr);
}

RowSays SaysOf(const Library& library, Answers* answers, const ChartRow& row) {
  const reason::Answer& answer = answers->Of(library, row.view);
  if (!row.near) return ReadSays(library, answer, &answers->ReplyOf(library, row.view));
  for (const reason::NearAnswer& near : answer.near)
    if (near.proposition == row.near) return ReadSays(library, near, nullptr);
  // It says nothing of it now: what it would need is asked of it by itself.
  return ReadSays(
      library,
      reason::Ask(library.dataset, library.views, row.view, Literal(row.near), answers->scenario()),
      nullptr);
}

Missing MissingOf(const Library& library, Literal literal, LackOf of, bool others) {
  const Proposition& p = library.dataset[literal.proposition()];
  const Say& say = library.say;
  Missing missing;
  missing.proposition = p.id;
  missing.label = p.label;
  const bool plain = !literal.negated() || !p.negated.empty();
  missing.prefix = plain ? say("if##before a condition") : say("if not##before a condition");
  missing.chip = literal.negated() && !p.negated.empty()
                     ? std::string(p.negated)
                     : std::string(ShortName(library.dataset, literal.proposition()));
  missing.lead = say(LeadKey(of, others));
  missing.words = say(LackKey(of, others), {IfClause(library.dataset, literal, say)});
  missing.needed = literal.negated() ? Lever::kOff : Lever::kOn;
  missing.suppose = Suppose{missing.proposition, missing.needed};
  return missing;
}

ChartModel BuildChartModel(const Library& library, const ViewState& state, const Outcome& outcome,
                           const std::vector<std::uint8_t>& passes, Answers* answers,
                           Answers* before) {
  return ChartBuilder(library, state, outcome, passes, answers, before).Run();
}

std::vector<WireModel> BuildWires(const Library& library, const ViewState& state,
                                  const Outcome& outcome, const WhatIfModel& model,
                                  const reason::Scenario& scenario, WithoutOne* kept) {
  std::vector<WireModel> wires;
  if (!outcome.target || scenario.supposed.size() > kWiredAtMost) return wires;
  std::map<std::string, const LeverRow*> levers;
  for (const LeverGroup& group : model.groups)
    for (const LeverRow& row : group.rows) levers.emplace(row.id, &row);
  kept->answers.resize(scenario.supposed.size());
  for (std::size_t i = 0; i < scenario.supposed.size(); ++i) {
    const Literal literal = scenario.supposed[i];
    const auto lever = levers.find(std::string(library.dataset[literal.proposition()].id));
    if (lever == levers.end()) continue;
    std::vector<Literal> rest = scenario.supposed;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
    const auto then = reason::MakeScenario(library.dataset, rest, state.strict);
    if (!then.ok()) continue;
    kept->answers[i].Follow(library, outcome.target, *then);
    const auto wire = [&](const ChartRow& row) {
      if (SaysOf(library, &kept->answers[i], row).SameAs(row.says)) return;
      WireModel one{lever->first, row.id, std::nullopt};
      if (lever->second->lever == Lever::kOn)
        for (const auto& [view, mark] : lever->second->by_view)
          if (view == row.view && (!one.sign || mark.other_step == static_cast<bool>(row.near)))
            one.sign = mark;
      if (!one.sign) one.sign = row.says.direction;
      wires.push_back(std::move(one));
    };
    for (const ChartLane& lane : model.chart.lanes)
      for (const ChartRow& row : lane.rows) wire(row);
    for (const ChartRow& row : model.chart.speaking) wire(row);
  }
  return wires;
}

}  // namespace proviso::view
