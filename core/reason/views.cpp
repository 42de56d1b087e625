#include "core/reason/views.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "core/base/sort.h"

namespace proviso::reason {
namespace {

struct Node {
  std::uint32_t outer;  ///< Index of the node before it; kRoot for none.
  ActorId actor;
  std::uint32_t depth;
};

constexpr std::uint32_t kRoot = 0xFFFFFFFFu;

/// The paths of all claims as one tree.
struct Tree {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> node_of_step;  ///< One a step, claim after claim.
};

Tree Grow(const Dataset& dataset) {
  Tree tree;
  std::unordered_map<std::uint64_t, std::uint32_t> known;
  for (const Claim& claim : dataset.claims) {
    std::uint32_t at = kRoot;
    for (const Step& step : claim.attribution) {
      const std::uint64_t key = std::uint64_t{at} << 32 | step.actor.index();
      const auto [found, fresh] =
          known.try_emplace(key, static_cast<std::uint32_t>(tree.nodes.size()));
      if (fresh) tree.nodes.push_back({at, step.actor, at == kRoot ? 1 : tree.nodes[at].depth + 1});
      at = found->second;
      tree.node_of_step.push_back(at);
    }
  }
  return tree;
}

/// Writes the tree in order of paths and returns where each node went.
std::vector<std::uint32_t> PutInOrder(const Dataset& dataset, const Tree& tree,
                                      std::vector<View>* rows) {
  std::vector<std::uint32_t> by_id(dataset.actors.size());
  std::iota(by_id.begin(), by_id.end(), 0u);
  SortList(&by_id, [&](std::uint32_t a, std::uint32_t b) {
    return dataset.actors[a].id < dataset.actors[b].id;
  });
  std::vector<std::uint32_t> rank(by_id.size());
  for (std::uint32_t i = 0; i < by_id.size(); ++i) rank[by_id[i]] = i;

  // Siblings together, last first, so that a stack hands them out in order.
  std::vector<std::uint32_t> order(tree.nodes.size());
  std::iota(order.begin(), order.end(), 0u);
  SortList(&order, [&](std::uint32_t a, std::uint32_t b) {
    const Node& m = tree.nodes[a];
    const Node& n = tree.nodes[b];
    if (m.outer != n.outer) return m.outer < n.outer;
    return rank[m.actor.index()] > rank[n.actor.index()];
  });
  std::vector<std::uint32_t> first(tree.nodes.size() + 1, 0);
  std::vector<std::uint32_t> stack;
  for (const std::uint32_t node : order) {
    if (tree.nodes[node].outer == kRoot) {
      stack.push_back(node);
    } else {
      ++first[tree.nodes[node].outer + 1];
    }
  }
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];

  std::vector<std::uint32_t> place(tree.nodes.size());
  rows->reserve(tree.nodes.size());
  while (!stack.empty()) {
    const std::uint32_t node = stack.back();
    stack.pop_back();
    const Node& n = tree.nodes[node];
    place[node] = static_cast<std::uint32_t>(rows->size());
    rows->push_back({n.outer == kRoot ? ViewIndex() : ViewIndex(place[n.outer]), n.actor, n.depth,
                     place[node] + 1});
    for (std::uint32_t i = first[node]; i < first[node + 1]; ++i) stack.push_back(order[i]);
  }
  for (std::size_t i = rows->size(); i-- > 0;)
    if (const ViewIndex outer = (*rows)[i].outer)
      (*rows)[outer.index()].end = std::max((*rows)[outer.index()].end, (*rows)[i].end);
  return place;
}

Problem NoView(std::string_view path, std::string rule) {
  Problem problem;
  problem.code = "call";
  problem.rule = std::move(rule);
  problem.remedy = "Name a path of attribution that this dataset has, as actor ids joined by “>”.";
  if (path.empty()) problem.rule = "The path of the view is empty.";
  return problem;
}

}  // namespace

bool HoldsContent(const Claim& claim) {
  return claim.act != Act::kQuestion && claim.act != Act::kDemand &&
         claim.kind != ClaimKind::kNormative;
}

Views BuildViews(const Dataset& dataset) {
  const Tree tree = Grow(dataset);
  Views views;
  const std::vector<std::uint32_t> place = PutInOrder(dataset, tree, &views.rows);

  std::vector<std::pair<ViewIndex, ClaimId>> held, uttered, chains;
  held.reserve(dataset.claims.size());
  chains.reserve(dataset.claims.size());
  const std::uint32_t* step_node = tree.node_of_step.data();
  for (std::uint32_t i = 0; i < dataset.claims.size(); ++i) {
    const Claim& claim = dataset.claims[i];
    const std::size_t steps = claim.attribution.size();
    if (steps == 0) continue;
    const bool content = HoldsContent(claim);
    for (std::size_t k = 0; k < steps; ++k) {
      if (k + 1 != steps && claim.attribution[k].stance != Stance::kEndorses) continue;
      const ViewIndex view(place[step_node[k]]);
      if (!content) {
        uttered.emplace_back(view, ClaimId(i));
      } else if (claim.about.kind != AboutKind::kQuantity) {
        held.emplace_back(view, ClaimId(i));
      }
    }
    chains.emplace_back(ViewIndex(place[step_node[steps - 1]]), ClaimId(i));
    step_node += steps;
  }
  views.claims = {views.rows.size(), held};
  views.uttered = {views.rows.size(), uttered};
  views.chains = {views.rows.size(), chains};

  std::vector<std::pair<ClaimId, RelationId>> disputes;
  std::vector<std::pair<ActorId, RelationId>> disputed_by;
  for (std::uint32_t i = 0; i < dataset.relations.size(); ++i) {
    const Relation& relation = dataset.relations[i];
    if (!relation.by ||
        (relation.type != RelationType::kAttacks && relation.type != RelationType::kUndercuts))
      continue;
    disputes.emplace_back(relation.to, RelationId(i));
    disputed_by.emplace_back(relation.by, RelationId(i));
  }
  views.disputes = {dataset.claims.size(), disputes};
  views.disputed_by = {dataset.actors.size(), disputed_by};

  std::vector<std::uint32_t> by_id;
  for (std::uint32_t p = 0; p < dataset.propositions.size(); ++p)
    if (!dataset.propositions[p].near.empty()) by_id.push_back(p);
  SortList(&by_id, [&](std::uint32_t a, std::uint32_t b) {
    return dataset.propositions[a].id < dataset.propositions[b].id;
  });
  std::vector<std::pair<PropositionId, NearMatter>> near;
  for (const std::uint32_t p : by_id)
    for (std::size_t how = 0; how < kWords<Nearness>.size(); ++how)
      for (const Near& one : dataset.propositions[p].near)
        if (static_cast<std::size_t>(one.how) == how)
          near.emplace_back(one.to, NearMatter{PropositionId(p), one.how});
  views.near = {dataset.propositions.size(), near};
  return views;
}

std::vector<ActorId> PathOf(const Views& views, ViewIndex view) {
  std::vector<ActorId> path;
  for (ViewIndex at = view; at; at = views[at].outer) path.push_back(views[at].actor);
  std::reverse(path.begin(), path.end());
  return path;
}

Result<ViewIndex> FindView(const Dataset& dataset, const Views& views, std::string_view path) {
  std::uint32_t begin = 0;
  std::uint32_t end = views.size();
  for (std::string_view rest = path;;) {
    const std::size_t cut = rest.find('>');
    const std::string_view name = rest.substr(0, cut);
    const RecordRef actor = dataset.Find(name);
    if (!actor || actor.table != Table::kActors)
      return NoView(path, "The view “" + std::string(path) + "” names “" + std::string(name) +
                              "”, which is no actor of this dataset.");
    ViewIndex next;
    for (std::uint32_t i = begin; i < end && !next; i = views.rows[i].end)
      if (views.rows[i].actor.index() == actor.index) next = ViewIndex(i);
    if (!next)
      return NoView(path, "This dataset has no view “" + std::string(path) +
                              "”: no claim reaches us by that chain of attribution.");
    if (cut == std::string_view::npos) return next;
    begin = next.index() + 1;
    end = views[next].end;
    rest.remove_prefix(cut + 1);
  }
}

}  // namespace proviso::reason
