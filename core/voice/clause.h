#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/voice/library.h"

namespace proviso::view {

// A label inside a sentence. A label stands alone and begins with a capital; after "that" or
// "whether" it is a clause, and a capital stays only where the word has one anywhere.

/// For each proposition, 1 if its label begins with a word that its dataset also writes with a
/// small letter, so that the capital is that of a beginning and no name's.
///
/// Cost: one pass over labels and glosses.
std::vector<std::uint8_t> LowersOf(const Dataset& dataset);

/// "China has sent weapons", "the war goes on": what stands after "that" or "whether"; of a
/// negation "China has no stake in the war", or "it is not so that …".
std::string ClauseOf(const Library& library, Literal literal);

/// The literal as a sentence of its own, without a full stop: the label, its `negated` label, or
/// "It is not so that …".
std::string SentenceOf(const Library& library, Literal literal);

}  // namespace proviso::view
