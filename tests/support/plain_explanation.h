#pragma once

#include <string>
#include <vector>

#include "tests/support/plain_reasoner.h"

namespace proviso::test {

/// Compares what an answer says beside its status with what core/reason/SEMANTICS.md makes
/// of it: its steps with their order and ties, reasons of
/// silence, what is lacking or switched off, near matters, pulls, reasons of the direction, notes.
/// Written from the rules alone, as `PlainAsk` is, whose answer for the same question is `plain`.
///
/// `answers`: every view's answer to the question, in their order. Empty, or what is wrong.
std::string CheckExplanation(const Dataset& dataset, const reason::Views& views,
                             const std::vector<reason::Answer>& answers, std::size_t which,
                             const reason::Scenario& scenario, const PlainAnswer& plain);

}  // namespace proviso::test
