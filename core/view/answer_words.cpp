#include "core/view/answer_words.h"

#include <algorithm>
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
    AddSteps(WhyPart::kLevel, answer_.because);
    AddAnswer();
    if (!answer_.against.steps.empty()) AddSteps(WhyPart::kAgainst, answer_.against);
    AddDirection();
    for (const reason::Unmet& unmet : answer_.unmet)
      Add(WhyPart::kNotUsed, WhyMark::kNote, Speaker(unmet.claim), unmet.claim,
          std::to_string(unmet.met) + " of " + std::to_string(unmet.of) +
              " conditions met; missing: " + Labels(unmet.missing, "and") + ".");
    for (const reason::SwitchedOff& off : answer_.switched_off)
      Add(WhyPart::kNotUsed, WhyMark::kNote, "Switched off by " + LabelOf(off.by) + ":", off.claim);
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
  void Say(WhyPart part, WhyMark mark, std::string words, ClaimId claim = {}) {
    Add(part, mark, std::move(words), claim).told = false;
  }

  /// "You suppose: …", once a literal and part.
  void AddIf(WhyPart part, Literal literal) {
    for (const WhyLine& line : lines_)
      if (line.part == part && line.mark == WhyMark::kIf &&
          line.lever == dataset_[literal.proposition()].id)
        return;
    Add(part, WhyMark::kIf, "You suppose: " + LabelOf(literal) + ".").lever =
        dataset_[literal.proposition()].id;
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

  std::string Speaker(ClaimId id) const { return Holder(id) + " says:"; }

  std::string Firmness(std::optional<Modality> strength, Literal literal) const {
    return Lower(LevelWords(strength.value_or(Modality::kStated), literal.negated()));
  }

  void AddAnswer() {
    const std::string outcome = Quoted(dataset_[answer_.target.proposition()].label);
    switch (answer_.status) {
      case Status::kAssumed:
        return Say(WhyPart::kLevel, WhyMark::kSo,
                   "You suppose " + LabelOf(answer_.literal) +
                       ": what anybody says about it is set aside.");
      case Status::kPredicted: {
        const std::string firm = Firmness(answer_.strength, answer_.literal);
        if (!answer_.derived)
          return Say(WhyPart::kLevel, WhyMark::kSo,
                     outcome + ": " + firm + ". " + who_ +
                         (answer_.because.steps[0].antecedents.empty()
                              ? " says so in "
                              : " says so, on this condition, in ") +
                         Cited(answer_.because.steps[0].claim) + ".",
                     answer_.because.steps[0].claim);
        std::vector<std::string> cited;
        for (const Inference& step : answer_.because.steps) cited.push_back(Cited(step.claim));
        return Say(WhyPart::kLevel, WhyMark::kSo,
                   outcome + ": " + firm +
                       (answer_.attenuated ? ", weaker than any word for it" : "") +
                       ". This follows from what " + who_ + " says in " + JoinWords(cited) + "; " +
                       who_ + " does not say it.");
      }
      case Status::kConflict:
        return Say(WhyPart::kLevel, WhyMark::kSo, outcome + ": in conflict. " + Sides());
      case Status::kEven:
        return Say(WhyPart::kLevel, WhyMark::kSo,
                   outcome + ": " + who_ + " says it is about even.");
      case Status::kOpen:
        return Say(WhyPart::kLevel, WhyMark::kSo,
                   outcome + ": open. " + who_ + " says it is possible, and possible that not.");
      case Status::kUnresolved:
        return Say(WhyPart::kLevel, WhyMark::kSo,
                   outcome + ": unresolved. " + LabelOf(answer_.because.literal) +
                       " rests on what " + who_ + " leaves undecided.");
      case Status::kUncommitted:
        return Say(WhyPart::kLevel, WhyMark::kSo, outcome + ": " + who_ + " leaves it open.");
      case Status::kSilent:
        break;
    }
    std::vector<std::string> reasons;
    for (const reason::Reason why : answer_.reasons) reasons.push_back(Lower(Label(why)));
    Say(WhyPart::kLevel, WhyMark::kSo,
        outcome + ": " + who_ + " gives no level: " + JoinWords(reasons, "and") + ".");
  }

  std::string Sides() const {
    return "On one side " + Firmness(answer_.because.strength, answer_.because.literal) +
           ", on the other " + Firmness(answer_.against.strength, answer_.against.literal) + ".";
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
      std::string tail;
      if (!step.antecedents.empty()) tail = "Given " + Labels(step.antecedents, "and") + ": ";
      tail += Firmness(step.strength, step.conclusion) + " " +
              Quoted(dataset_[step.conclusion.proposition()].label);
      if (!step.unless.empty()) tail += ", unless " + Labels(step.unless, "or");
      Add(part, WhyMark::kStep, Speaker(step.claim), step.claim, Capital(tail) + ".").step =
          ++number;
    }
  }

  void AddDirection() {
    if (answer_.direction == Direction::kNone) return;
    for (const reason::Pull& pull : answer_.pulls)
      for (const ClaimId claim : pull.claims) AddPull(pull, claim);
    std::string words = "So: " + Lower(DirectionOf(answer_));
    std::vector<std::string> reasons;
    bool opposed = false;
    for (const reason::DirectionReason why : answer_.direction_reasons) {
      if (why == reason::DirectionReason::kPulls) {
        opposed = true;
      } else {
        reasons.push_back(Lower(Label(why)));
      }
    }
    if (!reasons.empty()) words += " (" + JoinWords(reasons) + ")";
    words += ".";
    if (opposed) words += " " + who_ + " does not say which weighs more, and it is not guessed.";
    Say(WhyPart::kDirection, WhyMark::kSo, std::move(words));
  }

  void AddPull(const reason::Pull& pull, ClaimId claim) {
    const bool carried = std::any_of(
        answer_.pulls.begin(), answer_.pulls.end(),
        [&](const reason::Pull& other) { return other.to == pull.from && &other != &pull; });
    if (!carried)
      Add(WhyPart::kDirection, WhyMark::kIf, "From " + Quoted(dataset_[pull.from].label) + ":")
          .lever = dataset_[pull.from].id;
    std::string tail = pull.pull == Direction::kMore   ? "Pushes up "
                       : pull.pull == Direction::kLess ? "Pushes down "
                       : pull.pull == Direction::kZero ? "Moves neither way: "
                                                       : "Leaves open which way: ";
    tail += Quoted(dataset_[pull.to].label) + ".";
    if (dataset_[pull.condition].graded) tail += " The more, the more so.";
    if (pull.by_contrast) tail += " The coder reads this “if” as making a difference.";
    if (pull.need_not) tail += " It need not change it.";
    if (pull.unsettled) tail += " An exception to it is left undecided.";
    Add(WhyPart::kDirection, WhyMark::kPull, Speaker(claim), claim, std::move(tail)).pull =
        pull.pull;
  }

  void AddNear(const reason::NearAnswer& near) {
    std::string words = "A near matter, " + Lower(Label(near.how)) +
                        " it: " + Quoted(dataset_[near.proposition].label) + ", ";
    if (near.literal) {
      words += Firmness(near.strength.value_or(Modality::kWill), near.literal);
    } else {
      words += near.status == Status::kSilent ? "no level" : std::string(Word(near.status));
    }
    if (near.direction != Direction::kNone) words += ", " + Lower(DirectionWords(near.direction));
    Say(WhyPart::kBeside, WhyMark::kNote, words + ".");
  }

  void AddNote(const Note& note) {
    const std::string actor = note.actor ? std::string(dataset_[note.actor].name) : std::string();
    std::string words;
    bool told = false;  // The claim's own words are part of the line.
    switch (note.kind) {
      case NoteKind::kStance:
        words = actor + StanceOnThis(note.stance) + ":";
        told = true;
        break;
      case NoteKind::kDispute:
        words = actor + " disputes this:";
        told = true;
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
        told = static_cast<bool>(note.claim);
        break;
      case NoteKind::kLoop:
        words = note.balancing ? "Feedback: the direction is not settled by what is said."
                               : "Feedback that adds to itself.";
        told = true;
        break;
      case NoteKind::kRanking:
        words = "A ranking, no level:";
        told = true;
        break;
      case NoteKind::kUncommitted:
        words = "Takes no side:";
        told = true;
        break;
      case NoteKind::kCommitment:
        words = std::string(Label(dataset_[note.claim].act)) + " of " + Holder(note.claim) + ": " +
                Cited(note.claim) + ".";
        break;
      case NoteKind::kUndecided:
        words = "Undecided: " + LabelOf(note.literal) + ".";
        told = static_cast<bool>(note.claim);
        break;
      case NoteKind::kResidual:
        words = who_ + " also holds possible: " + LabelOf(note.literal) + ".";
        break;
      case NoteKind::kAsked:
        words = "Asked, not answered:";
        told = true;
        break;
      case NoteKind::kNorm:
        words = "A demand or a norm, no forecast:";
        told = true;
        break;
    }
    Add(WhyPart::kBeside, WhyMark::kNote, std::move(words), note.claim).told = told;
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

std::string LineWords(const Dataset& dataset, const WhyLine& line) {
  std::string words = line.lead;
  if (!line.claim.empty() && line.told) {
    const Claim& claim = dataset[ClaimId(dataset.Find(line.claim).index)];
    std::string gloss(claim.gloss.empty() ? claim.id : claim.gloss);
    if (gloss.back() == '.') gloss.pop_back();
    words += " " + gloss + " [" + std::string(claim.id) + ", " + PlaceWords(dataset, claim) + "].";
  }
  if (!line.tail.empty()) words += " " + line.tail;
  return words;
}

std::string_view Heading(WhyPart part) {
  constexpr std::array<std::string_view, 5> kHeadings{"Level", "On the other side", "Direction",
                                                      "Not used", "Beside"};
  return kHeadings[static_cast<std::size_t>(part)];
}

std::string WhyText(const Dataset& dataset, const reason::Views& views, const Answer& answer) {
  std::string text = ViewWords(dataset, views, answer.view) + "\n";
  std::optional<WhyPart> part;
  for (const WhyLine& line : WhyLines(dataset, views, answer)) {
    if (line.part != part) text.append("  ").append(Heading(line.part)).append("\n");
    part = line.part;
    text += "    " + LineWords(dataset, line) + "\n";
  }
  return text;
}

std::vector<ChangeLine> ChangeLines(const Dataset& dataset, const reason::Views& views,
                                    reason::ViewIndex view, Literal target,
                                    const reason::Scenario& scenario) {
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
    const char* to = change.to == reason::Supposed::kOn    ? " on"
                     : change.to == reason::Supposed::kOff ? " off"
                                                           : " open";
    lines.push_back({std::string(dataset[change.lever].id), change.to,
                     Quoted(dataset[change.lever].label) + to,
                     LevelOf(answer) + "; " + DirectionOf(answer)});
  }
  return lines;
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

std::string DirectionWords(Direction direction) {
  switch (direction) {
    case Direction::kMore:
      return "More likely";
    case Direction::kLess:
      return "Less likely";
    case Direction::kZero:
      return "No effect";
    case Direction::kOpposed:
      return "Direction open";
    case Direction::kNone:
      break;
  }
  return "No pull";
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
