// GraphML, out: statements and links as nodes, so that conjunctions survive.
// Source: the GraphML primer; every key has its attr.type, without which Gephi refuses the file.

#include <array>
#include <utility>

#include "core/edit/lines.h"
#include "core/exchange/formats.h"
#include "core/exchange/xml.h"

namespace proviso::exchange {
namespace {

struct Key {
  std::string_view id, domain, name, type;
};
constexpr std::array<Key, 12> kKeys{{{"kind", "node", "kind", "string"},
                                     {"label", "node", "label", "string"},
                                     {"gloss", "node", "gloss", "string"},
                                     {"role", "node", "role", "string"},
                                     {"form", "node", "form", "string"},
                                     {"level", "node", "level", "string"},
                                     {"chain", "node", "chain", "string"},
                                     {"text", "node", "text", "string"},
                                     {"date", "node", "date", "string"},
                                     {"claims", "node", "claims", "int"},
                                     {"edge", "edge", "kind", "string"},
                                     {"negated", "edge", "negated", "boolean"}}};

class Graph {
 public:
  void Node(std::string_view id, std::string_view kind, std::string_view label,
            std::initializer_list<std::pair<std::string_view, std::string>> data) {
    out_ += "<node id=\"" + XmlText(id) + "\">";
    Data("kind", kind);
    Data("label", label);
    for (const auto& [key, value] : data) Data(key, value);
    out_ += "</node>\n";
  }
  void Edge(std::string_view from, std::string_view to, std::string_view kind, bool negated) {
    out_ += "<edge id=\"e" + std::to_string(++edges_) + "\" source=\"" + XmlText(from) +
            "\" target=\"" + XmlText(to) + "\">";
    Data("edge", kind);
    Data("negated", negated ? "true" : "false");
    out_ += "</edge>\n";
  }
  std::string Take() { return std::move(out_); }

 private:
  void Data(std::string_view key, std::string_view value) {
    if (!value.empty())
      out_ += "<data key=\"" + std::string(key) + "\">" + XmlText(value) + "</data>";
  }

  std::string out_;
  std::size_t edges_ = 0;
};

}  // namespace

Result<Written> WriteGraphMl(const Dataset& dataset) {
  const edit::Lines lines(dataset);
  std::vector<std::size_t> of_statement(dataset.propositions.size()),
      of_link(dataset.conditions.size());
  for (const Claim& claim : dataset.claims) {
    if (claim.about.kind == AboutKind::kProposition)
      ++of_statement[claim.about.literal.proposition().index()];
    if (claim.about.kind == AboutKind::kCondition) ++of_link[claim.about.condition.index()];
  }
  Graph graph;
  for (std::size_t i = 0; i < dataset.propositions.size(); ++i) {
    const Proposition& one = dataset.propositions[i];
    graph.Node(one.id, "statement", one.label,
               {{"gloss", std::string(one.gloss)},
                {"role", one.given.has(7) ? std::string(Word(one.role)) : ""},
                {"claims", std::to_string(of_statement[i])}});
  }
  for (std::size_t i = 0; i < dataset.conditions.size(); ++i) {
    const Condition& link = dataset.conditions[i];
    graph.Node(link.id, "link", lines.Link(link),
               {{"gloss", std::string(link.gloss)},
                {"form", std::string(Word(link.form))},
                {"claims", std::to_string(of_link[i])}});
  }
  for (const Actor& actor : dataset.actors)
    graph.Node(actor.id, "voice", actor.name, {{"role", std::string(Word(actor.kind))}});
  std::size_t numbers = 0;
  for (const Claim& claim : dataset.claims) {
    const DocumentId document = DocumentOf(dataset, claim);
    graph.Node(claim.id, "claim", claim.gloss,
               {{"level", std::string(Word(claim.modality))},
                {"chain", lines.Chain(claim)},
                {"text", std::string(dataset[document].title)},
                {"date", std::string(dataset[document].published)}});
  }
  for (const Condition& link : dataset.conditions) {
    for (const Literal one : link.antecedents)
      graph.Edge(dataset[one.proposition()].id, link.id, "antecedent", one.negated());
    for (const Literal one : link.unless)
      graph.Edge(dataset[one.proposition()].id, link.id, "unless", one.negated());
    graph.Edge(link.id, dataset[link.consequent.proposition()].id, "consequent",
               link.consequent.negated());
  }
  for (const Claim& claim : dataset.claims) {
    graph.Edge(dataset[claim.holder()].id, claim.id, "holds", false);
    switch (claim.about.kind) {
      case AboutKind::kProposition:
        graph.Edge(claim.id, dataset[claim.about.literal.proposition()].id, "about",
                   claim.about.literal.negated());
        break;
      case AboutKind::kCondition:
        graph.Edge(claim.id, dataset[claim.about.condition].id, "about", false);
        break;
      case AboutKind::kComparison:
        graph.Edge(claim.id, dataset.IdOf(claim.about.more), "ranks higher", false);
        if (claim.about.less)
          graph.Edge(claim.id, dataset.IdOf(claim.about.less), "ranks lower", false);
        break;
      case AboutKind::kQuantity:
        ++numbers;
        break;
    }
  }
  for (const Relation& relation : dataset.relations)
    graph.Edge(dataset[relation.from].id, dataset[relation.to].id, Word(relation.type), false);

  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  for (const Key& key : kKeys)
    xml += "<key id=\"" + std::string(key.id) + "\" for=\"" + std::string(key.domain) +
           "\" attr.name=\"" + std::string(key.name) + "\" attr.type=\"" + std::string(key.type) +
           "\"/>\n";
  xml += "<graph id=\"" + XmlText(dataset.info.id) + "\" edgedefault=\"directed\">\n" +
         graph.Take() + "</graph>\n</graphml>\n";
  Written written;
  written.bytes = std::move(xml);
  Losses losses(&written);
  losses.Add(CountSteps(dataset), "voice that passes something on stands",
             "voices that pass something on stand", " in the attribute “chain” alone.");
  losses.Add(CountHedges(dataset), "claim loses", "claims lose", " the words that hedge it.");
  losses.Add(numbers, "claim about a number has", "claims about numbers have",
             " no edge to what it is about.");
  losses.Add(dataset.passages.size(), "passage is", "passages are", " left out.");
  return written;
}

}  // namespace proviso::exchange
