#include "core/query/facets.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/query/facet_value.h"

namespace proviso::query {
namespace {

constexpr std::string_view kNothing = "none";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// The first year that `date` names, also of "../2024".
std::string_view YearOf(Date date) {
  for (std::size_t i = 0; i + 4 <= date.size(); ++i)
    if (IsDigit(date[i]) && IsDigit(date[i + 1]) && IsDigit(date[i + 2]) && IsDigit(date[i + 3]))
      return date.substr(i, 4);
  return kNothing;
}

}  // namespace

std::string_view ValueOf(const Dataset& dataset, const Claim& claim, Facet facet) {
  const DocumentId document =
      claim.passages.empty() ? DocumentId() : dataset[claim.passages.front()].document;
  switch (facet) {
    case Facet::kHolder:
      return claim.attribution.empty() ? kNothing : dataset[claim.holder()].id;
    case Facet::kDocument:
      return document ? dataset[document].id : kNothing;
    case Facet::kTopic:
      return claim.topics.empty() ? kNothing : dataset[claim.topics.front()].id;
    case Facet::kModality:
      return Word(claim.modality);
    case Facet::kAct:
      return Word(claim.act);
    case Facet::kKind:
      return Word(claim.kind);
    case Facet::kForm:
      return claim.about.kind == AboutKind::kCondition ? Word(dataset[claim.about.condition].form)
                                                       : kNothing;
    case Facet::kYear:
      if (!claim.as_of.empty()) return YearOf(claim.as_of);
      return document ? YearOf(dataset[document].published) : kNothing;
  }
  return kNothing;
}

bool ClaimFilter::empty() const {
  return std::all_of(values.begin(), values.end(), [](const auto& v) { return v.empty(); });
}

FacetTable::FacetTable(const Dataset& dataset, TopicsOfClaim topics)
    : claims_(static_cast<std::uint32_t>(dataset.claims.size())) {
  std::vector<std::string_view> first(claims_);
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    const Facet facet = static_cast<Facet>(f);
    std::vector<std::pair<std::uint32_t, std::string_view>> more;
    for (std::uint32_t i = 0; i < claims_; ++i) {
      const Claim& claim = dataset.claims[i];
      first[i] = ValueOf(dataset, claim, facet);
      if (facet != Facet::kTopic || topics == TopicsOfClaim::kFirst) continue;
      for (std::size_t t = 1; t < claim.topics.size(); ++t) {
        const auto before = claim.topics.first(t);
        if (std::find(before.begin(), before.end(), claim.topics[t]) == before.end())
          more.emplace_back(i, dataset[claim.topics[t]].id);
      }
    }
    columns_[f] = MakeColumn(first, more);
  }
}

FacetTable::Column FacetTable::MakeColumn(
    const std::vector<std::string_view>& first,
    const std::vector<std::pair<std::uint32_t, std::string_view>>& more) const {
  Column column;
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto number = [&](std::string_view value) {
    const auto [at, fresh] = numbers.emplace(value, static_cast<std::uint32_t>(numbers.size()));
    if (fresh) column.values.push_back(value);
    return at->second;
  };
  std::vector<std::uint32_t> codes;
  codes.reserve(first.size());
  for (std::string_view value : first) codes.push_back(number(value));
  for (const auto& [claim, value] : more) column.more.emplace_back(claim, number(value));

  // Numbers were given as values came; codes are places in the sorted order.
  const std::vector<std::string_view> as_came = column.values;
  std::sort(column.values.begin(), column.values.end());
  std::vector<std::uint32_t> code_of(as_came.size());
  for (std::size_t i = 0; i < as_came.size(); ++i) code_of[i] = *Code(column, as_came[i]);
  for (std::uint32_t& code : codes) code = code_of[code];
  for (auto& [claim, code] : column.more) code = code_of[code];

  column.totals.assign(column.values.size(), 0);
  for (std::uint32_t code : codes) ++column.totals[code];
  for (const auto& [claim, code] : column.more) ++column.totals[code];
  if (column.values.size() <= kFewValues) {
    column.sets.assign(column.values.size(), Bits(claims_));
    for (std::uint32_t i = 0; i < claims_; ++i) column.sets[codes[i]].add(i);
    for (const auto& [claim, code] : column.more) column.sets[code].add(claim);
  } else {
    column.starts.assign(column.values.size() + 1, 0);
    for (std::size_t i = 0; i < column.totals.size(); ++i)
      column.starts[i + 1] = column.starts[i] + column.totals[i];
    column.claims.resize(column.starts.back());
    std::vector<std::uint32_t> next(column.starts.begin(), column.starts.end() - 1);
    for (std::uint32_t i = 0; i < claims_; ++i) column.claims[next[codes[i]]++] = i;
    for (const auto& [claim, code] : column.more) column.claims[next[code]++] = claim;
  }
  column.codes = Codes(codes, column.values.size());
  return column;
}

std::optional<std::uint32_t> FacetTable::Code(const Column& column, std::string_view value) {
  const auto at = std::lower_bound(column.values.begin(), column.values.end(), value);
  if (at == column.values.end() || *at != value) return std::nullopt;
  return static_cast<std::uint32_t>(at - column.values.begin());
}

std::array<std::optional<Bits>, kFacetCount> FacetTable::Passing(const ClaimFilter& filter) const {
  std::array<std::optional<Bits>, kFacetCount> passing;
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    if (filter.values[f].empty()) continue;
    const Column& column = columns_[f];
    Bits& set = passing[f].emplace(claims_);
    for (const std::string& value : filter.values[f]) {
      const std::optional<std::uint32_t> code = Code(column, value);
      if (!code) continue;
      if (!column.sets.empty()) {
        set |= column.sets[*code];
      } else {
        for (std::uint32_t i = column.starts[*code]; i < column.starts[*code + 1]; ++i)
          set.add(column.claims[i]);
      }
    }
  }
  return passing;
}

std::vector<ClaimId> FacetTable::Find(const ClaimFilter& filter) const {
  Bits all(claims_);
  if (claims_ > 0) all.Fill();
  for (const std::optional<Bits>& set : Passing(filter))
    if (set) all &= *set;
  std::vector<ClaimId> found;
  found.reserve(all.Count());
  all.ForEach(true, [&](std::uint32_t claim) { found.emplace_back(claim); });
  return found;
}

void FacetTable::CountColumn(const Column& column, const Bits& set, std::uint32_t size,
                             std::vector<std::uint32_t>* counts) const {
  counts->assign(column.values.size(), 0);
  if (size == 0) return;
  const bool inside = size <= claims_ / 2;
  const std::size_t histogram = (inside ? size : claims_ - size) + column.more.size();
  if (!column.sets.empty() && column.sets.size() * set.words() < histogram) {
    for (std::size_t code = 0; code < column.sets.size(); ++code)
      (*counts)[code] = Bits::CountBoth(set, column.sets[code]);
    return;
  }
  std::uint32_t* n = counts->data();
  column.codes.Visit([&](const auto* codes) {
    set.ForEach(inside, [&](std::uint32_t claim) { ++n[codes[claim]]; });
  });
  for (const auto& [claim, code] : column.more)
    if (set.has(claim) == inside) ++n[code];
  if (!inside)
    for (std::size_t code = 0; code < counts->size(); ++code)
      n[code] = column.totals[code] - n[code];
}

void FacetTable::CountCodes(const ClaimFilter& filter,
                            std::array<std::vector<std::uint32_t>, kFacetCount>* counts) const {
  const std::array<std::optional<Bits>, kFacetCount> passing = Passing(filter);
  std::optional<Bits> all;
  for (const std::optional<Bits>& set : passing)
    if (set && all)
      *all &= *set;
    else if (set)
      all = set;
  const std::uint32_t size = all ? all->Count() : claims_;

  for (std::size_t f = 0; f < kFacetCount; ++f) {
    const Column& column = columns_[f];
    if (!passing[f]) {
      if (all)
        CountColumn(column, *all, size, &(*counts)[f]);
      else
        (*counts)[f] = column.totals;
      continue;
    }
    std::optional<Bits> others;
    for (std::size_t g = 0; g < kFacetCount; ++g)
      if (g != f && passing[g] && others)
        *others &= *passing[g];
      else if (g != f && passing[g])
        others = passing[g];
    if (others)
      CountColumn(column, *others, others->Count(), &(*counts)[f]);
    else
      (*counts)[f] = column.totals;
  }
}

std::array<std::vector<FacetValue>, kFacetCount> FacetTable::Count(
    const ClaimFilter& filter) const {
  std::array<std::vector<std::uint32_t>, kFacetCount> counts;
  CountCodes(filter, &counts);
  std::array<std::vector<FacetValue>, kFacetCount> result;
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    const Column& column = columns_[f];
    result[f].resize(column.values.size());
    for (std::size_t code = 0; code < column.values.size(); ++code)
      result[f][code] = {column.values[code], counts[f][code], false};
    for (const std::string& value : filter.values[f])
      if (const auto code = Code(column, value)) result[f][*code].wanted = true;
  }
  return result;
}

const std::vector<std::string_view>& FacetTable::values(Facet facet) const {
  return columns_[static_cast<std::size_t>(facet)].values;
}

bool FacetTable::Knows(Facet facet, std::string_view value) const {
  return Code(columns_[static_cast<std::size_t>(facet)], value).has_value();
}

std::vector<FacetCell> FacetTable::CountCells(const std::array<Facet, 3>& facets) const {
  std::array<std::uint64_t, 3> radix{1, 1, 1};
  std::vector<std::uint64_t> keys(claims_, 0);
  const Column* topics = nullptr;
  std::uint64_t topic_radix = 0;
  std::uint64_t whole = 1;
  for (std::size_t f = 3; f-- > 0;) {
    const Column& column = columns_[static_cast<std::size_t>(facets[f])];
    radix[f] = whole;
    column.codes.Visit([&](const auto* codes) {
      for (std::uint32_t i = 0; i < claims_; ++i) keys[i] += whole * codes[i];
    });
    if (!column.more.empty()) {
      topics = &column;
      topic_radix = whole;
    }
    whole *= std::max<std::size_t>(1, column.values.size());
  }
  if (topics != nullptr) {
    topics->codes.Visit([&](const auto* codes) {
      for (const auto& [claim, code] : topics->more)
        keys.push_back(keys[claim] + topic_radix * code - topic_radix * codes[claim]);
    });
  }
  std::vector<FacetCell> cells;
  const auto add = [&](std::uint64_t key, std::uint32_t count) {
    FacetCell cell;
    for (std::size_t f = 0; f < 3; ++f) {
      cell.codes[f] = static_cast<std::uint32_t>(key / radix[f]);
      key %= radix[f];
    }
    cell.count = count;
    cells.push_back(cell);
  };
  if (whole <= std::max<std::uint64_t>(1u << 16, std::uint64_t{16} * claims_)) {
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(whole), 0);
    for (const std::uint64_t key : keys) ++counts[static_cast<std::size_t>(key)];
    for (std::size_t key = 0; key < counts.size(); ++key)
      if (counts[key] > 0) add(key, counts[key]);
    return cells;
  }
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 0; i < keys.size();) {
    std::size_t end = i;
    while (end < keys.size() && keys[end] == keys[i]) ++end;
    add(keys[i], static_cast<std::uint32_t>(end - i));
    i = end;
  }
  return cells;
}

}  // namespace proviso::query
