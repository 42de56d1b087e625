#include <algorithm>
#include <map>

#include "core/base/sort.h"
#include "core/view/what_if_views.h"
#include "core/view/wording.h"

namespace proviso::view {
namespace {

/// A link as one view draws it: from one literal to another.
struct Edge {
  Literal from, to;
  Sign sign = Sign::kSilent;  ///< From `from` being so to `to` being so.
  ClaimId claim;
};

std::vector<Edge> EdgesOf(const Library& library, reason::ViewIndex view) {
  std::vector<Edge> edges;
  for (const ClaimId id : library.views.claims[view]) {
    const Claim& claim = library.dataset[id];
    if (claim.about.kind != AboutKind::kCondition || claim.modality == Modality::kEven ||
        claim.modality == Modality::kUncommitted)
      continue;
    const Condition& link = library.dataset[claim.about.condition];
    const Literal to(link.consequent.proposition());
    for (const Literal from : link.antecedents) {
      if (link.form == Form::kExplains)
        edges.push_back({link.consequent, from, Sign::kMore, id});
      else
        edges.push_back({from, to, SignOf(link), id});
    }
  }
  // From here on both ends are taken as plain propositions; a negation at either turns the sign.
  for (Edge& edge : edges) {
    if (edge.from.negated()) edge.sign = Flipped(edge.sign);
    if (edge.to.negated()) edge.sign = Flipped(edge.sign);
    edge.from = Literal(edge.from.proposition());
    edge.to = Literal(edge.to.proposition());
  }
  return edges;
}

/// For each proposition that some path of `edges` joins to the target, the sign of that path.
///
/// Values only rise (none, then one sign, then "?"), so this ends after at most three rounds an
/// edge.
std::map<PropositionId, Sign> SignsToward(const std::vector<Edge>& edges, PropositionId target) {
  std::map<PropositionId, std::vector<const Edge*>> into;
  for (const Edge& edge : edges) into[edge.to.proposition()].push_back(&edge);
  std::map<PropositionId, Sign> signs{{target, Sign::kMore}};
  std::vector<PropositionId> open{target};
  while (!open.empty()) {
    const PropositionId at = open.back();
    open.pop_back();
    const auto links = into.find(at);
    if (links == into.end()) continue;
    for (const Edge* edge : links->second) {
      const PropositionId from = edge->from.proposition();
      if (from == target || edge->sign == Sign::kLevel) continue;
      Sign& sign = signs.emplace(from, Sign::kSilent).first->second;
      const Sign raised = Joined(sign, Chained(edge->sign, signs[at]));
      if (raised == sign) continue;
      sign = raised;
      open.push_back(from);
    }
  }
  return signs;
}

/// Signs in the order in which a lever shows them.
int Place(const SignMark& mark) {
  constexpr std::array kOrder{Sign::kMore,   Sign::kLess,     Sign::kNoEffect,
                              Sign::kPulled, Sign::kUnstated, Sign::kConflict,
                              Sign::kLevel,  Sign::kRanking,  Sign::kSilent};
  const auto at = std::find(kOrder.begin(), kOrder.end(), mark.sign) - kOrder.begin();
  return static_cast<int>(at) + (mark.other_step ? 100 : 0);
}

/// One thing that one voice says of a lever.
struct Linked {
  SignMark mark;
  std::string who;
};

using LinkedByLever = std::map<PropositionId, std::vector<Linked>>;

void CollectMarks(const Library& library, const Outcome& outcome, reason::ViewIndex view,
                  LinkedByLever* linked) {
  const std::vector<Edge> edges = EdgesOf(library, view);
  if (edges.empty()) return;
  const std::map<PropositionId, Sign> toward = SignsToward(edges, outcome.target);
  const std::string through = ThroughWords(library, view);
  const Say& say = library.say;
  const std::string who = library.views[view].depth > 1
                              ? say("{0}, {1}", {ViewName(library, view), through})
                              : ViewName(library, view);
  for (const Edge& edge : edges) {
    const PropositionId to = edge.to.proposition();
    const bool direct = to == outcome.target;
    if (!direct && outcome.leads[to.index()] == 0) continue;
    const SignMark said = SignOf(library, outcome, library.dataset[edge.claim]);
    SignMark mark;
    mark.sign = edge.sign;
    mark.not_held = said.not_held;
    mark.inferred = said.inferred;
    mark.other_step = !direct;
    const auto path = toward.find(to);
    std::string_view key = Key("{0}, of “{1}”");
    if (!direct && path != toward.end()) {
      // The same voice also says how the step bears on the outcome, so that the sign follows.
      mark.sign = Chained(edge.sign, path->second);
      mark.inferred = true;
      key = Key("{0}, by way of “{1}”");
    }
    mark.words = say(Label(mark.sign));
    if (!direct) mark.words = say(key, {mark.words, library.dataset[to].label});
    (*linked)[edge.from.proposition()].push_back({std::move(mark), who});
  }
}

void AddMarks(const Say& say, std::vector<Linked> linked, LeverRow* row) {
  SortList(&linked, [](const Linked& a, const Linked& b) { return Place(a.mark) < Place(b.mark); });
  std::vector<std::string> sentences;
  for (Linked& one : linked) {
    sentences.push_back(say("{0}: {1}", {one.who, one.mark.words}));
    const bool same = !row->marks.empty() && Place(row->marks.back().sign) == Place(one.mark);
    if (!same) {
      row->marks.push_back({one.mark, {}});
    } else {
      // A shape is drawn dashed or struck only if all who stand behind it are.
      SignMark& sign = row->marks.back().sign;
      sign.inferred = sign.inferred && one.mark.inferred;
      sign.not_held = sign.not_held && one.mark.not_held;
    }
    std::vector<std::string>& names = row->marks.back().who;
    if (std::find(names.begin(), names.end(), one.who) == names.end()) names.push_back(one.who);
  }
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  row->who = say.Chain(Key("{0}. {1}"), sentences);
}

LeverRow RowOf(const Library& library, const ViewState& state, PropositionId id) {
  const Proposition& p = library.dataset[id];
  LeverRow row;
  row.id = p.id;
  row.label = p.label;
  row.lever = LeverOf(state, p.id);
  for (const PropositionId partner : p.excludes)
    if (LeverOf(state, library.dataset[partner].id) == Lever::kOn)
      row.off_by = library.dataset[partner].label;
  row.set_off = Suppose{row.id, Lever::kOff};
  row.set_open = Suppose{row.id, Lever::kOpen};
  row.set_on = Suppose{row.id, Lever::kOn};
  row.cycle = CycleLever{row.id};
  row.inspect = Select{row.id};
  return row;
}

}  // namespace

Sign Joined(Sign a, Sign b) {
  if (a == b || b == Sign::kSilent || b == Sign::kLevel) return a;
  if (a == Sign::kSilent || a == Sign::kLevel || a == Sign::kNoEffect) return b;
  if (b == Sign::kNoEffect) return a;
  if (a == Sign::kUnstated || b == Sign::kUnstated) return Sign::kUnstated;
  return Sign::kPulled;
}

Sign Chained(Sign a, Sign b) {
  if (a == Sign::kSilent || b == Sign::kSilent) return Sign::kSilent;
  if (a == Sign::kLevel || b == Sign::kLevel) return Sign::kLevel;
  if (a == Sign::kNoEffect || b == Sign::kNoEffect) return Sign::kNoEffect;
  if (a == Sign::kMore) return b;
  return a == Sign::kLess ? Flipped(b) : a;
}

std::vector<LeverGroup> LeverGroups(const Library& library, const ViewState& state,
                                    const Outcome& outcome) {
  const Dataset& dataset = library.dataset;
  LinkedByLever linked;
  for (std::uint32_t i = 0; i < library.views.size(); ++i)
    CollectMarks(library, outcome, reason::ViewIndex(i), &linked);

  // Topics first, in the order of the dataset; then what only moves a near matter; then the rest.
  const std::size_t topics = dataset.topics.size();
  std::vector<LeverGroup> groups(topics + 3);
  for (std::size_t i = 0; i < topics; ++i) groups[i].label = dataset.topics[i].label;
  groups[topics].label = library.say("Other conditions");
  groups[topics + 1].label = library.say("Move only a near matter");
  groups[topics + 2].label = library.say("Not linked to this outcome");
  for (const PropositionId id : Levers(dataset, outcome.target)) {
    if (id == outcome.target) continue;
    const Proposition& p = dataset[id];
    LeverRow row = RowOf(library, state, id);
    if (const auto found = linked.find(id); found != linked.end())
      AddMarks(library.say, std::move(found->second), &row);
    const std::uint8_t leads = outcome.leads[id.index()];
    std::size_t group = p.topics.empty() ? topics : p.topics[0].index();
    if (leads == 2) group = topics + 1;
    if (leads == 0) group = topics + 2;
    groups[group].rows.push_back(std::move(row));
  }
  groups.erase(std::remove_if(groups.begin(), groups.end(),
                              [](const LeverGroup& group) { return group.rows.empty(); }),
               groups.end());
  return groups;
}

}  // namespace proviso::view
