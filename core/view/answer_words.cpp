#include "core/view/answer_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/view/voice_model.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

using reason::Answer;
using reason::Derivation;
using reason::Direction;
using reason::Inference;
using reason::Note;
using reason::NoteKind;
using reason::Status;

std::string_view StanceOnThis(Stance stance) {
  constexpr std::array<std::string_view, 8> kLabels{
      "{0} says this:",        "{0} reports this:",
      "{0} endorses this:",    "{0} doubts this:",
      "{0} disputes this:",    "{0} says this for another’s mind:",
      "{0} ranks this lower:", "{0} keeps a distance from this:"};
  return kLabels[static_cast<std::size_t>(stance)];
}

std::string_view PullKey(Direction pull) {
  switch (pull) {
    case Direction::kMore:
      return Key("Pushes up “{0}”.");
    case Direction::kLess:
      return Key("Pushes down “{0}”.");
    case Direction::kZero:
      return Key("Moves neither way: “{0}”.");
    default:
      return Key("Leaves open which way: “{0}”.");
  }
}

class Explainer {
 public:
  Explainer(const Dataset& dataset, const reason::Views& views, const Answer& answer,
            const Say& say)
      : dataset_(dataset),
        answer_(answer),
        say_(say),
        who_(std::string(dataset[views[answer.view].actor].name)) {}

  std::vector<WhyLine> Run() {
    AddSteps(WhyPart::kLevel, answer_.because);
    AddAnswer();
    if (!answer_.against.steps.empty()) AddSteps(WhyPart::kAgainst, answer_.against);
    AddDirection();
    for (const reason::Unmet& unmet : answer_.unmet)
      Add(WhyPart::kNotUsed, WhyMark::kNote, Speaker(unmet.claim), unmet.claim,
          say_("{0} of {1} conditions met; missing: {2}.",
               {std::to_string(unmet.met), std::to_string(unmet.of), Labels(unmet.missing)}));
    for (const reason::SwitchedOff& off : answer_.switched_off)
      Add(WhyPart::kNotUsed, WhyMark::kNote, say_("Switched off by {0}:", {LabelOf(off.by)}),
          off.claim);
    for (const reason::NearAnswer& near : answer_.near) AddNear(near);
    for (const Note& note : answer_.notes) AddNote(note);
    return std::move(lines_);
  }

 private:
  WhyLine& Add(WhyPart part, WhyMark mark, std::string lead, ClaimId claim = {},
               std::string tail = {}) {
    WhyLine line;
    line.part = part;
    line.mark = mark;
    line.lead = std::move(lead);
    if (claim) line.claim = dataset_[claim].id;
    line.tail = std::move(tail);
    lines_.push_back(std::move(line));
    return lines_.back();
  }

  /// A sentence of its own, which opens `claim`.
  void Tell(WhyPart part, WhyMark mark, std::string words, ClaimId claim = {}) {
    Add(part, mark, std::move(words), claim).told = false;
  }

  /// "You suppose: …", once a literal and part.
  void AddIf(WhyPart part, Literal literal) {
    for (const WhyLine& line : lines_)
      if (line.part == part && line.mark == WhyMark::kIf &&
          line.lever == dataset_[literal.proposition()].id)
        return;
    Add(part, WhyMark::kIf, say_("You suppose: {0}.", {LabelOf(literal)})).lever =
        dataset_[literal.proposition()].id;
  }

  std::string LabelOf(Literal literal) const {
    return QuotedLiterals(dataset_, {&literal, 1}, say_);
  }
  std::string Labels(std::span<const Literal> literals) const {
    return QuotedLiterals(dataset_, literals, say_);
  }

  /// "c-1 (“A briefing” ¶2)"
  std::string Cited(ClaimId id) const {
    return say_("{0} ({1})", {dataset_[id].id, PlaceWords(dataset_, dataset_[id], say_)});
  }
  std::string Holder(ClaimId id) const { return std::string(dataset_[dataset_[id].holder()].name); }

  std::string Speaker(ClaimId id) const { return say_("{0} says:", {Holder(id)}); }

  std::string Firmness(std::optional<Modality> strength, Literal literal) const {
    return say_.Inside(LevelWords(strength.value_or(Modality::kStated), literal.negated()));
  }

  void AddAnswer() {
    const std::string outcome(dataset_[answer_.target.proposition()].label);
    const auto tell = [this](std::string words) {
      Tell(WhyPart::kLevel, WhyMark::kSo, std::move(words));
    };
    switch (answer_.status) {
      case Status::kAssumed:
        return tell(say_("You suppose {0}: what anybody says about it is set aside.",
                         {LabelOf(answer_.literal)}));
      case Status::kPredicted: {
        const std::string firm = Firmness(answer_.strength, answer_.literal);
        if (!answer_.derived) {
          const Inference& step = answer_.because.steps[0];
          return Tell(
              WhyPart::kLevel, WhyMark::kSo,
              say_(step.antecedents.empty() ? "“{0}”: {1}. {2} says so in {3}."
                                            : "“{0}”: {1}. {2} says so, on this condition, in {3}.",
                   {outcome, firm, who_, Cited(step.claim)}),
              step.claim);
        }
        std::vector<std::string> cited;
        for (const Inference& step : answer_.because.steps) cited.push_back(Cited(step.claim));
        return tell(say_(answer_.attenuated
                             ? "“{0}”: {1}, weaker than any word for it. This follows from what "
                               "{2} says in {3}; {2} does not say it."
                             : "“{0}”: {1}. This follows from what {2} says in {3}; {2} does not "
                               "say it.",
                         {outcome, firm, who_, say_.Join(cited)}));
      }
      case Status::kConflict:
        return tell(say_("“{0}”: in conflict. On one side {1}, on the other {2}.",
                         {outcome, Firmness(answer_.because.strength, answer_.because.literal),
                          Firmness(answer_.against.strength, answer_.against.literal)}));
      case Status::kEven:
        return tell(say_("“{0}”: {1} says it is about even.", {outcome, who_}));
      case Status::kOpen:
        return tell(
            say_("“{0}”: open. {1} says it is possible, and possible that not.", {outcome, who_}));
      case Status::kUnresolved:
        return tell(say_("“{0}”: unresolved. {1} rests on what {2} leaves undecided.",
                         {outcome, LabelOf(answer_.because.literal), who_}));
      case Status::kUncommitted:
        return tell(say_("“{0}”: {1} leaves it open.", {outcome, who_}));
      case Status::kSilent:
        break;
    }
    std::vector<std::string> reasons;
    for (const reason::Reason why : answer_.reasons) reasons.push_back(say_.Inside(Label(why)));
    tell(say_("“{0}”: {1} gives no level: {2}.", {outcome, who_, say_.Join(reasons)}));
  }

  void AddSteps(WhyPart part, const Derivation& derivation) {
    std::uint32_t number = 0;
    for (const Inference& step : derivation.steps) {
      for (const Literal literal : step.antecedents) {
        const bool concluded =
            std::any_of(derivation.steps.begin(), derivation.steps.end(),
                        [&](const Inference& one) { return one.conclusion == literal; });
        if (!concluded) AddIf(part, literal);
      }
      std::string tail =
          say_("{0} “{1}”##how firmly, what", {Firmness(step.strength, step.conclusion),
                                               dataset_[step.conclusion.proposition()].label});
      if (!step.antecedents.empty())
        tail = say_("Given {0}: {1}", {Labels(step.antecedents), tail});
      if (!step.unless.empty())
        tail = say_("{0}, unless {1}",
                    {tail, QuotedLiterals(dataset_, step.unless, say_, Key("{0} or {1}"))});
      Add(part, WhyMark::kStep, Speaker(step.claim), step.claim, say_("{0}.", {say_.Capital(tail)}))
          .step = ++number;
    }
  }

  void AddDirection() {
    if (answer_.direction == Direction::kNone) return;
    for (const reason::Pull& pull : answer_.pulls)
      for (const ClaimId claim : pull.claims) AddPull(pull, claim);
    std::vector<std::string> reasons;
    bool opposed = false;
    for (const reason::DirectionReason why : answer_.direction_reasons) {
      if (why == reason::DirectionReason::kPulls) {
        opposed = true;
      } else {
        reasons.push_back(say_.Inside(Label(why)));
      }
    }
    std::string words = say_(reasons.empty() ? "So: {0}." : "So: {0} ({1}).",
                             {say_.Inside(DirectionKey(answer_)), say_.Join(reasons)});
    if (opposed)
      words =
          say_("{0} {1}##sentences",
               {words, say_("{0} does not say which weighs more, and it is not guessed.", {who_})});
    Tell(WhyPart::kDirection, WhyMark::kSo, std::move(words));
  }

  void AddPull(const reason::Pull& pull, ClaimId claim) {
    const bool carried = std::any_of(
        answer_.pulls.begin(), answer_.pulls.end(),
        [&](const reason::Pull& other) { return other.to == pull.from && &other != &pull; });
    if (!carried)
      Add(WhyPart::kDirection, WhyMark::kIf, say_("From “{0}”:", {dataset_[pull.from].label}))
          .lever = dataset_[pull.from].id;
    std::vector<std::string> tail{say_(PullKey(pull.pull), {dataset_[pull.to].label})};
    if (dataset_[pull.condition].graded) tail.push_back(say_("The more, the more so."));
    if (pull.by_contrast) tail.push_back(say_("The coder reads this “if” as making a difference."));
    if (pull.need_not) tail.push_back(say_("It need not change it."));
    if (pull.unsettled) tail.push_back(say_("An exception to it is left undecided."));
    Add(WhyPart::kDirection, WhyMark::kPull, Speaker(claim), claim,
        say_.Chain(Key("{0} {1}##sentences"), tail))
        .pull = pull.pull;
  }

  void AddNear(const reason::NearAnswer& near) {
    const std::string level =
        near.literal
            ? Firmness(near.strength.value_or(Modality::kWill), near.literal)
            : say_(near.status == Status::kSilent ? Key("no level") : StatusKey(near.status));
    Tell(WhyPart::kBeside, WhyMark::kNote,
         say_(near.direction != Direction::kNone ? "A near matter, {0}: “{1}”, {2}, {3}."
                                                 : "A near matter, {0}: “{1}”, {2}.",
              {say_(NearKey(near.how)), dataset_[near.proposition].label, level,
               say_.Inside(DirectionKey(near.direction))}));
  }

  void AddNote(const Note& note) {
    const std::string actor = note.actor ? std::string(dataset_[note.actor].name) : std::string();
    std::string words;
    bool told = false;  // The claim's own words are part of the line.
    switch (note.kind) {
      case NoteKind::kStance:
        words = say_(StanceOnThis(note.stance), {actor});
        told = true;
        break;
      case NoteKind::kDispute:
        words = say_(StanceOnThis(Stance::kDisputes), {actor});
        told = true;
        break;
      case NoteKind::kStepHedge:
        words = say_("That {0} says it is itself unsure (“{1}”): {2}.",
                     {actor, note.text, Cited(note.claim)});
        break;
      case NoteKind::kByDefinition:
        words =
            say_("{0} is supposed as well, by the coder's definition.", {LabelOf(note.literal)});
        break;
      case NoteKind::kAlreadySo:
        words = say_("Already so, according to {0}: {1}.", {who_, LabelOf(note.literal)});
        told = static_cast<bool>(note.claim);
        break;
      case NoteKind::kLoop:
        words = say_(note.balancing ? "Feedback: the direction is not settled by what is said."
                                    : "Feedback that adds to itself.");
        told = true;
        break;
      case NoteKind::kRanking:
        words = say_("A ranking, no level:");
        told = true;
        break;
      case NoteKind::kUncommitted:
        words = say_("Takes no side:");
        told = true;
        break;
      case NoteKind::kCommitment:
        words =
            say_("{0} of {1}: {2}.##an act, whose, where",
                 {say_(Label(dataset_[note.claim].act)), Holder(note.claim), Cited(note.claim)});
        break;
      case NoteKind::kUndecided:
        words = say_("Undecided: {0}.", {LabelOf(note.literal)});
        told = static_cast<bool>(note.claim);
        break;
      case NoteKind::kResidual:
        words = say_("{0} also holds possible: {1}.", {who_, LabelOf(note.literal)});
        break;
      case NoteKind::kAsked:
        words = say_("Asked, not answered:");
        told = true;
        break;
      case NoteKind::kNorm:
        words = say_("A demand or a norm, no forecast:");
        told = true;
        break;
    }
    Add(WhyPart::kBeside, WhyMark::kNote, std::move(words), note.claim).told = told;
  }

  const Dataset& dataset_;
  const Answer& answer_;
  const Say& say_;
  std::string who_;
  std::vector<WhyLine> lines_;
};

}  // namespace

std::vector<WhyLine> WhyLines(const Dataset& dataset, const reason::Views& views,
                              const Answer& answer, const Say& say) {
  return Explainer(dataset, views, answer, say).Run();
}

std::string LineWords(const Dataset& dataset, const WhyLine& line, const Say& say) {
  std::string words = line.lead;
  if (!line.claim.empty() && line.told) {
    const Claim& claim = dataset[ClaimId(dataset.Find(line.claim).index)];
    std::string gloss(claim.gloss.empty() ? claim.id : claim.gloss);
    if (gloss.back() == '.') gloss.pop_back();
    words = say("{0} {1} [{2}, {3}].##lead, claim, id, place",
                {words, gloss, claim.id, PlaceWords(dataset, claim, say)});
  }
  return line.tail.empty() ? words : say("{0} {1}##sentences", {words, line.tail});
}

std::string_view Heading(WhyPart part) {
  constexpr std::array<std::string_view, 5> kHeadings{"Level", "On the other side", "Direction",
                                                      "Not used", "Beside"};
  return kHeadings[static_cast<std::size_t>(part)];
}

std::string WhyText(const Dataset& dataset, const reason::Views& views, const Answer& answer,
                    const Say& say) {
  std::string text = ViewWords(dataset, views, answer.view, say) + "\n";
  std::optional<WhyPart> part;
  for (const WhyLine& line : WhyLines(dataset, views, answer, say)) {
    if (line.part != part) text.append("  ").append(say(Heading(line.part))).append("\n");
    part = line.part;
    text += "    " + LineWords(dataset, line, say) + "\n";
  }
  return text;
}

std::vector<ChangeLine> ChangeLines(const Dataset& dataset, const reason::Views& views,
                                    reason::ViewIndex view, Literal target,
                                    const reason::Scenario& scenario, const Say& say) {
  std::vector<ChangeLine> lines;
  for (const reason::Change& change :
       reason::WhatWouldChange(dataset, views, view, target, scenario)) {
    std::vector<Literal> turned;
    for (const Literal literal : scenario.supposed)
      if (literal.proposition() != change.lever) turned.push_back(literal);
    if (change.to != reason::Supposed::kOpen)
      turned.push_back(Literal(change.lever, change.to == reason::Supposed::kOff));
    const auto then = reason::MakeScenario(dataset, turned, scenario.strict);
    if (!then.ok()) continue;
    const Answer answer = reason::Ask(dataset, views, view, target, *then);
    lines.push_back({std::string(dataset[change.lever].id), change.to,
                     say(change.to == reason::Supposed::kOn    ? "“{0}” on"
                         : change.to == reason::Supposed::kOff ? "“{0}” off"
                                                               : "“{0}” open",
                         {dataset[change.lever].label}),
                     say("{0}; {1}", {LevelOf(answer, say), DirectionOf(answer, say)})});
  }
  return lines;
}

std::string ViewWords(const Dataset& dataset, const reason::Views& views, reason::ViewIndex view,
                      const Say& say) {
  std::string words(dataset[views[view].actor].name);
  for (reason::ViewIndex at = views[view].outer; at; at = views[at].outer)
    words = say("{0}, as told by {1}", {words, dataset[views[at].actor].name});
  return words;
}

std::string LevelOf(const Answer& answer, const Say& say) {
  switch (answer.status) {
    case Status::kAssumed:
      return say("Supposed");
    case Status::kPredicted: {
      std::string words = say(LevelWords(*answer.strength, answer.literal.negated()));
      if (answer.derived) words = say("{0}, derived", {words});
      return answer.attenuated ? say("{0}, attenuated", {words}) : words;
    }
    case Status::kEven:
      return say("About even");
    case Status::kOpen:
      return say("Open: possible either way");
    case Status::kConflict:
      return say("In conflict");
    case Status::kUnresolved:
      return say("Unresolved");
    case Status::kUncommitted:
      return say("Leaves it open");
    case Status::kSilent:
      break;
  }
  return say(Label(answer.reasons.front()));
}

std::string_view DirectionKey(Direction direction) {
  switch (direction) {
    case Direction::kMore:
      return Key("More likely");
    case Direction::kLess:
      return Key("Less likely");
    case Direction::kZero:
      return Key("No effect");
    case Direction::kOpposed:
      return Key("Direction open");
    case Direction::kNone:
      break;
  }
  return Key("No pull");
}

std::string_view DirectionKey(const Answer& answer) {
  if (answer.direction == Direction::kOpposed)
    for (const reason::DirectionReason why : answer.direction_reasons)
      if (why == reason::DirectionReason::kPulls) return Key("Pulled both ways");
  return DirectionKey(answer.direction);
}

std::string DirectionOf(const Answer& answer, const Say& say) { return say(DirectionKey(answer)); }

std::string_view StatusKey(Status status) {
  constexpr std::array<std::string_view, 8> kLabels{
      "assumed", "even", "open", "predicted", "conflict", "unresolved", "uncommitted", "silent"};
  return kLabels[static_cast<std::size_t>(status)];
}

std::string_view NearKey(Nearness how) {
  constexpr std::array<std::string_view, 4> kLabels{"wider than it", "narrower than it",
                                                    "a motive or readiness for it",
                                                    "the same matter earlier than it"};
  return kLabels[static_cast<std::size_t>(how)];
}

std::string_view Label(reason::Reason reason) {
  constexpr std::array<std::string_view, 9> kLabels{
      "Conditions not met",      "Switched off by an exception", "Needed, not enough",
      "No level: a pull",        "No level: a ranking",          "Asked, not answered",
      "Speaks of a near matter", "Only through others",          "Says nothing on this"};
  return kLabels[static_cast<std::size_t>(reason)];
}

std::string_view Label(reason::DirectionReason reason) {
  constexpr std::array<std::string_view, 7> kLabels{
      "A feedback leaves it open", "Which way is not stated",
      "An exception is undecided", "Opposed pulls",
      "Need not change it",        "Said to have no effect",
      "Already so, in this view"};
  return kLabels[static_cast<std::size_t>(reason)];
}

std::string PlaceWords(const Dataset& dataset, const Claim& claim, const Say& say) {
  std::vector<std::string> places;
  for (const PassageId id : claim.passages) {
    const Passage& passage = dataset[id];
    std::string place = say.Quoted(dataset[passage.document].title);
    if (passage.paragraph != 0) place += " ¶" + std::to_string(passage.paragraph);
    places.push_back(std::move(place));
  }
  return say.Join(places);
}

}  // namespace proviso::view
