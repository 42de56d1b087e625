#pragma once

#include <string>
#include <vector>

#include "core/reason/answer.h"

namespace proviso::view {

/// Answers as `proviso ask --json` prints them: an array, one object a view.
///
/// Shape: compact JSON; literals are spelt "id" or "!id". A step's `premises` are supposed, or each
/// is
///        the `rule.then` of an earlier step. `notes` hold whatever else there is to show, each
///        with its `kind`: "unmet" (k of n conditions), "pull" (an influence and what it carries),
///        and those of `reason::NoteKind`. `words` is the reply in one line, in English, as every
///        place says it; what is near has its own words, and the claims on which they rest.
std::string AnswersJson(const Dataset& dataset, const reason::Views& views,
                        const std::vector<reason::Answer>& answers,
                        const reason::Scenario& scenario);

}  // namespace proviso::view
