#include "core/voice/note_words.h"

#include <span>
#include <utility>

#include "core/words/labels.h"

namespace proviso::view {
namespace {

using reason::NoteKind;

/// Of a claim that is told with what somebody makes of it: whose it is.
std::string Whose(const Speech& in, const std::string& stance, ClaimId claim) {
  return in.say(
      IsImputed(in.dataset[claim])
          ? Key("{0}; the mind is that of {1}:##what is done with a claim, whose it is")
          : Key("{0}; the words are those of {1}:##what is done with a claim, whose it is"),
      {stance, NameInside(in.dataset, in.dataset[claim].holder(), in.say)});
}

}  // namespace

NoteLine WordsOf(const Speech& in, const reason::Note& note, const std::string& whose) {
  const Dataset& dataset = in.dataset;
  const Say& say = in.say;
  std::string words;
  bool told = false;  // The claim's own words are part of the line.
  switch (note.kind) {
    case NoteKind::kStance:
      words = Whose(in, StanceBy(dataset, note.stance, note.actor, say), note.claim);
      told = true;
      break;
    case NoteKind::kDispute: {
      // Who ranks another thing higher disputes the rank, not what is said.
      const Claim& attack = dataset[dataset[note.relation].from];
      const bool ranks = attack.about.kind == AboutKind::kComparison;
      words = Whose(
          in, StanceBy(dataset, ranks ? Stance::kDowngrades : Stance::kDisputes, note.actor, say),
          note.claim);
      told = true;
      break;
    }
    case NoteKind::kStepHedge: {
      const std::span<const Step> steps = dataset[note.claim].attribution;
      for (std::size_t i = 0; i < steps.size() && words.empty(); ++i)
        if (steps[i].actor == note.actor)
          words = TellingWords(dataset, dataset[note.claim], i, say);
      words = say("{0}, {1}.##on the telling, place",
                  {words, PlaceWords(dataset, dataset[note.claim], say)});
      break;
    }
    case NoteKind::kByDefinition:
      words = say("Supposed as well, since the coders call it excluded: {0}.",
                  {Statement(dataset, note.literal, say)});
      break;
    case NoteKind::kAlreadySo:
      words = say("Already so, {0}: {1}.", {whose, Statement(dataset, note.literal, say)});
      told = static_cast<bool>(note.claim);
      break;
    case NoteKind::kLoop:
      words = say(note.balancing ? "A feedback: which way is not settled by what is said."
                                 : "A feedback that adds to itself.");
      told = true;
      break;
    case NoteKind::kRanking:
      words = say("Ranked, not how likely:");
      told = true;
      break;
    case NoteKind::kUncommitted:
      words = say("Left open:");
      if (dataset[note.claim].has_evidence())
        words = say("{0}:##word on the evidence", {say(Label(dataset[note.claim].evidence))});
      told = true;
      break;
    case NoteKind::kCommitment:
      words = say("{0} of {1} ({2}).##an act, whose, where",
                  {say(Label(dataset[note.claim].act)),
                   NameInside(dataset, dataset[note.claim].holder(), say),
                   PlaceWords(dataset, dataset[note.claim], say)});
      break;
    case NoteKind::kUndecided:
      words = say("Undecided: {0}.", {Statement(dataset, note.literal, say)});
      told = static_cast<bool>(note.claim);
      break;
    case NoteKind::kResidual:
      words = say("Possible as well, {0}: {1}.", {whose, Statement(dataset, note.literal, say)});
      break;
    case NoteKind::kAsked:
      words = say("Asked, and left open:");
      told = true;
      break;
    case NoteKind::kNorm:
      words = say("What ought to be, no forecast:");
      told = true;
      break;
  }
  return {std::move(words), told};
}

}  // namespace proviso::view
