#include "core/reason/scenario.h"

#include <algorithm>

#include "core/base/sort.h"

namespace proviso::reason {
namespace {

Problem Refuse(std::string rule, std::string remedy) {
  Problem problem;
  problem.code = "call";
  problem.rule = std::move(rule);
  problem.remedy = std::move(remedy);
  return problem;
}

bool Excludes(const Dataset& dataset, PropositionId one, PropositionId other) {
  const std::span<const PropositionId> partners = dataset[one].excludes;
  return std::find(partners.begin(), partners.end(), other) != partners.end();
}

}  // namespace

Result<Scenario> MakeScenario(const Dataset& dataset, std::span<const Literal> supposed,
                              bool strict) {
  Scenario scenario;
  scenario.strict = strict;
  scenario.supposed.assign(supposed.begin(), supposed.end());
  std::vector<Literal>& on = scenario.supposed;
  SortList(&on);
  on.erase(std::unique(on.begin(), on.end()), on.end());

  std::vector<Problem> problems;
  for (std::size_t i = 1; i < on.size(); ++i)
    if (on[i] == !on[i - 1])
      problems.push_back(Refuse("The supposition contradicts itself: it holds both “" +
                                    Spell(dataset, on[i - 1]) + "” and “" + Spell(dataset, on[i]) +
                                    "”.",
                                "Suppose one of the two."));
  for (const Literal literal : on) {
    if (literal.negated()) continue;
    for (const PropositionId partner : dataset[literal.proposition()].excludes) {
      const Literal other(partner);
      if (!std::binary_search(on.begin(), on.end(), other)) {
        if (!std::binary_search(on.begin(), on.end(), !other))
          scenario.by_definition.push_back(!other);
      } else if (literal < other || !Excludes(dataset, partner, literal.proposition())) {
        problems.push_back(Refuse("“" + Spell(dataset, literal) + "” and “" +
                                      Spell(dataset, other) +
                                      "” exclude each other by definition, and both are supposed.",
                                  "Suppose at most one of the two."));
      }
    }
  }
  if (!problems.empty()) return problems;
  std::vector<Literal>& off = scenario.by_definition;
  SortList(&off);
  off.erase(std::unique(off.begin(), off.end()), off.end());
  return scenario;
}

Result<Literal> ReadLiteral(const Dataset& dataset, std::string_view spelling) {
  const bool negated = !spelling.empty() && spelling.front() == '!';
  const RecordRef record = dataset.Find(spelling.substr(negated ? 1 : 0));
  if (!record || record.table != Table::kPropositions)
    return Refuse(
        "This dataset has no proposition “" + std::string(spelling.substr(negated ? 1 : 0)) + "”.",
        "Name a proposition by its id, with “!” before it for its negation.");
  return Literal(PropositionId(record.index), negated);
}

std::string Spell(const Dataset& dataset, Literal literal) {
  return (literal.negated() ? "!" : "") + std::string(dataset[literal.proposition()].id);
}

}  // namespace proviso::reason
