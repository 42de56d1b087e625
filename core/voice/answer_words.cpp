#include "core/voice/answer_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/voice/reply.h"
#include "core/voice/tense.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using reason::Answer;
using reason::AnswerCore;
using reason::Derivation;
using reason::Direction;
using reason::Inference;
using reason::Note;
using reason::NoteKind;
using reason::Status;

std::string_view PullKey(Direction pull) {
  switch (pull) {
    case Direction::kMore:
      return Key("Makes “{0}” more likely.");
    case Direction::kLess:
      return Key("Makes “{0}” less likely.");
    case Direction::kZero:
      return Key("Has no effect on “{0}”.");
    default:
      return Key("Bears on “{0}”; which way is not said.");
  }
}

class Explainer {
 public:
  Explainer(const Speech& in, const Answer& answer)
      : in_(in),
        dataset_(in.dataset),
        answer_(answer),
        say_(in.say),
        who_(NameInside(dataset_, in.views[answer.view].actor, say_)) {}

  std::vector<WhyLine> Run() {
    AddSteps(WhyPart::kLevel, answer_.because);
    AddAnswer();
    if (!answer_.against.steps.empty()) AddSteps(WhyPart::kAgainst, answer_.against);
    AddDirection(WhyPart::kDirection, answer_);
    for (const reason::NearAnswer& near : answer_.near)
      if (IsSaid(near)) AddNear(near);
    near_ = {};
    AddNotUsed(answer_);
    for (const reason::NearAnswer& near : answer_.near)
      if (!IsSaid(near)) AddNotUsed(near);
    for (const Note& note : answer_.notes) AddNote(WhyPart::kBeside, note);
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
    line.near = near_;
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
      if (line.part == part && line.near == near_ && line.mark == WhyMark::kIf &&
          line.lever == dataset_[literal.proposition()].id)
        return;
    Add(part, WhyMark::kIf, say_("You suppose: {0}.", {Quoted(literal)})).lever =
        dataset_[literal.proposition()].id;
  }

  std::string Quoted(Literal literal) const { return Statement(dataset_, literal, say_); }

  std::string Places(ClaimId id) const { return PlaceWords(dataset_, dataset_[id], say_); }
  std::string Holder(ClaimId id) const { return NameInside(dataset_, dataset_[id].holder(), say_); }
  std::string Speaker(ClaimId id) const {
    return say_("{0}:##who says what follows", {dataset_[dataset_[id].holder()].name});
  }

  std::string Firmness(std::optional<Modality> strength, Literal literal) const {
    return say_.Inside(LevelSaid(in_, strength.value_or(Modality::kStated), literal));
  }

  void AddAnswer() {
    const Literal target(answer_.target.proposition());
    const std::string outcome(dataset_[target.proposition()].label);
    const auto tell = [this](std::string words) {
      Tell(WhyPart::kLevel, WhyMark::kSo, std::move(words));
    };
    switch (answer_.status) {
      case Status::kAssumed:
        return tell(say_("You suppose {0}: what anybody says about it is set aside.",
                         {Quoted(answer_.literal)}));
      case Status::kPredicted: {
        const std::string firm = Firmness(answer_.strength, answer_.literal);
        if (!answer_.derived) {
          const Inference& step = answer_.because.steps[0];
          return Tell(WhyPart::kLevel, WhyMark::kSo,
                      say_(step.antecedents.empty()
                               ? "So, “{0}”: {1}, in the words of {2} ({3})."
                               : "So, “{0}”: {1}, on this condition, in the words of {2} ({3}).",
                           {outcome, firm, who_, Places(step.claim)}),
                      step.claim);
        }
        std::vector<std::string> places;
        for (const Inference& step : answer_.because.steps) places.push_back(Places(step.claim));
        places.erase(std::unique(places.begin(), places.end()), places.end());
        return tell(say_(answer_.attenuated
                             ? "So, “{0}”: {1}, weaker than any word for it. This follows from "
                               "words of {2} ({3}); it is not said."
                             : "So, “{0}”: {1}. This follows from words of {2} ({3}); it is not "
                               "said.",
                         {outcome, firm, who_, say_.Join(places)}));
      }
      case Status::kConflict:
        return tell(say_("So, “{0}”: own words clash, {1} against {2}.",
                         {outcome, Firmness(answer_.because.strength, answer_.because.literal),
                          Firmness(answer_.against.strength, answer_.against.literal)}));
      case Status::kEven:
        return tell(say_("So, “{0}”: about even, in the words of {1}.", {outcome, who_}));
      case Status::kOpen:
        return tell(
            say_("So, “{0}”: possible, and possibly not, in the words of {1}.", {outcome, who_}));
      case Status::kUnresolved:
        return tell(
            say_("So, “{0}”: undecided. In the words of {2}, {1} hangs on what is left open.",
                 {outcome, Quoted(answer_.because.literal), who_}));
      case Status::kUncommitted:
        if (const ClaimId claim = EvidenceClaim(dataset_, answer_))
          return Tell(
              WhyPart::kLevel, WhyMark::kSo,
              say_("So, “{0}”: {1}, in the words of {2} ({3}).",
                   {outcome, say_.Inside(Label(dataset_[claim].evidence)), who_, Places(claim)}),
              claim);
        return tell(say_("So, “{0}”: left open by {1}.", {outcome, who_}));
      case Status::kSilent:
        break;
    }
    std::vector<std::string> reasons;
    for (const reason::Reason why : answer_.reasons) reasons.push_back(say_.Inside(Label(why)));
    tell(say_("How likely “{0}” is, is not said by {1} ({2}).",
              {outcome, who_, say_.Chain(Key("{0}; {1}##reasons"), reasons)}));
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
      const Literal to = step.conclusion;
      std::string tail = say_("“{0}”: {1}##what, how firmly",
                              {dataset_[to.proposition()].label, Firmness(step.strength, to)});
      if (!step.antecedents.empty())
        tail = say_("If {0}, then {1}", {IfClauses(dataset_, step.antecedents, say_), tail});
      if (!step.unless.empty())
        tail = say_("{0}, unless {1}",
                    {tail, IfClauses(dataset_, step.unless, say_, Key("{0} or {1}"))});
      Add(part, WhyMark::kStep, Speaker(step.claim), step.claim, say_("{0}.", {tail})).step =
          ++number;
    }
  }

  void AddDirection(WhyPart part, const AnswerCore& core) {
    if (core.direction == Direction::kNone) return;
    for (const reason::Pull& pull : core.pulls)
      for (const ClaimId claim : pull.claims) AddPull(part, core, pull, claim);
    if (part == WhyPart::kNear) return;  // Said with what follows of all.
    const SignMark mark = *DirectionMark(say_, core);
    std::string words = say_("{0}.", {mark.words});
    if (mark.sign == Sign::kPulled)
      words = say_("{0} {1}##sentences",
                   {words, say_("Which weighs more is not said, and is not guessed.")});
    Tell(part, WhyMark::kSo, std::move(words));
  }

  void AddPull(WhyPart part, const AnswerCore& core, const reason::Pull& pull, ClaimId claim) {
    const bool carried = std::any_of(
        core.pulls.begin(), core.pulls.end(),
        [&](const reason::Pull& other) { return other.to == pull.from && &other != &pull; });
    // What arrives is the link's own way, unless the thing is supposed, or said, not to be so.
    const bool off = (pull.sign == Direction::kMore && pull.pull == Direction::kLess) ||
                     (pull.sign == Direction::kLess && pull.pull == Direction::kMore);
    const Literal from(pull.from, off);
    if (!carried)
      Add(part, WhyMark::kIf, say_("From {0}:", {Quoted(from)})).lever = dataset_[pull.from].id;
    std::vector<std::string> tail{say_(PullKey(pull.pull), {dataset_[pull.to].label})};
    const std::span<const Literal> spoken = dataset_[pull.condition].antecedents;
    const bool either = pull.pull == Direction::kMore || pull.pull == Direction::kLess;
    if (!carried && either && std::find(spoken.begin(), spoken.end(), !from) != spoken.end())
      tail.push_back(
          say_("These words are turned round here: they speak of {0}.", {Quoted(!from)}));
    if (dataset_[pull.condition].graded) tail.push_back(say_("The more, the more so."));
    if (pull.by_contrast) tail.push_back(say_("The coders read this “if” as making a difference."));
    if (pull.need_not) tail.push_back(say_("It need not change it."));
    if (pull.unsettled) tail.push_back(say_("An exception to it is left undecided."));
    Add(part, WhyMark::kPull, Speaker(claim), claim, say_.Chain(Key("{0} {1}##sentences"), tail))
        .pull = pull.pull;
  }

  /// What is said of a matter near the outcome, with its own steps.
  void AddNear(const reason::NearAnswer& near) {
    near_ = near.proposition;
    AddSteps(WhyPart::kNear, near.because);
    if (!near.against.steps.empty()) AddSteps(WhyPart::kNear, near.against);
    AddDirection(WhyPart::kNear, near);
    for (const Note& note : near.notes) AddNote(WhyPart::kNear, note);
    const std::string outcome(dataset_[answer_.target.proposition()].label);
    const std::string words = NearWords(in_, near);
    Tell(WhyPart::kNear, WhyMark::kSo,
         say_(near.how == Nearness::kMotive
                  ? "{0}. A reason or a readiness is no forecast: it does not say how likely “{1}” "
                    "is."
                  : "{0}. It does not say how likely “{1}” is.",
              {words, outcome}));
  }

  void AddNotUsed(const AnswerCore& core) {
    for (const reason::Unmet& unmet : core.unmet) {
      // What would follow of the outcome is no word on whether it comes.
      if (std::any_of(unmet.missing.begin(), unmet.missing.end(), [this](Literal literal) {
            return literal.proposition() == answer_.target.proposition();
          }))
        continue;
      std::vector<std::string> missing;
      for (const Literal literal : unmet.missing)
        missing.push_back(NeedWords(in_, answer_.view, literal));
      Add(WhyPart::kNotUsed, WhyMark::kNote, Speaker(unmet.claim), unmet.claim,
          say_("Answers only if {0}.", {say_.Join(missing)}));
    }
    for (const reason::SwitchedOff& off : core.switched_off)
      Add(WhyPart::kNotUsed, WhyMark::kNote,
          say_("Set aside, since {0} is supposed or said:", {Quoted(off.by)}), off.claim);
  }

  void AddNote(WhyPart part, const Note& note) {
    std::string words;
    bool told = false;  // The claim's own words are part of the line.
    switch (note.kind) {
      case NoteKind::kStance:
        words = Whose(StanceBy(dataset_, note.stance, note.actor, say_), note.claim);
        told = true;
        break;
      case NoteKind::kDispute: {
        // Who ranks another thing higher disputes the rank, not what is said.
        const Claim& attack = dataset_[dataset_[note.relation].from];
        const bool ranks = attack.about.kind == AboutKind::kComparison;
        words = Whose(
            StanceBy(dataset_, ranks ? Stance::kDowngrades : Stance::kDisputes, note.actor, say_),
            note.claim);
        told = true;
        break;
      }
      case NoteKind::kStepHedge: {
        const std::span<const Step> steps = dataset_[note.claim].attribution;
        for (std::size_t i = 0; i < steps.size() && words.empty(); ++i)
          if (steps[i].actor == note.actor)
            words = TellingWords(dataset_, dataset_[note.claim], i, say_);
        words = say_("{0}, {1}.##on the telling, place", {words, Places(note.claim)});
        break;
      }
      case NoteKind::kByDefinition:
        words = say_("Supposed as well, since the coders call it excluded: {0}.",
                     {Quoted(note.literal)});
        break;
      case NoteKind::kAlreadySo:
        words = say_("Already so, in the words of {0}: {1}.", {who_, Quoted(note.literal)});
        told = static_cast<bool>(note.claim);
        break;
      case NoteKind::kLoop:
        words = say_(note.balancing ? "A feedback: which way is not settled by what is said."
                                    : "A feedback that adds to itself.");
        told = true;
        break;
      case NoteKind::kRanking:
        words = say_("Ranked, not how likely:");
        told = true;
        break;
      case NoteKind::kUncommitted:
        words = say_("Left open:");
        if (dataset_[note.claim].has_evidence())
          words = say_("{0}:##word on the evidence", {say_(Label(dataset_[note.claim].evidence))});
        told = true;
        break;
      case NoteKind::kCommitment:
        words =
            say_("{0} of {1} ({2}).##an act, whose, where",
                 {say_(Label(dataset_[note.claim].act)), Holder(note.claim), Places(note.claim)});
        break;
      case NoteKind::kUndecided:
        words = say_("Undecided: {0}.", {Quoted(note.literal)});
        told = static_cast<bool>(note.claim);
        break;
      case NoteKind::kResidual:
        words = say_("Possible as well, in the words of {0}: {1}.", {who_, Quoted(note.literal)});
        break;
      case NoteKind::kAsked:
        words = say_("Asked, and left open:");
        told = true;
        break;
      case NoteKind::kNorm:
        words = say_("What ought to be, no forecast:");
        told = true;
        break;
    }
    Add(part, WhyMark::kNote, std::move(words), note.claim).told = told;
  }

  /// Of a claim that is told with what somebody makes of it: whose it is.
  std::string Whose(const std::string& stance, ClaimId claim) const {
    return say_("{0}; the words are those of {1}:##what is done with a claim, whose it is",
                {stance, Holder(claim)});
  }

  const Speech& in_;
  const Dataset& dataset_;
  const Answer& answer_;
  const Say& say_;
  std::string who_;
  PropositionId near_;
  std::vector<WhyLine> lines_;
};

}  // namespace

std::vector<WhyLine> WhyLines(const Dataset& dataset, const reason::Views& views,
                              const Answer& answer, const Say& say) {
  const std::vector<Tense> tenses = TensesOf(dataset);
  const Speech in{dataset, views, tenses, say};
  return Explainer(in, answer).Run();
}

std::string LineWords(const Dataset& dataset, const WhyLine& line, const Say& say, bool glosses) {
  std::string words = line.lead;
  if (!line.claim.empty() && line.told) {
    const Claim& claim = dataset[ClaimId(dataset.Find(line.claim).index)];
    std::string gloss = glosses ? GlossOf(dataset, claim, say).plain() : "…";
    if (!gloss.empty() && gloss.back() == '.') gloss.pop_back();
    words =
        say("{0} {1} ({2}).##lead, claim, place", {words, gloss, PlaceWords(dataset, claim, say)});
  }
  return line.tail.empty() ? words : say("{0} {1}##sentences", {words, line.tail});
}

std::string_view Heading(WhyPart part) {
  constexpr std::array<std::string_view, 6> kHeadingLabels{
      "How likely", "On the other side", "Which way", "Close to it", "Not used", "Beside"};
  return kHeadingLabels[static_cast<std::size_t>(part)];
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
  const std::vector<Tense> tenses = TensesOf(dataset);
  const Speech in{dataset, views, tenses, say};
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
                         {ShortName(dataset, change.lever)}),
                     ReplyOf(in, answer, *then).words});
  }
  return lines;
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
      return Key("Both ways, or not said");
    case Direction::kNone:
      break;
  }
  return Key("Moved neither way");
}

std::string_view Label(reason::Reason reason) {
  constexpr std::array<std::string_view, 9> kLabels{"Answers only on a condition",
                                                    "Set aside by an exception",
                                                    "Needed, but not enough by itself",
                                                    "Which way, not how likely",
                                                    "Ranks it, does not say how likely",
                                                    "Asks, and leaves it open",
                                                    "Speaks of something close to it",
                                                    "Passes on what others say of it",
                                                    "Says nothing on it"};
  return kLabels[static_cast<std::size_t>(reason)];
}

std::string_view Label(reason::DirectionReason reason) {
  constexpr std::array<std::string_view, 7> kLabels{"A feedback leaves it open",
                                                    "Which way is not said",
                                                    "An exception to it is left open",
                                                    "Both ways",
                                                    "Need not change it",
                                                    "Said to have no effect",
                                                    "Already so, it is said"};
  return kLabels[static_cast<std::size_t>(reason)];
}

}  // namespace proviso::view
