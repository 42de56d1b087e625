#pragma once

#include <string_view>
#include <vector>

#include "core/model/dataset.h"

namespace proviso::view {

struct Library;

// What was or is so is no forecast: "has not", "is so", never "will not", "will". The words of one
// level differ by what a statement speaks of.

/// The tense of every proposition: what it gives, else the first of these that decides.
///
/// The same matter `earlier` than another was, or where it lasts, is. An event of it that happened
/// or is alleged was; one that is expected or only supposed is to come. A window that ends before
/// the last text was; one that begins with the first text or later is to come; one that runs over
/// them all is. A state, attitude, capability, threshold or motive is. Of the rest, what somebody
/// states and nobody forecasts is; all else is to come.
///
/// Shape:  by PropositionId. Cost: one pass over claims and events.
/// Source: data/FORMAT.md, "Words".
std::vector<Tense> TensesOf(const Dataset& dataset);

/// The tense of what `literal` speaks of; of none, the future.
Tense TenseOf(const Library& library, Literal literal);

/// The tense in which `claim` speaks of what it is about: a forecast speaks of the future, a fact
/// or a denial never does. What a link leads to would come, unless it has been.
Tense TenseOf(const Library& library, const Claim& claim);

/// True of a link by which one thing pushes another, if the dataset gives both a tense and neither
/// is to come: what it tells has come about, and is no matter of odds.
bool HasCome(const Dataset& dataset, const Condition& link);

/// "Very likely not", "Is so", "Likely has not": how firmly, of a thing or of its opposite; a key.
std::string_view LevelWords(Tense tense, Modality modality, bool negated);

/// How firmly `claim` says what it says of a statement or through an "if": as above, and "Stated as
/// fact" or "Denied outright" where it does that; a key.
std::string_view LevelWords(const Library& library, const Claim& claim);

/// What the ruler's left end (`negated`) and its right end mean: "will not", "is so"; keys, to
/// stand inside a sentence.
std::string_view RulerEnd(Tense tense, bool negated);

}  // namespace proviso::view
