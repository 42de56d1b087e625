#include "core/edit/lines.h"

#include <algorithm>

#include "core/edit/line.h"
#include "core/edit/make_id.h"
#include "core/io/json_text.h"

namespace proviso::edit {
namespace {

std::string Digits(double value) {
  std::string out;
  io::AppendJsonNumber(value, &out);
  return out;
}

/// Brackets around what holds a sign that divides names.
std::string Guarded(std::string_view words) {
  if (words.find_first_of(";>,()\"") == words.npos && words.find("“") == words.npos &&
      words.find("”") == words.npos && words.find("„") == words.npos)
    return std::string(words);
  return "[" + std::string(words) + "]";
}

}  // namespace

Lines::Lines(const Dataset& dataset, Reader reader) : dataset_(dataset), reader_(reader) {
  for (const proviso::Actor& actor : dataset.actors) {
    ++actors_[FoldName(actor.name)];
    for (const Text alias : actor.aliases) ++actors_[FoldName(alias)];
  }
  for (const Proposition& one : dataset.propositions) ++statements_[FoldName(one.label)];
  for (const proviso::Topic& one : dataset.topics) ++topics_[FoldName(one.label)];
  known_ = [this](std::string_view words) {
    return statements_.count(FoldName(words)) > 0 || dataset_.Find(words);
  };
}

std::string Lines::Named(const std::map<std::string, int>& names, Text name, Text id) const {
  const auto found = names.find(FoldName(name));
  const bool plain =
      name.find_first_of("[]\r\n") == name.npos && Trimmed(name) == name && !dataset_.Find(name);
  if (found == names.end() || found->first.empty() || found->second != 1 || !plain)
    return std::string(id);
  return Guarded(name);
}

std::string Lines::Actor(ActorId id) const {
  const proviso::Actor& actor = dataset_[id];
  return Named(actors_, actor.name, actor.id);
}

std::string Lines::Topic(TopicId id) const {
  return Named(topics_, dataset_[id].label, dataset_[id].id);
}

std::string Lines::Statement(PropositionId id) const {
  const Proposition& statement = dataset_[id];
  if (reader_ == Reader::kHasLine && statements_.at(edit::FoldName(statement.label)) == 1) {
    const std::string bracketed = "[" + std::string(statement.label) + "]";
    if (edit::Unbracketed(bracketed) == statement.label &&
        (edit::HoldsKeyword(statement.label) ||
         statement.label.find_first_of("[]") != statement.label.npos))
      return bracketed;
  }
  return Named(statements_, statement.label, statement.id);
}

std::string Lines::Literal(proviso::Literal literal) const {
  const std::string words = Statement(literal.proposition());
  return literal.negated() ? "not " + words : words;
}

std::string Lines::Link(const Condition& link) const {
  const auto list = [&](std::span<const proviso::Literal> literals, std::string_view joint) {
    std::string out;
    for (const proviso::Literal literal : literals)
      out += (out.empty() ? std::string() : std::string(joint)) + Literal(literal);
    return out;
  };
  const std::string a = list(link.antecedents, " and ");
  const std::string c = Literal(link.consequent);
  std::string line;
  switch (link.form) {
    case Form::kIf:
      line = "if " + a + " then " + c;
      break;
    case Form::kOnlyIf:
      line = c + " only if " + a;
      break;
    case Form::kEvenIf:
      line = "even if " + a + " then " + c;
      break;
    case Form::kRaises:
      line = link.graded ? "the more " + a + " the more likely " + c
                         : a + " makes " + c + " more likely";
      break;
    case Form::kLowers:
      line = link.graded ? "the more " + a + " the less likely " + c
                         : a + " makes " + c + " less likely";
      break;
    case Form::kNoEffect:
      line = a + " does not change " + c;
      break;
    case Form::kBearsOn:
      line = c + " depends on " + a;
      break;
    case Form::kExplains:
      // Of a link that explains the antecedent is the effect, and the consequent its cause.
      line = c + " explains " + a;
      break;
  }
  if (!link.unless.empty()) line += " unless " + list(link.unless, " or ");
  if (!link.contrast) line += " (no contrast)";
  return line;
}

std::string Lines::Number(const Quantity& quantity) {
  constexpr std::string_view kWords[] = {"exactly ", "about ", "over ", "under ", "up to "};
  std::string line = "number " + Guarded(quantity.measure) + " = ";
  if (quantity.given.has(5)) line += kWords[static_cast<std::size_t>(quantity.approx)];
  if (quantity.low && quantity.high)
    line += Digits(*quantity.low) + " to " + Digits(*quantity.high);
  else
    line += Digits(quantity.value ? *quantity.value
                   : quantity.low ? *quantity.low
                                  : quantity.high.value_or(0));
  line += " " + std::string(quantity.unit);
  if (!quantity.as_of.empty()) line += " as of " + std::string(quantity.as_of);
  if (!quantity.baseline.empty()) line += " against " + Guarded(quantity.baseline);
  if (quantity.forecast) line += " forecast";
  return line;
}

std::string Lines::Item(RecordRef record) const {
  if (record.table == Table::kConditions)
    return "[" + Link(dataset_.conditions[record.index]) + "]";
  return Statement(PropositionId(record.index));
}

std::string Lines::About(const Claim& claim) const {
  const proviso::About& about = claim.about;
  switch (about.kind) {
    case AboutKind::kProposition:
      return Literal(about.literal);
    case AboutKind::kCondition:
      return Link(dataset_[about.condition]);
    case AboutKind::kQuantity:
      return Number(dataset_[about.quantity]);
    case AboutKind::kComparison:
      break;
  }
  return about.less ? "rank " + Item(about.more) + " over " + Item(about.less)
                    : "rank " + Item(about.more) + " first";
}

std::string Lines::Chain(const Claim& claim) const {
  std::string line;
  const auto& steps = claim.attribution;
  const DocumentId document = DocumentOf(dataset_, claim);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const proviso::Step& step = steps[i];
    const bool last = i + 1 == steps.size();
    const bool plain = step.stance == (last ? Stance::kAsserts : Stance::kReports) &&
                       step.cue.empty() && step.hedge.empty();
    // The first author of the text is put before by itself.
    if (i == 0 && plain && document && dataset_[document].creators[0] == step.actor &&
        !(last && claim.attribution.size() == 1 && false)) {
      const auto& creators = dataset_[document].creators;
      const bool next_is_author =
          !last && std::find(creators.begin(), creators.end(), steps[1].actor) != creators.end();
      if (!next_is_author) continue;
    }
    if (!line.empty()) line += " > ";
    line += Actor(step.actor);
    if (plain) continue;
    line += " (" + std::string(Word(step.stance));
    if (!step.cue.empty()) line += " \"" + std::string(step.cue) + "\"";
    if (!step.hedge.empty()) line += ", hedge \"" + std::string(step.hedge) + "\"";
    line += ")";
  }
  return line;
}

}  // namespace proviso::edit
