#include "core/view/answer_words.h"

#include <array>

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

std::string Lower(std::string_view words) {
  std::string lower(words);
  if (!lower.empty() && lower[0] >= 'A' && lower[0] <= 'Z') lower[0] = char(lower[0] - 'A' + 'a');
  return lower;
}

std::string StanceOnThis(Stance stance) {
  if (stance == Stance::kDowngrades) return " ranks this lower";
  if (stance == Stance::kImputes) return " says this for another’s mind";
  return " " + std::string(Label(stance)) + " this";
}

class Explainer {
 public:
  Explainer(const Dataset& dataset, const reason::Views& views, const Answer& answer)
      : dataset_(dataset),
        answer_(answer),
        who_(std::string(dataset[views[answer.view].actor].name)) {}

  std::vector<WhyLine> Run() {
    AddAnswer();
    AddSteps(WhyPart::kLevel, answer_.because);
    if (!answer_.against.steps.empty()) AddSteps(WhyPart::kAgainst, answer_.against);
    for (const reason::Unmet& unmet : answer_.unmet)
      Add(WhyPart::kLevel,
          Says(unmet.claim) + " " + std::to_string(unmet.met) + " of " + std::to_string(unmet.of) +
              " conditions met; missing: " + Labels(unmet.missing, "and") + ".",
          unmet.claim);
    for (const reason::SwitchedOff& off : answer_.switched_off)
      Add(WhyPart::kAgainst, "Switched off by " + LabelOf(off.by) + ": " + Says(off.claim),
          off.claim);
    AddDirection();
    for (const reason::NearAnswer& near : answer_.near) AddNear(near);
    for (const Note& note : answer_.notes) AddNote(note);
    return std::move(lines_);
  }

 private:
  void Add(WhyPart part, std::string words, ClaimId claim = {}) {
    lines_.push_back(
        {part, std::move(words), claim ? std::string(dataset_[claim].id) : std::string()});
  }

  std::string LabelOf(Literal literal) const {
    return (literal.negated() ? "not " : "") + Quoted(dataset_[literal.proposition()].label);
  }
  std::string Labels(const std::vector<Literal>& literals, std::string_view last) const {
    std::vector<std::string> labels;
    for (const Literal literal : literals) labels.push_back(LabelOf(literal));
    return JoinWords(labels, last);
  }

  /// "c-1 (“A briefing” ¶2)"
  std::string Cited(ClaimId id) const {
    return std::string(dataset_[id].id) + " (" + PlaceWords(dataset_, dataset_[id]) + ")";
  }
  std::string Holder(ClaimId id) const { return std::string(dataset_[dataset_[id].holder()].name); }

  /// "X says: paraphrase [c-1, “A briefing” ¶2]."
  std::string Says(ClaimId id) const {
    const Claim& claim = dataset_[id];
    const std::string gloss =
        claim.gloss.empty() ? std::string(claim.id) : std::string(claim.gloss);
    return Holder(id) + " says: " + gloss + (gloss.back() == '.' ? " [" : ". [") +
           std::string(claim.id) + ", " + PlaceWords(dataset_, claim) + "]";
  }

  std::string Firmness(std::optional<Modality> strength, Literal literal) const {
    return Lower(LevelWords(strength.value_or(Modality::kStated), literal.negated()));
  }

  void AddAnswer() {
    const std::string outcome = Quoted(dataset_[answer_.target.proposition()].label);
    switch (answer_.status) {
      case Status::kAssumed:
        return Add(WhyPart::kAnswer, "You suppose " + LabelOf(answer_.literal) +
                                         ": what anybody says about it is set aside.");
      case Status::kPredicted: {
        const std::string firm = Firmness(answer_.strength, answer_.literal);
        if (!answer_.derived)
          return Add(WhyPart::kAnswer,
                     outcome + ": " + firm + ". " + who_ +
                         (answer_.because.steps[0].antecedents.empty()
                              ? " says so in "
                              : " says so, on this condition, in ") +
                         Cited(answer_.because.steps[0].claim) + ".",
                     answer_.because.steps[0].claim);
        std::vector<std::string> cited;
        for (const Inference& step : answer_.because.steps) cited.push_back(Cited(step.claim));
        return Add(WhyPart::kAnswer,
                   outcome + ": " + firm +
                       (answer_.attenuated ? ", weaker than any word for it" : "") +
                       ". This follows from what " + who_ + " says in " + JoinWords(cited) + "; " +
                       who_ + " does not say it.");
      }
      case Status::kConflict:
        return Add(WhyPart::kAnswer, outcome + ": in conflict. " + Sides());
      case Status::kEven:
        return Add(WhyPart::kAnswer, outcome + ": " + who_ + " says it is about even.");
      case Status::kOpen:
        return Add(WhyPart::kAnswer,
                   outcome + ": open. " + who_ + " says it is possible, and possible that not.");
      case Status::kUnresolved:
        return Add(WhyPart::kAnswer, outcome + ": unresolved. " + LabelOf(answer_.because.literal) +
                                         " rests on what " + who_ + " leaves undecided.");
      case Status::kUncommitted:
        return Add(WhyPart::kAnswer, outcome + ": " + who_ + " leaves it open.");
      case Status::kSilent:
        break;
    }
    std::vector<std::string> reasons;
    for (const reason::Reason why : answer_.reasons) reasons.push_back(Lower(Label(why)));
    Add(WhyPart::kAnswer,
        outcome + ": " + who_ + " gives no level: " + JoinWords(reasons, "and") + ".");
  }

  std::string Sides() const {
    return "On one side " + Firmness(answer_.because.strength, answer_.because.literal) +
           ", on the other " + Firmness(answer_.against.strength, answer_.against.literal) + ".";
  }

  void AddSteps(WhyPart part, const Derivation& derivation) {
    for (const Inference& step : derivation.steps) {
      std::string words = Says(step.claim);
      if (!step.antecedents.empty()) words += " Given " + Labels(step.antecedents, "and") + ":";
      words += " " + Firmness(step.strength, step.conclusion) + " " +
               Quoted(dataset_[step.conclusion.proposition()].label);
      if (!step.unless.empty()) words += ", unless " + Labels(step.unless, "or");
      Add(part, words + ".", step.claim);
    }
  }

  void AddDirection() {
    if (answer_.direction == Direction::kNone) return;
    std::string words = DirectionOf(answer_);
    std::vector<std::string> reasons;
    for (const reason::DirectionReason why : answer_.direction_reasons)
      reasons.push_back(Lower(Label(why)));
    if (!reasons.empty()) words += ": " + JoinWords(reasons);
    Add(WhyPart::kDirection, words + ".");
    for (const reason::Pull& pull : answer_.pulls)
      for (const ClaimId claim : pull.claims) AddPull(pull, claim);
  }

  void AddPull(const reason::Pull& pull, ClaimId claim) {
    std::string words = std::string(Word(pull.pull)) + " on " + Quoted(dataset_[pull.to].label) +
                        ", from " + Quoted(dataset_[pull.from].label) + ". " + Says(claim);
    if (!dataset_[claim].hedges.empty()) {
      std::vector<std::string> hedges;
      for (const Text hedge : dataset_[claim].hedges) hedges.push_back(Quoted(hedge));
      words += " In the text: " + JoinWords(hedges) + ".";
    }
    if (dataset_[pull.condition].graded) words += " The more, the more so.";
    if (pull.by_contrast) words += " The coder reads this “if” as making a difference.";
    if (pull.need_not) words += " It need not change it.";
    if (pull.unsettled) words += " An exception to it is left undecided.";
    Add(WhyPart::kDirection, std::move(words), claim);
  }

  void AddNear(const reason::NearAnswer& near) {
    std::string words = "A near matter, " + Lower(Label(near.how)) +
                        " it: " + Quoted(dataset_[near.proposition].label) + ", ";
    if (near.literal) {
      words += Firmness(near.strength.value_or(Modality::kWill), near.literal);
    } else {
      words += near.status == Status::kSilent ? "no level" : std::string(Word(near.status));
    }
    if (near.direction != Direction::kNone)
      words += ", direction " + std::string(Word(near.direction));
    Add(WhyPart::kBeside, words + ".");
  }

  void AddNote(const Note& note) {
    const std::string actor = note.actor ? std::string(dataset_[note.actor].name) : std::string();
    std::string words;
    switch (note.kind) {
      case NoteKind::kStance:
        words = actor + StanceOnThis(note.stance) + ". " + Says(note.claim);
        break;
      case NoteKind::kDispute:
        words = actor + " disputes this. " + Says(note.claim);
        break;
      case NoteKind::kStepHedge:
        words = "That " + actor + " says it is itself unsure (" + Quoted(note.text) +
                "): " + Cited(note.claim) + ".";
        break;
      case NoteKind::kByDefinition:
        words = LabelOf(note.literal) + " is supposed as well, by the coder's definition.";
        break;
      case NoteKind::kAlreadySo:
        words = "Already so, according to " + who_ + ": " + LabelOf(note.literal) + ".";
        if (note.claim) words += " " + Says(note.claim);
        break;
      case NoteKind::kLoop:
        words = note.balancing ? "Feedback: the direction is not settled by what is said. "
                               : "Feedback that adds to itself. ";
        words += Says(note.claim);
        break;
      case NoteKind::kRanking:
        words = "A ranking, no level. " + Says(note.claim);
        break;
      case NoteKind::kUncommitted:
        words = "Takes no side. " + Says(note.claim);
        break;
      case NoteKind::kCommitment:
        words = std::string(Label(dataset_[note.claim].act)) + " of " + Holder(note.claim) + ": " +
                Cited(note.claim) + ".";
        break;
      case NoteKind::kUndecided:
        words = "Undecided: " + LabelOf(note.literal) + ".";
        if (note.claim) words += " " + Says(note.claim);
        break;
      case NoteKind::kResidual:
        words = who_ + " also holds possible: " + LabelOf(note.literal) + ".";
        break;
      case NoteKind::kAsked:
        words = "Asked, not answered. " + Says(note.claim);
        break;
      case NoteKind::kNorm:
        words = "A demand or a norm, no forecast. " + Says(note.claim);
        break;
    }
    Add(WhyPart::kBeside, std::move(words), note.claim);
  }

  const Dataset& dataset_;
  const Answer& answer_;
  std::string who_;
  std::vector<WhyLine> lines_;
};

}  // namespace

std::vector<WhyLine> WhyLines(const Dataset& dataset, const reason::Views& views,
                              const Answer& answer) {
  return Explainer(dataset, views, answer).Run();
}

std::string WhyText(const Dataset& dataset, const reason::Views& views, const Answer& answer) {
  constexpr std::array<std::string_view, 5> kHeadings{"", "Level", "On the other side", "Direction",
                                                      "Beside"};
  std::string text = ViewWords(dataset, views, answer.view) + "\n";
  WhyPart part = WhyPart::kAnswer;
  for (const WhyLine& line : WhyLines(dataset, views, answer)) {
    if (line.part != part) text += "  " + std::string(kHeadings[std::size_t(line.part)]) + "\n";
    part = line.part;
    text += (part == WhyPart::kAnswer ? "  " : "    ") + line.words + "\n";
  }
  return text;
}

std::string ViewWords(const Dataset& dataset, const reason::Views& views, reason::ViewIndex view) {
  std::string words(dataset[views[view].actor].name);
  for (reason::ViewIndex at = views[view].outer; at; at = views[at].outer)
    words += ", as told by " + std::string(dataset[views[at].actor].name);
  return words;
}

std::string LevelOf(const Answer& answer) {
  switch (answer.status) {
    case Status::kAssumed:
      return "Supposed";
    case Status::kPredicted:
      return std::string(LevelWords(*answer.strength, answer.literal.negated())) +
             (answer.derived ? ", derived" : "") + (answer.attenuated ? ", attenuated" : "");
    case Status::kEven:
      return "About even";
    case Status::kOpen:
      return "Open: possible either way";
    case Status::kConflict:
      return "In conflict";
    case Status::kUnresolved:
      return "Unresolved";
    case Status::kUncommitted:
      return "Leaves it open";
    case Status::kSilent:
      break;
  }
  return std::string(Label(answer.reasons.front()));
}

std::string DirectionOf(const Answer& answer) {
  switch (answer.direction) {
    case Direction::kMore:
      return "More likely";
    case Direction::kLess:
      return "Less likely";
    case Direction::kZero:
      return "No effect";
    case Direction::kOpposed: {
      for (const reason::DirectionReason why : answer.direction_reasons)
        if (why == reason::DirectionReason::kPulls) return "Pulled both ways";
      return "Direction open";
    }
    case Direction::kNone:
      break;
  }
  return "No pull";
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

std::string PlaceWords(const Dataset& dataset, const Claim& claim) {
  std::vector<std::string> places;
  for (const PassageId id : claim.passages) {
    const Passage& passage = dataset[id];
    std::string place = Quoted(dataset[passage.document].title);
    if (passage.paragraph != 0) place += " ¶" + std::to_string(passage.paragraph);
    places.push_back(std::move(place));
  }
  return JoinWords(places);
}

}  // namespace proviso::view
