#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "core/reason/answer.h"
#include "tests/support/say.h"

namespace proviso::test {

/// What was said, ready to be asked.
struct Told {
  explicit Told(std::string_view lines) : data(Say(lines)), views(reason::BuildViews(data)) {}

  reason::Scenario Suppose(std::string_view literals, bool strict = false) const {
    const auto scenario = reason::MakeScenario(data, Lits(data, literals), strict);
    REQUIRE(scenario.ok());
    return *scenario;
  }
  reason::Answer Ask(std::string_view view, std::string_view target, std::string_view supposed = "",
                     bool strict = false) const {
    const auto found = reason::FindView(data, views, view);
    REQUIRE(found.ok());
    return reason::Ask(data, views, *found, Lit(data, target), Suppose(supposed, strict));
  }

  Dataset data;
  reason::Views views;
};

inline std::string Names(const Dataset& data, const std::vector<Literal>& literals) {
  std::string names;
  for (const Literal literal : literals)
    names += (names.empty() ? "" : " ") + reason::Spell(data, literal);
  return names;
}

/// The claims of the steps, in their order.
inline std::string Claims(const Dataset& data, const reason::Derivation& derivation) {
  std::string names;
  for (const auto& step : derivation.steps)
    names += (names.empty() ? "" : " ") + std::string(data[step.claim].id);
  return names;
}

/// An answer in a line: "aid very_likely, +" · "aid possible derived, 0 need-not-change" ·
/// "conflict, ? pulls" · "silent pull-only near, none".
inline std::string Line(const Dataset& data, const reason::Answer& answer) {
  std::string line;
  if (answer.status == reason::Status::kPredicted) {
    line = reason::Spell(data, answer.literal) + " " + std::string(Word(*answer.strength));
    if (answer.derived) line += " derived";
    if (answer.attenuated) line += " attenuated";
  } else {
    line = std::string(Word(answer.status));
    if (answer.literal) line += " " + reason::Spell(data, answer.literal);
    for (const reason::Reason why : answer.reasons) line += " " + std::string(Word(why));
  }
  line += ", ";
  line += answer.direction == reason::Direction::kNone ? "none" : Word(answer.direction);
  if (!answer.direction_reasons.empty())
    line += " " + std::string(Word(answer.direction_reasons.front()));
  return line;
}
inline std::string Line(const Told& told, const reason::Answer& answer) {
  return Line(told.data, answer);
}

/// The notes of an answer: "stance w doubts c2; by-definition !b".
inline std::string Notes(const Told& told, const reason::Answer& answer) {
  std::string line;
  for (const reason::Note& note : answer.notes) {
    line += (line.empty() ? "" : "; ") + std::string(Word(note.kind));
    if (note.actor) line += " " + std::string(told.data[note.actor].id);
    if (note.kind == reason::NoteKind::kStance) line += " " + std::string(Word(note.stance));
    if (note.literal) line += " " + reason::Spell(told.data, note.literal);
    if (note.claim) line += " " + std::string(told.data[note.claim].id);
    if (!note.text.empty()) line += " \"" + std::string(note.text) + "\"";
    if (note.balancing) line += " balancing";
  }
  return line;
}

/// The one line that a view `w` says on `aid`.
inline std::string Says(std::string_view lines, std::string_view supposed,
                        std::string_view target = "aid", std::string_view view = "w") {
  const Told told(lines);
  return Line(told, told.Ask(view, target, supposed));
}

}  // namespace proviso::test
