// Argdown, out, in its loose mode: + and - say less there than “entails” and “contrary to”, which
// hedged talk does not bear.

#include <set>
#include <utility>

#include "core/edit/lines.h"
#include "core/exchange/formats.h"
#include "core/exchange/xml.h"
#include "core/io/json_text.h"

namespace proviso::exchange {
namespace {

/// Words in one line, with "\" before every sign that means something to Argdown.
std::string ArgdownText(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\[]<>{}#@*_|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string ArgdownQuoted(std::string_view words) {
  std::string out;
  io::AppendJsonString(words, &out);
  return out;
}

class ArgdownWriter {
 public:
  explicit ArgdownWriter(const Dataset& dataset) : dataset_(dataset), lines_(dataset) {}

  Written Write() {
    Written written;
    out_ = "===\ntitle: " + ArgdownQuoted(dataset_.info.title) +
           "\nmodel:\n    mode: loose\n===\n\n# Statements\n\n";
    for (const Claim& claim : dataset_.claims) NoteLiterals(claim);
    for (std::uint32_t i = 0; i < dataset_.propositions.size(); ++i) {
      const Proposition& one = dataset_.propositions[i];
      out_ += "[" + std::string(one.id) + "]: " + ArgdownText(one.label) + ".";
      if (one.given.has(7)) out_ += " #" + std::string(Word(one.role));
      out_ += "\n";
      if (negated_.count(i) > 0) out_ += "  >< [not-" + std::string(one.id) + "]\n";
      out_ += "\n";
    }
    for (const std::uint32_t i : negated_) {
      const Proposition& one = dataset_.propositions[i];
      out_ +=
          "[not-" + std::string(one.id) + "]: " +
          (one.negated.empty() ? "Not so: " + ArgdownText(one.label) : ArgdownText(one.negated)) +
          ".\n\n";
    }
    for (std::uint32_t i = 0; i < dataset_.documents.size(); ++i) {
      bool any = false;
      for (const Claim& claim : dataset_.claims) {
        if (DocumentOf(dataset_, claim) != DocumentId(i)) continue;
        if (!any) out_ += "# " + ArgdownText(dataset_.documents[i].title) + "\n\n";
        any = true;
        PutClaim(claim);
      }
    }
    PutRelations(&written);
    Losses losses(&written);
    losses.Add(dataset_.claims.size(), "claim keeps", "claims keep",
               " holder, level and place as tags and data alone.");
    losses.Add(CountSteps(dataset_), "voice that passes something on is",
               "voices that pass something on are", " left out; the holders stay.");
    losses.Add(plain_, "ranking or number is", "rankings and numbers are",
               " an argument without premises.");
    losses.Add(dataset_.events.size(), "event is", "events are", " left out.");
    written.bytes = std::move(out_);
    return written;
  }

 private:
  void NoteLiteral(Literal literal) {
    if (literal && literal.negated()) negated_.insert(literal.proposition().index());
  }
  void NoteLiterals(const Claim& claim) {
    if (claim.about.kind == AboutKind::kProposition) NoteLiteral(claim.about.literal);
    if (claim.about.kind != AboutKind::kCondition) return;
    const Condition& link = dataset_[claim.about.condition];
    const bool only = link.form == Form::kOnlyIf;
    for (const Literal one : link.antecedents) NoteLiteral(only ? !one : one);
    for (const Literal one : link.unless) NoteLiteral(one);
    NoteLiteral(only ? !link.consequent : link.consequent);
  }

  std::string Name(Literal literal) const {
    return (literal.negated() ? "[not-" : "[") + std::string(dataset_[literal.proposition()].id) +
           "]";
  }

  void PutClaim(const Claim& claim) {
    const std::string name = "<" + std::string(claim.id) + ">";
    std::string passages;
    for (const PassageId id : claim.passages)
      passages += (passages.empty() ? "" : ", ") + ArgdownQuoted(dataset_[id].id);
    out_ += name + ": " + ArgdownText(claim.gloss) + " #holder-" +
            std::string(dataset_[claim.holder()].id) + " #" + std::string(Word(claim.modality)) +
            " {";
    if (claim.about.kind == AboutKind::kCondition)
      out_ += "condition: " + ArgdownQuoted(dataset_[claim.about.condition].id) + ", ";
    out_ += "passages: [" + passages + "]}\n";
    if (claim.about.kind == AboutKind::kProposition) {
      out_ += "  +> " + Name(claim.about.literal) + "\n\n";
      return;
    }
    if (claim.about.kind != AboutKind::kCondition) {
      ++plain_;
      out_ += "\n";
      return;
    }
    const Condition& link = dataset_[claim.about.condition];
    const bool pushes = link.form == Form::kRaises || link.form == Form::kLowers;
    for (const Literal one : link.unless) out_ += "  <_ " + Name(one) + "\n";
    if (pushes) {
      for (const Literal one : link.antecedents) out_ += "  <+ " + Name(one) + "\n";
      out_ += (link.form == Form::kRaises ? "  +> " : "  -> ") + Name(link.consequent) + "\n\n";
      return;
    }
    if (link.form != Form::kIf && link.form != Form::kOnlyIf && link.form != Form::kEvenIf) {
      // It changes nothing, or nobody says how: no premise, no conclusion.
      ++plain_;
      out_ += "\n";
      return;
    }
    // Only if: without the antecedent, not the consequent.
    const bool only = link.form == Form::kOnlyIf;
    out_ += "\n";
    std::size_t number = 0;
    std::string uses;
    for (const Literal one : link.antecedents) {
      out_ += "(" + std::to_string(++number) + ") " + Name(only ? !one : one) + "\n";
      uses += std::to_string(number) + ", ";
    }
    out_ += "(" + std::to_string(++number) + ") " + ArgdownText(lines_.Link(link)) + ".\n";
    out_ += "-- " + std::string(link.id) + " {uses: [" + uses + std::to_string(number) + "]} --\n";
    out_ += "(" + std::to_string(number + 1) + ") " +
            Name(only ? !link.consequent : link.consequent) + "\n\n";
  }

  void PutRelations(Written* written) {
    std::size_t left = 0;
    for (const Relation& relation : dataset_.relations) {
      std::string_view sign;
      if (relation.type == RelationType::kSupports) sign = "+>";
      if (relation.type == RelationType::kAttacks) sign = "->";
      if (relation.type == RelationType::kUndercuts) sign = "_>";
      if (sign.empty()) {
        ++left;
        continue;
      }
      out_ += "<" + std::string(dataset_[relation.from].id) + ">\n  " + std::string(sign) + " <" +
              std::string(dataset_[relation.to].id) + ">\n\n";
    }
    Losses(written).Add(left, "relation of another kind is", "relations of other kinds are",
                        " left out.");
  }

  const Dataset& dataset_;
  edit::Lines lines_;
  std::string out_;
  std::set<std::uint32_t> negated_;  ///< Propositions whose negation is a statement of its own.
  std::size_t plain_ = 0;
};

}  // namespace

Result<Written> WriteArgdown(const Dataset& dataset) { return ArgdownWriter(dataset).Write(); }

}  // namespace proviso::exchange
