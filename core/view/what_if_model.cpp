#include "core/view/what_if_model.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/view/change_words.h"
#include "core/view/what_if_views.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

std::vector<std::string> Names(const Library& library, std::span<const ActorId> actors) {
  std::vector<std::string> names;
  for (const ActorId actor : actors) names.emplace_back(library.dataset[actor].name);
  return names;
}

/// What a claim presupposes, and how it bears: "If “A”", "“A” makes it less likely".
std::string LeadWords(const Library& library, const Claim& claim) {
  if (claim.about.kind != AboutKind::kCondition) return std::string();
  const Condition& link = library.dataset[claim.about.condition];
  std::vector<std::string> from;
  for (const Literal literal : link.antecedents)
    from.push_back((literal.negated() ? "not " : "") +
                   Quoted(library.dataset[literal.proposition()].label));
  std::string words = JoinWords(from);
  switch (SignOf(link)) {
    case Sign::kMore:
      words += " makes it more likely";
      break;
    case Sign::kLess:
      words += " makes it less likely";
      break;
    case Sign::kNoEffect:
      words += " makes no difference to it";
      break;
    default:
      words = "It depends on " + words;
  }
  if (link.form == Form::kIf) words = "If " + JoinWords(from);
  if (link.form == Form::kOnlyIf) words = "Only if " + JoinWords(from);
  if (link.form == Form::kEvenIf) words = "Even if " + JoinWords(from);
  if (link.form == Form::kExplains)
    words = Quoted(library.dataset[link.consequent.proposition()].label) + " would explain it";
  std::vector<std::string> unless;
  for (const Literal literal : link.unless)
    unless.push_back(Quoted(LiteralWords(library, literal)));
  if (!unless.empty()) words += ", unless " + JoinWords(unless, "or");
  return Capital(words);
}

/// Who in the chain keeps back, and how: "The writer doubts it".
std::string Reservations(const Library& library, const Claim& claim) {
  std::vector<std::string> notes;
  if (claim.act != Act::kAssertive) notes.emplace_back(Label(claim.act));
  for (std::size_t i = 0; i < claim.attribution.size(); ++i) {
    const Step& step = claim.attribution[i];
    if (!step.hedge.empty()) notes.push_back("Not sure that it is said: " + Quoted(step.hedge));
    if (step.stance == Stance::kAsserts || step.stance == Stance::kReports) continue;
    const Text next = library.dataset[claim.attribution[i + 1].actor].name;
    notes.push_back(std::string(library.dataset[step.actor].name) + " " +
                    StanceWords(step.stance, next));
  }
  std::string words;
  for (const std::string& note : notes) words += (words.empty() ? "" : ". ") + note;
  return words;
}

Said SaidOf(const Library& library, const Outcome& outcome, ClaimId id) {
  const Claim& claim = library.dataset[id];
  Said said;
  said.claim = claim.id;
  said.lead = LeadWords(library, claim);
  said.sign = SignOf(library, outcome, claim);
  said.strength = StrengthOf(library, claim);
  said.text = GlossOf(library, claim);
  said.note = Reservations(library, claim);
  said.refs = RefsOf(library, claim);
  said.open = Select{said.claim};
  return said;
}

/// True for a statement about what is or was, of which the answers are not made.
bool IsStatus(const Dataset& dataset, PropositionId target, const Claim& claim) {
  if (claim.about.kind != AboutKind::kProposition) return false;
  for (const Near& near : dataset[claim.about.literal.proposition()].near)
    if (near.to == target && near.how == Nearness::kEarlier) return true;
  return false;
}

ViewColumn ColumnOf(const Library& library, const Outcome& outcome, const View& view,
                    std::vector<ClaimId> claims) {
  const Dataset& dataset = library.dataset;
  std::sort(claims.begin(), claims.end(), [&](ClaimId a, ClaimId b) {
    return std::tuple(FirmnessRank(library, dataset[a]), dataset[a].passages[0], a) <
           std::tuple(FirmnessRank(library, dataset[b]), dataset[b].passages[0], b);
  });
  ViewColumn column;
  for (const ActorId actor : view.path) {
    column.path.emplace_back(dataset[actor].id);
    column.key += (column.key.empty() ? "" : "/") + column.path.back();
  }
  column.name = ViewName(library, view);
  column.through = ThroughWords(library, view);
  column.open_actor = Select{column.path.back()};
  Sign joined = Sign::kSilent;
  for (const ClaimId id : claims) {
    column.said.push_back(SaidOf(library, outcome, id));
    const Said& said = column.said.back();
    joined = Joined(joined, said.sign.sign == Sign::kRanking ? Sign::kSilent : said.sign.sign);
    if (dataset[id].about.kind == AboutKind::kProposition && !column.level)
      column.level = said.strength;
  }
  if (joined != Sign::kSilent && joined != Sign::kLevel) {
    column.direction = SignMark{};
    column.direction->sign = joined;
    column.direction->words =
        joined == Sign::kPulled ? "Pulled both ways" : std::string(Label(joined));
  }
  return column;
}

/// Columns in the order in which they stand: firmest first, own voices before reported ones; last
/// what somebody on the way doubts or disputes.
void SortColumns(std::vector<std::pair<int, ViewColumn>>* columns) {
  const auto key = [](const std::pair<int, ViewColumn>& column) {
    const std::vector<Said>& said = column.second.said;
    const bool held =
        std::any_of(said.begin(), said.end(), [](const Said& one) { return !one.sign.not_held; });
    return std::tuple(!held, column.first, column.second.path.size());
  };
  std::stable_sort(columns->begin(), columns->end(),
                   [&key](const auto& a, const auto& b) { return key(a) < key(b); });
}

void AddSilent(const Library& library, const std::vector<std::uint8_t>& passes,
               const std::set<ActorId>& heard, const Outcome& outcome, WhatIfModel* model) {
  const Dataset& dataset = library.dataset;
  for (std::uint32_t i = 0; i < dataset.actors.size(); ++i) {
    const ActorId actor(i);
    const std::span<const ClaimId> held = library.index.claims_held[actor];
    if (heard.count(actor) != 0 || held.empty()) continue;
    bool passing = false;
    Bearing nearest = Bearing::kBackground;
    for (const ClaimId id : held) {
      passing = passing || passes[id.index()] != 0;
      nearest = std::min(nearest, BearingOf(library, outcome, dataset[id]));
    }
    if (!passing) continue;
    SilentHolder holder;
    holder.id = dataset[actor].id;
    holder.name = dataset[actor].name;
    if (nearest == Bearing::kOtherStep) holder.note = "speaks of a step toward it";
    if (nearest == Bearing::kNear) holder.note = "speaks of a near matter";
    holder.open = Select{holder.id};
    model->silent.push_back(std::move(holder));
  }
  std::sort(model->silent.begin(), model->silent.end(),
            [](const SilentHolder& a, const SilentHolder& b) {
              return std::tie(a.name, a.id) < std::tie(b.name, b.id);
            });
}

void AddStatus(const Library& library, const std::vector<std::uint8_t>& passes,
               const Outcome& outcome, WhatIfModel* model) {
  const Dataset& dataset = library.dataset;
  for (std::uint32_t i = 0; i < dataset.claims.size(); ++i) {
    const Claim& claim = dataset.claims[i];
    if (passes[i] == 0 || !IsStatus(dataset, outcome.target, claim)) continue;
    StatusLine line;
    line.claim = claim.id;
    line.name = ViewName(library, View{{claim.holder()}, {}});
    line.text = GlossOf(library, claim);
    line.words = StrengthOf(library, claim).words;
    if (!claim.as_of.empty()) line.as_of = DateWords(claim.as_of);
    line.refs = RefsOf(library, claim);
    line.open = Select{line.claim};
    model->status.push_back(std::move(line));
  }
}

std::string Supposition(const Library& library, const ViewState& state) {
  std::vector<std::string> parts;
  for (const std::string& id : state.on) parts.push_back(Quoted(NameOfId(library, id)));
  for (const std::string& id : state.off) parts.push_back("not " + Quoted(NameOfId(library, id)));
  if (parts.empty()) return "Nothing supposed yet: this is what the texts say as they stand";
  return "If " + JoinWords(parts) + ", then";
}

void AddOutcomes(const Library& library, const Outcome& outcome, WhatIfModel* model) {
  const Dataset& dataset = library.dataset;
  for (std::uint32_t i = 0; i < dataset.propositions.size(); ++i) {
    const Proposition& p = dataset.propositions[i];
    const bool chosen = outcome.target == PropositionId(i);
    if (p.role != Role::kOutcome && !chosen) continue;
    model->outcomes.push_back(
        {std::string(p.id), std::string(p.label), chosen, SetTarget{std::string(p.id)}});
  }
}

}  // namespace

std::vector<View> ViewsOf(const Library& library) {
  std::map<std::vector<ActorId>, std::vector<ClaimId>> by_path;
  for (std::uint32_t i = 0; i < library.dataset.claims.size(); ++i) {
    const Claim& claim = library.dataset.claims[i];
    const bool content = claim.act != Act::kQuestion && claim.act != Act::kDemand &&
                         claim.kind != ClaimKind::kNormative;
    std::vector<ActorId> path;
    for (std::size_t k = 0; k < claim.attribution.size(); ++k) {
      path.push_back(claim.attribution[k].actor);
      std::vector<ClaimId>& claims = by_path[path];
      const Stance stance = claim.attribution[k].stance;
      const bool last = k + 1 == claim.attribution.size();
      if (content && (last || stance == Stance::kEndorses)) claims.push_back(ClaimId(i));
    }
  }
  std::vector<View> views;
  for (auto& [path, claims] : by_path) views.push_back({path, std::move(claims)});
  return views;
}

std::string ViewName(const Library& library, const View& view) {
  return std::string(library.dataset[view.path.back()].name);
}

std::string ThroughWords(const Library& library, const View& view) {
  if (view.path.size() == 1) return "in own voice";
  const std::span<const ActorId> outer(view.path.data(), view.path.size() - 1);
  return "through " + JoinWords(Names(library, outer), "and then");
}

WhatIfModel BuildWhatIfModel(const Library& library, const Session& session) {
  const Dataset& dataset = library.dataset;
  const ViewState& state = session.state;
  const Outcome outcome = FindOutcome(library, state);
  WhatIfModel model;
  model.supposition = Supposition(library, state);
  model.supposed = static_cast<std::uint32_t>(state.on.size() + state.off.size());
  if (!outcome.target) {
    model.empty = "This dataset has no outcome to ask about.";
    return model;
  }
  model.target = dataset[outcome.target].id;
  model.question = std::string(dataset[outcome.target].label) + "?";
  AddOutcomes(library, outcome, &model);
  const std::vector<View> views = ViewsOf(library);
  model.groups = LeverGroups(library, state, outcome, views);

  // A filter hides columns; it does not unsay what they hold.
  std::vector<std::uint8_t> passes(dataset.claims.size(), 0);
  for (const ClaimId id : library.facets.Find(state.filter)) passes[id.index()] = 1;
  std::vector<std::pair<int, ViewColumn>> columns;
  std::set<ActorId> heard;
  std::set<std::pair<ActorId, DocumentId>> voices;
  for (const View& view : views) {
    std::vector<ClaimId> direct;
    bool passing = false;
    for (const ClaimId id : view.claims) {
      if (BearingOf(library, outcome, dataset[id]) != Bearing::kDirect) continue;
      direct.push_back(id);
      passing = passing || passes[id.index()] != 0;
    }
    if (direct.empty()) continue;
    heard.insert(view.path.back());
    if (!passing) continue;
    int rank = 7;
    for (const ClaimId id : direct) {
      rank = std::min(rank, FirmnessRank(library, dataset[id]));
      voices.emplace(view.path.back(), DocumentOf(dataset, dataset[id]));
    }
    columns.emplace_back(rank, ColumnOf(library, outcome, view, std::move(direct)));
  }
  SortColumns(&columns);
  for (auto& column : columns) model.columns.push_back(std::move(column.second));
  AddSilent(library, passes, heard, outcome, &model);
  AddStatus(library, passes, outcome, &model);
  model.counts = Counted(voices.size(), "voice speaks", "voices speak") + " to it, " +
                 Counted(model.silent.size(), "says", "say") + " nothing on it. " +
                 "Voices are never added up.";
  return model;
}

}  // namespace proviso::view
