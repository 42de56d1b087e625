#include "core/voice/pull_words.h"

#include <algorithm>
#include <span>
#include <vector>

#include "core/voice/answer_marks.h"
#include "core/voice/answer_words.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

using reason::Direction;
using reason::Pull;

bool IsWay(Direction direction) {
  return direction == Direction::kMore || direction == Direction::kLess;
}

/// Nothing arrives, though the link itself points one way.
bool StartsFromNothing(const Pull& pull) {
  return pull.pull == Direction::kZero && pull.sign != Direction::kZero;
}

/// What a pull does to what it arrives at, as firmly as it is said.
std::string_view PullKey(const Pull& pull, Modality firm) {
  const auto at = [firm](std::string_view plain, std::string_view very, std::string_view likely,
                         std::string_view possible) {
    if (firm == Modality::kVeryLikely) return very;
    if (firm == Modality::kLikely) return likely;
    return firm == Modality::kPossible ? possible : plain;
  };
  switch (pull.pull) {
    case Direction::kMore:
      return at(Key("Makes “{0}” more likely."), Key("Very probably makes “{0}” more likely."),
                Key("Probably makes “{0}” more likely."), Key("Possibly makes “{0}” more likely."));
    case Direction::kLess:
      return at(Key("Makes “{0}” less likely."), Key("Very probably makes “{0}” less likely."),
                Key("Probably makes “{0}” less likely."), Key("Possibly makes “{0}” less likely."));
    case Direction::kZero:
      if (pull.need_not) return Key("Need not change “{0}”.");
      return at(Key("Has no effect on “{0}”."), Key("Very probably has no effect on “{0}”."),
                Key("Probably has no effect on “{0}”."), Key("Possibly has no effect on “{0}”."));
    default:
      return Key("Bears on “{0}”; which way is not said.");
  }
}

/// The sentence on what the pull does.
std::string Deed(const Speech& in, const Pull& pull, ClaimId claim) {
  const Say& say = in.say;
  const Text to = in.dataset[pull.to].label;
  // The sign is that of the statement itself: its opposite pushes the other way.
  if (StartsFromNothing(pull) && pull.supposed && IsWay(pull.sign))
    return say(
        (pull.sign == Direction::kMore) != pull.supposed.negated()
            ? Key("Said to make “{0}” more likely, and so already: supposing {1} changes nothing.")
            : Key("Said to make “{0}” less likely, and so already: supposing {1} changes nothing."),
        {to, Statement(in.dataset, pull.supposed, say)});
  if (StartsFromNothing(pull) && pull.supposed)
    return say("Adds nothing to “{0}” here: {1} is so already, it is said.",
               {to, Statement(in.dataset, pull.supposed, say)});
  if (StartsFromNothing(pull))
    return say("Adds nothing to “{0}” here: “{1}” is not pushed.",
               {to, in.dataset[pull.from].label});
  if (in.dataset[pull.condition].form == Form::kExplains && IsWay(pull.pull))
    return say("{0}: {1}.", {say.Quoted(to), say.Inside(PullWay(in, pull, claim))});
  return say(PullKey(pull, PullFirmness(in.dataset, in.dataset[claim])), {to});
}

}  // namespace

bool IsReadIn(const Claim& claim, Inferred what) {
  return std::find(claim.inferred.begin(), claim.inferred.end(), what) != claim.inferred.end();
}

std::string PullWay(const Speech& in, const Pull& pull, ClaimId claim) {
  const Say& say = in.say;
  const Condition& link = in.dataset[pull.condition];
  if (StartsFromNothing(pull))
    return say(pull.supposed ? Label(reason::DirectionReason::kAlreadySo)
                             : Key("Moved neither way"));
  if (pull.pull == Direction::kZero && pull.need_not) return say("Need not change it");
  const Modality firm = PullFirmness(in.dataset, in.dataset[claim]);
  if (link.form == Form::kExplains && IsWay(pull.pull)) return CauseWords(in, pull, firm);
  return say(DirectionKey(pull.pull));
}

std::string PullWords(const Speech& in, const Pull& pull, ClaimId claim) {
  const Dataset& dataset = in.dataset;
  const Say& say = in.say;
  const Condition& link = dataset[pull.condition];
  const Claim& said = dataset[claim];
  std::vector<std::string> words{Deed(in, pull, claim)};
  const bool explains = link.form == Form::kExplains;
  const std::span<const Literal> spoken =
      explains ? std::span<const Literal>(&link.consequent, 1) : link.antecedents;
  if (pull.supposed && IsWay(pull.pull) &&
      std::find(spoken.begin(), spoken.end(), !pull.supposed) != spoken.end())
    words.push_back(say("These words are turned round here: they speak of {0}.",
                        {Statement(dataset, !pull.supposed, say)}));
  if (explains) words.push_back(say("That it comes is not said."));
  if (link.graded) words.push_back(say("The more, the more so."));
  if (pull.by_contrast) words.push_back(say("The coders read this “if” as making a difference."));
  if (IsReadIn(said, Inferred::kLink)) words.push_back(say("The link is read in by the coders."));
  if (IsReadIn(said, Inferred::kSign)) words.push_back(say("Which way is read in by the coders."));
  if (pull.unsettled) words.push_back(say("An exception to it is left undecided."));
  return say.Chain(Key("{0} {1}##sentences"), words);
}

}  // namespace proviso::view
