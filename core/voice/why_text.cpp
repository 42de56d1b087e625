// The lines of a reason as text, and the names of its parts.

#include <array>

#include "core/voice/answer_words.h"
#include "core/voice/reply.h"
#include "core/voice/tense.h"
#include "core/voice/voice.h"
#include "core/words/labels.h"

namespace proviso::view {

using reason::Answer;
using reason::Direction;

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
                                                    "Needed; whether it is enough is not said",
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
