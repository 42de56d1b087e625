#include "core/view/answers.h"

#include <utility>

namespace proviso::view {

reason::Scenario ScenarioOf(const Dataset& dataset, const std::vector<std::string>& on,
                            const std::vector<std::string>& off, bool strict) {
  std::vector<Literal> literals;
  const auto add = [&](const std::vector<std::string>& ids, bool negated) {
    for (const std::string& id : ids) {
      const RecordRef record = dataset.Find(id);
      if (!record || record.table != Table::kPropositions) continue;
      literals.emplace_back(PropositionId(record.index), negated);
      if (!reason::MakeScenario(dataset, literals, strict).ok()) literals.pop_back();
    }
  };
  add(on, false);
  add(off, true);
  Result<reason::Scenario> scenario = reason::MakeScenario(dataset, literals, strict);
  return scenario.ok() ? std::move(scenario).value() : reason::Scenario{};
}

void Answers::Follow(const Library& library, PropositionId target, reason::Scenario scenario) {
  const bool other = dataset_ != &library.dataset || target_ != target || !live_;
  if (other) {
    live_.emplace(library.dataset, library.views, target);
    dataset_ = &library.dataset;
    target_ = target;
  }
  if (!other && scenario == scenario_) return;
  live_->Suppose(scenario);
  scenario_ = std::move(scenario);
  answers_.clear();
}

const reason::Answer& Answers::Of(const Library& library, reason::ViewIndex view) {
  const auto found = answers_.find(view.index());
  if (found != answers_.end()) return found->second;
  return answers_
      .emplace(view.index(),
               reason::Ask(library.dataset, library.views, view, Literal(target_), scenario_))
      .first->second;
}

std::string PathWords(const Library& library, reason::ViewIndex view) {
  std::string words;
  for (const ActorId actor : reason::PathOf(library.views, view))
    words.append(words.empty() ? "" : ">").append(library.dataset[actor].id);
  return words;
}

std::string PathOfRecord(const Library& library, RecordRef record) {
  const Dataset& dataset = library.dataset;
  std::string words;
  if (!record) return words;
  if (record.table == Table::kClaims) {
    for (const Step& step : dataset.claims[record.index].attribution)
      words.append(words.empty() ? "" : ">").append(dataset[step.actor].id);
  } else if (record.table == Table::kActors) {
    std::uint32_t best = library.views.size(), depth = 0;
    for (std::uint32_t i = 0; i < library.views.size(); ++i) {
      const reason::View& view = library.views.rows[i];
      if (view.actor != ActorId(record.index) || (best < i && view.depth >= depth)) continue;
      best = i;
      depth = view.depth;
    }
    if (best < library.views.size()) words = PathWords(library, reason::ViewIndex(best));
  }
  return words;
}

}  // namespace proviso::view
