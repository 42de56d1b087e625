#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"
#include "core/query/facets.h"
#include "core/words/say.h"

namespace proviso::view {

// Every word for people, in one place: sentence case, no full stop in labels. Never: predicts,
// proves, score, probability. A `Label` is English, and the key of what a reader's language has for
// it: `say(Label(view))`.

std::string_view Label(query::Facet facet);
std::string_view Label(query::Direction direction);
std::string_view Label(ActorKind kind);
std::string_view Label(PropositionKind kind);
std::string_view Label(Role role);
std::string_view Label(Nearness how);
std::string_view Label(Form form);
std::string_view Label(Mechanism mechanism);
std::string_view Label(Stance stance);  ///< The verb: "reports", "speaks for the mind of".
std::string_view Label(Stance stance, bool plural);  ///< The same of several: "report".
/// How a claim is told whose teller takes this stance: "Reported"; "Own words" without a teller.
std::string_view ToldAsLabel(Stance stance);
std::string_view Label(Modality modality);
std::string_view Label(Act act);
std::string_view Label(Basis basis);
std::string_view Label(Tier tier);
std::string_view Label(ClaimKind kind);
std::string_view Label(Evidence evidence);
std::string_view Label(Inferred what);
std::string_view Label(Confidence confidence);
std::string_view Label(PassageRole role);
std::string_view Label(Quality quality);
std::string_view Label(RelationType type);
std::string_view Label(RelationStrength strength);
std::string_view Label(Scheme scheme);
std::string_view Label(EventStatus status);
std::string_view Label(Approx approx);
std::string_view Label(Coded coded);
std::string_view NearKey(Nearness how);  ///< Before a statement near the outcome: "A step before".
std::string_view Label(Quoting quoting);
std::string_view Label(Tense tense);
std::string_view Label(Table table);  ///< Of one record: "Claim", "Link", "Condition".

/// What an outer voice does with what it passes on: "reports it", "ranks it lower", "speaks for the
/// mind of China".
std::string StanceWords(const Say& say, Stance stance, std::string_view next, bool plural = false);

/// "Very likely not" · "Possible": how firmly, of a thing to come or of its opposite; a key. What
/// was or is has words of its own in voice/tense.h.
std::string_view LevelWords(Modality modality, bool negated);

/// "1 claim", "3 claims". Of English alone, as are the two that follow; else `Say` has them.
std::string Counted(std::size_t count, std::string_view one, std::string_view many);

/// "a", "a and b", "a, b and c".
std::string JoinWords(const std::vector<std::string>& words, std::string_view last = "and");

/// "9 May 2023", "about March 2023", "12 to 19 March 2023", "2023 or later"; `date` if unreadable.
std::string DateWords(std::string_view date, const Say& say = {});

/// `text` with a capital at its beginning, where that is a letter from a to z.
std::string Capital(std::string_view text);
std::string Quoted(std::string_view text);  ///< “text”

}  // namespace proviso::view
