#include "core/voice/answer_words.h"

#include <algorithm>
#include <utility>

#include "core/voice/note_words.h"
#include "core/voice/pull_words.h"
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

class Explainer {
 public:
  Explainer(const Speech& in, const Answer& answer)
      : in_(in),
        dataset_(in.dataset),
        answer_(answer),
        say_(in.say),
        who_(NameInside(dataset_, in.views[answer.view].actor, say_)),
        whose_(WhoseWords(dataset_, in.views[answer.view].actor, Imputed(), say_)) {}

  std::vector<WhyLine> Run() {
    AddHedges(WhyPart::kLevel, answer_, !answer_.because.steps.empty());
    AddSteps(WhyPart::kLevel, answer_.because);
    AddAnswer();
    if (!answer_.against.steps.empty()) AddSteps(WhyPart::kAgainst, answer_.against);
    AddHedges(WhyPart::kDirection, answer_,
              answer_.because.steps.empty() && !answer_.pulls.empty());
    AddDirection(WhyPart::kDirection, answer_);
    for (const reason::NearAnswer& near : answer_.near)
      if (IsSaid(near)) AddNear(near);
    near_ = {};
    AddNotUsed(answer_);
    for (const reason::NearAnswer& near : answer_.near)
      if (!IsSaid(near)) {
        near_ = near.proposition;
        AddNotUsed(near);
      }
    near_ = {};
    const bool told = !answer_.because.steps.empty() || !answer_.pulls.empty();
    AddHedges(WhyPart::kBeside, answer_, !told);
    for (const Note& note : answer_.notes)
      if (note.kind != NoteKind::kStepHedge) AddNote(WhyPart::kBeside, note);
    return std::move(lines_);
  }

 private:
  /// What was, or is so, is no forecast.
  bool IsForecast() const {
    return in_.tenses[answer_.target.proposition().index()] == Tense::kFuture;
  }

  /// True if what the answer rests on is somebody's reading of the holder's mind.
  bool Imputed() const {
    const std::vector<ClaimId> named = ClaimsNamed(answer_);
    const auto imputed = [this](ClaimId id) { return IsImputed(dataset_[id]); };
    return !named.empty() && std::all_of(named.begin(), named.end(), imputed);
  }

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

  bool IsEvenIf(const Inference& step) const {
    return step.condition && dataset_[step.condition].form == Form::kEvenIf;
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
                      say_(step.antecedents.empty() ? Key("So, “{0}”: {1}, {2} ({3}).")
                           : IsEvenIf(step)         ? Key("So, “{0}”: {1}, even so, {2} ({3}).")
                                            : Key("So, “{0}”: {1}, on this condition, {2} ({3})."),
                           {outcome, firm, whose_, Places(step.claim)}),
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
        return tell(say_("So, “{0}”: about even, {1}.", {outcome, whose_}));
      case Status::kOpen:
        return tell(say_("So, “{0}”: possible, and possibly not, {1}.", {outcome, whose_}));
      case Status::kUnresolved:
        return tell(say_("So, “{0}”: undecided. {2}, {1} hangs on what is left open.",
                         {outcome, Quoted(answer_.because.literal), say_.Capital(whose_)}));
      case Status::kUncommitted:
        if (const ClaimId claim = EvidenceClaim(dataset_, answer_))
          return Tell(
              WhyPart::kLevel, WhyMark::kSo,
              say_("So, “{0}”: {1}, {2} ({3}).",
                   {outcome, say_.Inside(Label(dataset_[claim].evidence)), whose_, Places(claim)}),
              claim);
        return tell(say_("So, “{0}”: left open by {1}.", {outcome, who_}));
      case Status::kSilent:
        break;
    }
    std::vector<std::string> reasons;
    for (const reason::Reason why : answer_.reasons)
      reasons.push_back(
          say_.Inside(why == reason::Reason::kPullOnly ? PullOnlyKey(in_, answer_) : Label(why)));
    tell(say_(IsForecast() ? Key("Not said by {1}: how likely “{0}” is ({2}).")
                           : Key("Not said by {1}: whether “{0}” is so ({2})."),
              {outcome, who_, say_.Chain(Key("{0}; {1}##reasons"), reasons)}));
  }

  /// That the telling is unsure, before what is told.
  void AddHedges(WhyPart part, const AnswerCore& core, bool here) {
    for (const Note& note : core.notes)
      if (here && note.kind == NoteKind::kStepHedge) AddNote(part, note);
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
      const bool even_if = IsEvenIf(step);
      if (!step.antecedents.empty())
        tail = say_(even_if ? Key("Even if {0}: {1}") : Key("If {0}, then {1}"),
                    {IfClauses(dataset_, step.antecedents, say_), tail});
      if (!step.unless.empty())
        tail = say_("{0}, unless {1}",
                    {tail, IfClauses(dataset_, step.unless, say_, Key("{0} or {1}"))});
      tail = say_("{0}.", {tail});
      if (step.condition && IsReadIn(dataset_[step.claim], Inferred::kLink))
        tail = say_("{0} {1}##sentences", {tail, say_("The link is read in by the coders.")});
      Add(part, WhyMark::kStep, Speaker(step.claim), step.claim, std::move(tail)).step = ++number;
    }
  }

  void AddDirection(WhyPart part, const AnswerCore& core) {
    if (core.direction == Direction::kNone) return;
    for (const reason::Pull& pull : core.pulls)
      for (const ClaimId claim : pull.claims) AddPull(part, pull, claim);
    if (part == WhyPart::kNear) return;  // Said with what follows of all.
    const SignMark mark = *DirectionMark(in_, core);
    std::string words = say_("{0}.", {mark.words});
    if (mark.sign == Sign::kPulled)
      words = say_("{0} {1}##sentences",
                   {words, say_("Which weighs more is not said, and is not guessed.")});
    Tell(part, WhyMark::kSo, std::move(words));
  }

  void AddPull(WhyPart part, const reason::Pull& pull, ClaimId claim) {
    if (pull.supposed) {
      std::string lead = say_("From {0}:", {Quoted(pull.supposed)});
      Add(part, WhyMark::kIf, std::move(lead)).lever = dataset_[pull.from].id;
    }
    WhyLine& line = Add(part, WhyMark::kPull, Speaker(claim), claim, PullWords(in_, pull, claim));
    line.pull = pull.pull;
    line.way = PullWay(in_, pull, claim);
  }

  /// What is said of a matter near the outcome, with its own steps.
  void AddNear(const reason::NearAnswer& near) {
    near_ = near.proposition;
    AddHedges(WhyPart::kNear, near, true);
    AddSteps(WhyPart::kNear, near.because);
    if (!near.against.steps.empty()) AddSteps(WhyPart::kNear, near.against);
    AddDirection(WhyPart::kNear, near);
    for (const Note& note : near.notes)
      if (note.kind != NoteKind::kStepHedge) AddNote(WhyPart::kNear, note);
    const std::string outcome(dataset_[answer_.target.proposition()].label);
    const bool forecast = IsForecast(), motive = near.how == Nearness::kMotive;
    Tell(WhyPart::kNear, WhyMark::kSo,
         say_(forecast && motive ? "{0}. That is no forecast: it does not say how likely “{1}” is."
              : forecast         ? "{0}. It does not say how likely “{1}” is."
                                 : "{0}. It does not say whether “{1}” is so.",
              {NearWords(in_, near), outcome}));
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
      std::string words = say_(NeedsKey(unmet.claim), {say_.Join(missing)});
      // What is lacking is lacking to another matter.
      if (near_) words = say_("{0}: {1}", {Quoted(Literal(near_)), words});
      Add(WhyPart::kNotUsed, WhyMark::kNote, Speaker(unmet.claim), unmet.claim, std::move(words));
    }
    for (const reason::SwitchedOff& off : core.switched_off) {
      std::string words = say_("Set aside, since {0} is supposed or said:", {Quoted(off.by)});
      const bool told = std::any_of(lines_.begin(), lines_.end(), [&](const WhyLine& line) {
        return line.claim == dataset_[off.claim].id && line.lead == words;
      });
      if (!told) Add(WhyPart::kNotUsed, WhyMark::kNote, std::move(words), off.claim);
    }
  }

  /// What an answer by a link would be: how likely, or only which way.
  std::string_view NeedsKey(ClaimId claim) const {
    const Form form = dataset_[dataset_[claim].about.condition].form;
    if (form == Form::kBearsOn) return Key("Says only that it counts, if {0}.");
    // With what is needed no answer is promised: without it there is one.
    if (form == Form::kOnlyIf) return Key("Only if {0}; whether that is enough is not said.");
    const bool level = form == Form::kIf;
    if (form == Form::kExplains) return Key("Names only what would explain it, if {0}.");
    return level ? Key("These words answer only if {0}.") : Key("Says only which way, if {0}.");
  }

  void AddNote(WhyPart part, const Note& note) {
    NoteLine line = WordsOf(in_, note, whose_);
    Add(part, WhyMark::kNote, std::move(line.words), note.claim).told = line.told;
  }

  const Speech& in_;
  const Dataset& dataset_;
  const Answer& answer_;
  const Say& say_;
  std::string who_, whose_;  ///< "the writer", "in the words of the writer".
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

}  // namespace proviso::view
