#include "core/merge/agree.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/edit/make_id.h"
#include "core/io/save.h"

namespace proviso::merge {
namespace {

/// What one coder says of one claim in one field: words to compare, and a rank where there is one.
struct Value {
  std::string words;
  std::optional<std::int32_t> rank;
  std::set<std::string> items;  ///< Of a set.
};

enum class Scale { kNominal, kOrdinal, kSets };

std::string NameOf(const Dataset& d, ActorId id) { return edit::FoldName(d[id].name); }

std::string LiteralWords(const Dataset& d, Literal literal) {
  return (literal.negated() ? "not " : "") + edit::FoldName(d[literal.proposition()].label);
}

/// −1: the claim is about what is not so, in its consequent too.
int SideOf(const Dataset& d, const Claim& claim) {
  if (claim.about.kind == AboutKind::kProposition) return claim.about.literal.negated() ? -1 : 1;
  if (claim.about.kind != AboutKind::kCondition) return 1;
  const Condition& link = d[claim.about.condition];
  const int side = link.consequent.negated() ? -1 : 1;
  return link.form == Form::kOnlyIf ? -side : side;  // It speaks of what is not without A.
}

std::string ThingWords(const Dataset& d, RecordRef record) {
  if (record.table == Table::kPropositions)
    return edit::FoldName(d.propositions[record.index].label);
  const Condition& link = d.conditions[record.index];
  std::string words(Word(link.form));
  std::set<std::string> antecedents;
  for (const Literal literal : link.antecedents) antecedents.insert(LiteralWords(d, literal));
  for (const std::string& one : antecedents) words += " | " + one;
  return words + " > " + LiteralWords(d, link.consequent);
}

Value Words(std::string words) { return {std::move(words), std::nullopt, {}}; }

/// What is compared. Functions in a table were the other way: a page that fetches this late would
/// have them from the start.
enum class What {
  kHolder,
  kVoices,
  kAbout,
  kKindOfLink,
  kConditions,
  kSoOrNotSo,
  kHasALevel,
  kHowFirmly,
  kAct,
  kKind,
  kEvidence,
  kTopics,
  kHedges
};

struct Compared {
  const char* name;   ///< For people.
  const char* field;  ///< Of the format.
  Scale scale;
  What what;
};

constexpr char kNotGiven[] = "not given";

constexpr Compared kCompared[] = {
    {"holder", "attribution", Scale::kNominal, What::kHolder},
    {"voices", "attribution", Scale::kNominal, What::kVoices},
    {"about", "about", Scale::kNominal, What::kAbout},
    {"kind of link", "about", Scale::kNominal, What::kKindOfLink},
    {"conditions", "about", Scale::kSets, What::kConditions},
    {"so or not so", "about", Scale::kNominal, What::kSoOrNotSo},
    {"has a level", "modality", Scale::kNominal, What::kHasALevel},
    {"how firmly", "modality", Scale::kOrdinal, What::kHowFirmly},
    {"act", "act", Scale::kNominal, What::kAct},
    {"kind", "kind", Scale::kNominal, What::kKind},
    {"evidence", "evidence", Scale::kNominal, What::kEvidence},
    {"topics", "topics", Scale::kSets, What::kTopics},
    {"hedges", "hedges", Scale::kSets, What::kHedges},
};

Value ReadAs(What what, const Dataset& d, const Claim& c) {
  switch (what) {
    case What::kHolder: {
      return Words(NameOf(d, c.holder()));
    }
    case What::kVoices: {
      std::string words;
      for (const Step& step : c.attribution)
        words += (words.empty() ? "" : " > ") + NameOf(d, step.actor) + " " +
                 std::string(Word(step.stance));
      return Words(words);
    }
    case What::kAbout: {
      switch (c.about.kind) {
        case AboutKind::kProposition:
          return Words(LiteralWords(d, c.about.literal));
        case AboutKind::kCondition:
          return Words(ThingWords(d, {Table::kConditions, c.about.condition.index()}));
        case AboutKind::kQuantity:
          return Words("number " + edit::FoldName(d[c.about.quantity].measure));
        case AboutKind::kComparison:
          break;
      }
      return Words("rank " + ThingWords(d, c.about.more) + " over " +
                   (c.about.less ? ThingWords(d, c.about.less) : ""));
    }
    case What::kKindOfLink: {
      switch (c.about.kind) {
        case AboutKind::kProposition:
          return Words("statement");
        case AboutKind::kCondition:
          return Words(std::string(Word(d[c.about.condition].form)));
        case AboutKind::kQuantity:
          return Words("number");
        case AboutKind::kComparison:
          break;
      }
      return Words("ranking");
    }
    case What::kConditions: {
      Value value;
      if (c.about.kind == AboutKind::kCondition) {
        const Condition& link = d[c.about.condition];
        for (const Literal one : link.antecedents) value.items.insert(LiteralWords(d, one));
        for (const Literal one : link.unless) value.items.insert("unless " + LiteralWords(d, one));
      }
      return value;
    }
    case What::kSoOrNotSo: {
      return Words(SideOf(d, c) < 0 ? "not so" : "so");
    }
    case What::kHasALevel: {
      return Words(c.modality == Modality::kStated        ? "no level"
                   : c.modality == Modality::kUncommitted ? "left open"
                                                          : "level");
    }
    case What::kHowFirmly: {
      if (c.modality == Modality::kStated || c.modality == Modality::kUncommitted)
        return Value{};  // It takes no part.
      Value value = Words((SideOf(d, c) < 0 ? "not " : "") + std::string(Word(c.modality)));
      value.rank = c.modality == Modality::kEven
                       ? 0
                       : SideOf(d, c) * (4 - static_cast<std::int32_t>(c.modality));
      return value;
    }
    case What::kAct: {
      return Words(std::string(Word(c.act)));
    }
    case What::kKind: {
      return Words(c.given.has(13) ? std::string(Word(c.kind)) : kNotGiven);
    }
    case What::kEvidence: {
      return Words(c.has_evidence() ? std::string(Word(c.evidence)) : kNotGiven);
    }
    case What::kTopics: {
      Value value;
      for (const TopicId topic : c.topics) value.items.insert(edit::FoldName(d[topic].label));
      return value;
    }
    case What::kHedges: {
      Value value;
      for (const Text hedge : c.hedges) value.items.insert(edit::FoldName(hedge));
      return value;
    }
  }
  return {};
}

std::string Shown(const Value& value, Scale scale) {
  if (scale != Scale::kSets) return value.words;
  std::string out;
  for (const std::string& item : value.items) out += (out.empty() ? "" : "; ") + item;
  return out.empty() ? kNotGiven : out;
}

FieldAgreement Compare(const Compared& field, const Dataset& a, const Dataset& b,
                       const Matching& matching, std::uint32_t resamples, std::uint64_t seed) {
  FieldAgreement out;
  out.field = field.name;
  std::vector<Unit> units;
  std::map<std::string, std::int32_t> numbers;
  std::vector<Value> values;  // By number.
  std::map<std::string, std::size_t> count;
  std::map<std::pair<std::string, std::string>, FieldAgreement::Cell> cells;
  const auto number = [&](const Value& value) {
    if (value.rank) return *value.rank;
    const auto [at, is_new] =
        numbers.emplace(Shown(value, field.scale), static_cast<std::int32_t>(values.size()));
    if (is_new) values.push_back(value);
    return at->second;
  };
  for (const Matching::Pair& pair : matching.pairs) {
    const Value one = ReadAs(field.what, a, a[pair.a]), other = ReadAs(field.what, b, b[pair.b]);
    if (field.scale == Scale::kOrdinal && (!one.rank || !other.rank)) continue;
    const std::string of_a = Shown(one, field.scale), of_b = Shown(other, field.scale);
    units.push_back({number(one), number(other)});
    ++out.pairs;
    ++count[of_a];
    ++count[of_b];
    if (of_a == of_b) {
      ++out.same;
      continue;
    }
    FieldAgreement::Cell& cell = cells[{of_a, of_b}];
    cell.a = of_a;
    cell.b = of_b;
    cell.pairs.emplace_back(pair.a, pair.b);
  }
  for (auto& [key, cell] : cells) out.cells.push_back(std::move(cell));
  std::stable_sort(out.cells.begin(), out.cells.end(),
                   [](const auto& x, const auto& y) { return x.pairs.size() > y.pairs.size(); });
  for (const auto& [value, times] : count) {
    const double share = static_cast<double>(times) / static_cast<double>(2 * out.pairs);
    if (times == 2 * out.pairs) out.always = value;
    if (share >= 0.9) out.mostly = value, out.mostly_share = share;
  }
  std::vector<std::set<std::string>> sets;
  if (field.scale == Scale::kSets)
    for (const Value& value : values) sets.push_back(value.items);
  const Distance distance = field.scale == Scale::kOrdinal ? Distance::Ordinal(units)
                            : field.scale == Scale::kSets  ? Distance::Sets(std::move(sets))
                                                           : Distance::Nominal();
  out.alpha = Alpha(units, distance);
  if (resamples > 0 && out.alpha)
    out.spread = Resample(units, field.scale == Scale::kOrdinal, distance, resamples, seed);
  return out;
}

/// Alpha of a field with two values from four counts: the texts are too long for a unit a letter.
std::optional<double> PlaceAlpha(const Matching& m) {
  const double both = static_cast<double>(m.both);
  const double n = 2 * static_cast<double>(m.text_size);
  const double coded = static_cast<double>(m.marked_a + m.marked_b);
  const double differ = static_cast<double>(m.marked_a + m.marked_b) - 2 * both;
  const double chance = 2 * coded * (n - coded) / (n * (n - 1));
  if (chance == 0) return std::nullopt;
  return 1 - (2 * differ / n) / chance;
}

std::uint64_t Seed(const std::string& digest) {
  std::uint64_t seed = 0;
  for (std::size_t i = 0; i < 16 && i < digest.size(); ++i) {
    const char c = digest[i];
    seed = seed << 4 | static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return seed;
}

}  // namespace

Result<Agreement> Agree(const Dataset& a, const Dataset& b, std::uint32_t resamples) {
  Result<Matching> matching = Match(a, b);
  if (!matching.ok()) return matching.problems();
  Agreement out;
  out.matching = std::move(*matching);
  out.place_alpha = PlaceAlpha(out.matching);
  const std::uint64_t seed = Seed(io::Digest(a)) ^ Seed(io::Digest(b));
  for (const Compared& field : kCompared)
    out.fields.push_back(Compare(field, a, b, out.matching, resamples, seed));
  return out;
}

std::vector<std::string> Differing(const Dataset& a, ClaimId of_a, const Dataset& b, ClaimId of_b) {
  std::vector<std::string> fields;
  for (const Compared& field : kCompared) {
    const Value one = ReadAs(field.what, a, a[of_a]), other = ReadAs(field.what, b, b[of_b]);
    if (Shown(one, field.scale) == Shown(other, field.scale)) continue;
    if (std::find(fields.begin(), fields.end(), field.field) == fields.end())
      fields.emplace_back(field.field);
  }
  return fields;
}

}  // namespace proviso::merge
