// The Argument Interchange Format as AIFdb and OVA spell it, out.

#include <map>
#include <utility>

#include "core/edit/lines.h"
#include "core/exchange/formats.h"
#include "core/exchange/xml.h"
#include "core/io/json_text.h"
#include "core/io/json_value.h"
#include "core/io/save.h"

namespace proviso::exchange {
namespace {

using io::JsonValue;

class AifWriter {
 public:
  explicit AifWriter(const Dataset& dataset) : dataset_(dataset), lines_(dataset) {}

  Written Write() {
    for (const Claim& claim : dataset_.claims) PutClaim(claim);
    for (const auto& [literal, node] : literals_) {
      const auto other = literals_.find(literal ^ 1u);
      if ((literal & 1u) != 0 || other == literals_.end()) continue;
      for (const auto& [from, to] : {std::pair{node, other->second}, {other->second, node}}) {
        const std::string conflict = Node("CA", "Default Conflict", "Default Conflict");
        Edge(from, conflict);
        Edge(conflict, to);
      }
    }
    std::size_t left = 0;
    for (const Relation& relation : dataset_.relations) PutRelation(relation, &left);

    JsonValue aif = JsonValue::Object();
    aif.Set("nodes", std::move(nodes_));
    aif.Set("edges", std::move(edges_));
    aif.Set("schemefulfillments", JsonValue::List());
    aif.Set("participants", std::move(participants_));
    aif.Set("locutions", std::move(locutions_));
    JsonValue root = JsonValue::Object();
    root.Set("AIF", std::move(aif));
    root.Set("OVA", JsonValue::Object());
    root.Set("text", "");
    root.Set("dialog", JsonValue::Boolean(true));
    if (std::optional<JsonValue> whole = io::ReadJson(io::Save(dataset_)))
      root.Set("x-proviso", std::move(*whole));
    Written written;
    io::AppendIndented(root.Write(), 0, &written.bytes);
    written.bytes += '\n';
    Losses losses(&written);
    losses.Add(dataset_.claims.size(), "claim keeps", "claims keep",
               " level, act and stances in the words and in “x-proviso” alone.");
    losses.Add(plain_, "ranking or number is", "rankings and numbers are", " words alone.");
    losses.Add(left, "relation of another kind is", "relations of other kinds are", " left out.");
    losses.Add(dataset_.passages.size(), "passage stands", "passages stand",
               " in “x-proviso” alone.");
    return written;
  }

 private:
  std::string Node(std::string_view type, std::string_view text, std::string_view scheme = {}) {
    std::string id = std::to_string(++count_);
    JsonValue& node = nodes_.Add(JsonValue::Object());
    node.Set("nodeID", id);
    node.Set("text", text);
    node.Set("type", type);
    node.SetText("scheme", scheme);
    return id;
  }
  void Edge(const std::string& from, const std::string& to) {
    JsonValue& edge = edges_.Add(JsonValue::Object());
    edge.Set("edgeID", "e" + std::to_string(++edge_count_));
    edge.Set("fromID", from);
    edge.Set("toID", to);
    edge.Set("formEdgeID", JsonValue());
  }

  const std::string& NodeOf(Literal literal) {
    const auto found = literals_.find(literal.index());
    if (found != literals_.end()) return found->second;
    return literals_
        .emplace(literal.index(), Node("I", (literal.negated() ? "not: " : "") +
                                                std::string(dataset_[literal.proposition()].label)))
        .first->second;
  }

  std::string Participant(ActorId id) {
    const std::string person = std::to_string(id.index() + 1);
    for (const JsonValue& one : participants_.items())
      if (one.TextOf("participantID") == person) return person;
    JsonValue& one = participants_.Add(JsonValue::Object());
    one.Set("participantID", person);
    one.Set("firstname", dataset_[id].name);
    one.Set("surname", "");
    return person;
  }

  std::string Locution(ActorId who, std::string_view words) {
    std::string node = Node("L", std::string(dataset_[who].name) + ": " + std::string(words));
    JsonValue& locution = locutions_.Add(JsonValue::Object());
    locution.Set("nodeID", node);
    locution.Set("personID", Participant(who));
    return node;
  }

  /// What is said, as a node: a literal, an inference, or words.
  std::string Said(const Claim& claim) {
    if (claim.about.kind == AboutKind::kProposition) return NodeOf(claim.about.literal);
    if (claim.about.kind != AboutKind::kCondition) {
      ++plain_;
      return Node("I", lines_.About(claim));
    }
    const auto known = links_.find(claim.about.condition.index());
    if (known != links_.end()) return known->second;
    const Condition& link = dataset_[claim.about.condition];
    const bool only = link.form == Form::kOnlyIf;
    const std::string inference =
        Node("RA", lines_.Link(link), "Proviso " + std::string(Word(link.form)));
    for (const Literal one : link.antecedents) Edge(NodeOf(only ? !one : one), inference);
    const bool against = only || link.form == Form::kLowers;
    Edge(inference, NodeOf(against ? !link.consequent : link.consequent));
    for (const Literal one : link.unless) {
      const std::string conflict = Node("CA", "Unless", "Proviso unless");
      Edge(NodeOf(one), conflict);
      Edge(conflict, inference);
    }
    return links_.emplace(claim.about.condition.index(), inference).first->second;
  }

  void PutClaim(const Claim& claim) {
    const std::string what = Said(claim);
    std::string said = what;
    // From the holder outwards: who asserts, and who passes it on.
    for (std::size_t i = claim.attribution.size(); i-- > 0;) {
      const Step& step = claim.attribution[i];
      const std::string locution = Locution(step.actor, claim.gloss);
      const std::string asserting = Node("YA", "Asserting", "Asserting");
      Edge(locution, asserting);
      Edge(asserting, said);
      said = locution;
    }
    said_by_.emplace(claim.id, what);
  }

  void PutRelation(const Relation& relation, std::size_t* left) {
    const bool supports = relation.type == RelationType::kSupports;
    if (!supports && relation.type != RelationType::kAttacks &&
        relation.type != RelationType::kUndercuts) {
      ++*left;
      return;
    }
    const std::string& from = said_by_[dataset_[relation.from].id];
    const std::string& to = said_by_[dataset_[relation.to].id];
    if (from == to) {
      ++*left;
      return;
    }
    const std::string scheme = supports ? "Default Inference" : "Default Conflict";
    const std::string node = Node(supports ? "RA" : "CA", scheme, scheme);
    Edge(from, node);
    Edge(node, to);
  }

  const Dataset& dataset_;
  edit::Lines lines_;
  JsonValue nodes_ = JsonValue::List(), edges_ = JsonValue::List();
  JsonValue participants_ = JsonValue::List(), locutions_ = JsonValue::List();
  std::map<std::uint32_t, std::string> literals_, links_;
  std::map<std::string_view, std::string> said_by_;  ///< What a claim says, by its id.
  std::size_t count_ = 0, edge_count_ = 0, plain_ = 0;
};

}  // namespace

Result<Written> WriteAif(const Dataset& dataset) { return AifWriter(dataset).Write(); }

}  // namespace proviso::exchange
