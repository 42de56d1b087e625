#pragma once

#include <string>
#include <vector>

#include "core/reason/answer.h"

namespace proviso::view {

/// Answers as `proviso ask --json` prints them: an array, one object a view.
///
/// Shape:  compact JSON; literals are spelt "id" or "!id"; `premises` of a step are literals that
/// are
///         supposed or that an earlier step of the list concludes (`rule.then`).
/// Source: data/FORMAT.md, "Answers".
std::string AnswersJson(const Dataset& dataset, const reason::Views& views,
                        const std::vector<reason::Answer>& answers);

}  // namespace proviso::view
