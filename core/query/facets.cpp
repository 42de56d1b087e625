#include "core/query/facets.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

#include "core/query/facet_value.h"
#include "core/query/interner.h"

namespace proviso::query {

bool ClaimFilter::empty() const {
  return std::all_of(values.begin(), values.end(), [](const auto& v) { return v.empty(); });
}

FacetTable::FacetTable(const Dataset& dataset, TopicsOfClaim topics)
    : claims_(static_cast<std::uint32_t>(dataset.claims.size())) {
  std::vector<std::string_view> first(claims_);
  ClaimValues of;
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    std::vector<Further> more;
    for (std::uint32_t i = 0; i < claims_; ++i) {
      GetValues(dataset, dataset.claims[i], static_cast<Facet>(f), &of);
      first[i] = of.values.front();
      if (topics == TopicsOfClaim::kFirst) continue;
      for (std::size_t k = 1; k < of.values.size(); ++k)
        more.push_back({i, of.values[k], k >= of.near_from});
    }
    columns_[f] = MakeColumn(first, more);
  }
}

FacetTable::Column FacetTable::MakeColumn(const std::vector<std::string_view>& first,
                                          const std::vector<Further>& more) const {
  Column column;
  Interner numbers;
  const auto number = [&](std::string_view value) {
    const std::uint32_t known = numbers.Find(value);
    if (known < numbers.size()) return known;
    column.values.push_back(value);
    return numbers.Add(value);
  };
  std::vector<std::uint32_t> codes;
  codes.reserve(first.size());
  for (std::string_view value : first) codes.push_back(number(value));
  column.more.reserve(more.size());
  for (const Further& one : more) column.more.push_back(number(one.value));

  // Numbers were given as values came; codes are places in the sorted order.
  const std::vector<std::string_view> as_came = column.values;
  std::sort(column.values.begin(), column.values.end());
  std::vector<std::uint32_t> code_of(as_came.size());
  for (std::size_t i = 0; i < as_came.size(); ++i) code_of[i] = *Code(column, as_came[i]);
  for (std::uint32_t& code : codes) code = code_of[code];
  for (std::uint32_t& code : column.more) code = code_of[code];

  if (!more.empty()) column.more_starts.assign(claims_ + 1, 0);
  for (std::size_t k = 0; k < more.size(); ++k) {
    ++column.more_starts[more[k].claim + 1];
    if (more[k].near) column.near.emplace_back(more[k].claim, column.more[k]);
  }
  for (std::size_t i = 1; i < column.more_starts.size(); ++i)
    column.more_starts[i] += column.more_starts[i - 1];

  column.totals.assign(column.values.size(), 0);
  for (std::uint32_t code : codes) ++column.totals[code];
  for (std::uint32_t code : column.more) ++column.totals[code];
  if (column.values.size() <= kFewValues) {
    column.sets.assign(column.values.size(), Bits(claims_));
    for (std::uint32_t i = 0; i < claims_; ++i) column.sets[codes[i]].add(i);
    for (std::size_t k = 0; k < more.size(); ++k) column.sets[column.more[k]].add(more[k].claim);
  } else {
    column.starts.assign(column.values.size() + 1, 0);
    for (std::size_t i = 0; i < column.totals.size(); ++i)
      column.starts[i + 1] = column.starts[i] + column.totals[i];
    column.claims.resize(column.starts.back());
    std::vector<std::uint32_t> next(column.starts.begin(), column.starts.end() - 1);
    for (std::uint32_t i = 0; i < claims_; ++i) column.claims[next[codes[i]]++] = i;
    for (std::size_t k = 0; k < more.size(); ++k)
      column.claims[next[column.more[k]]++] = more[k].claim;
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
  const std::size_t seen = inside ? size : claims_ - size;
  const std::size_t histogram = seen + seen * column.more.size() / claims_;
  if (!column.sets.empty() && column.sets.size() * set.words() < histogram) {
    for (std::size_t code = 0; code < column.sets.size(); ++code)
      (*counts)[code] = Bits::CountBoth(set, column.sets[code]);
    return;
  }
  std::uint32_t* n = counts->data();
  column.codes.Visit([&](const auto* codes) {
    set.ForEach(inside, [&](std::uint32_t claim) { ++n[codes[claim]]; });
  });
  if (!column.more.empty())
    set.ForEach(inside, [&](std::uint32_t claim) {
      for (std::uint32_t k = column.more_starts[claim]; k < column.more_starts[claim + 1]; ++k)
        ++n[column.more[k]];
    });
  if (!inside)
    for (std::size_t code = 0; code < counts->size(); ++code)
      n[code] = column.totals[code] - n[code];
}

std::optional<Bits> FacetTable::Others(const std::array<std::optional<Bits>, kFacetCount>& passing,
                                       std::size_t facet) {
  std::optional<Bits> others;
  for (std::size_t g = 0; g < kFacetCount; ++g)
    if (g != facet && passing[g] && others)
      *others &= *passing[g];
    else if (g != facet && passing[g])
      others = passing[g];
  return others;
}

void FacetTable::CountCodes(const ClaimFilter& filter,
                            std::array<std::vector<std::uint32_t>, kFacetCount>* counts) const {
  const std::array<std::optional<Bits>, kFacetCount> passing = Passing(filter);
  const std::optional<Bits> all = Others(passing, kFacetCount);
  const std::uint32_t size = all ? all->Count() : claims_;

  for (std::size_t f = 0; f < kFacetCount; ++f) {
    const Column& column = columns_[f];
    const std::optional<Bits> others = passing[f] ? Others(passing, f) : std::optional<Bits>();
    if (passing[f] ? !others : !all)
      (*counts)[f] = column.totals;
    else if (passing[f])
      CountColumn(column, *others, others->Count(), &(*counts)[f]);
    else
      CountColumn(column, *all, size, &(*counts)[f]);
  }
}

std::array<std::vector<FacetValue>, kFacetCount> FacetTable::Count(
    const ClaimFilter& filter) const {
  std::array<std::vector<std::uint32_t>, kFacetCount> counts;
  CountCodes(filter, &counts);
  const std::array<std::optional<Bits>, kFacetCount> passing = Passing(filter);
  std::array<std::vector<FacetValue>, kFacetCount> result;
  for (std::size_t f = 0; f < kFacetCount; ++f) {
    const Column& column = columns_[f];
    result[f].resize(column.values.size());
    for (std::size_t code = 0; code < column.values.size(); ++code)
      result[f][code] = {column.values[code], counts[f][code], false, column.totals[code], 0, 0};
    for (const std::string& value : filter.values[f])
      if (const auto code = Code(column, value)) result[f][*code].wanted = true;
    if (column.near.empty()) continue;
    const std::optional<Bits> others = Others(passing, f);
    for (const auto& [claim, code] : column.near) {
      ++result[f][code].total_near;
      if (!others || others->has(claim)) ++result[f][code].near;
    }
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
  const auto column = [&](std::size_t f) -> const Column& {
    return columns_[static_cast<std::size_t>(facets[f])];
  };
  // Bits, so that nothing is divided to take them apart again.
  const auto bits = static_cast<unsigned>(std::bit_width(column(2).values.size()));
  const std::uint64_t unit = std::uint64_t{1} << bits;
  const std::uint64_t room = column(1).values.size() * unit;
  // Of each claim its code in the first facet, and those in the two others as one number.
  std::vector<std::uint32_t> major(claims_);
  std::vector<std::uint64_t> minor(claims_, 0);
  const auto read = [&](std::size_t f, const auto& use) {
    column(f).codes.Visit([&](const auto* codes) {
      for (std::uint32_t i = 0; i < claims_; ++i) use(i, codes[i]);
    });
  };
  read(0, [&](std::uint32_t i, std::uint32_t code) { major[i] = code; });
  read(1, [&](std::uint32_t i, std::uint32_t code) { minor[i] = unit * code; });
  read(2, [&](std::uint32_t i, std::uint32_t code) { minor[i] += code; });

  // A claim of several values in several facets has every combination of them.
  std::vector<std::uint32_t> claim_of;
  for (std::size_t f = 3; f-- > 0;) {
    const Column& from = column(f);
    if (from.more.empty()) continue;
    if (claim_of.empty()) {
      claim_of.resize(claims_);
      std::iota(claim_of.begin(), claim_of.end(), 0u);
    }
    const std::size_t so_far = major.size();
    from.codes.Visit([&](const auto* codes) {
      for (std::size_t i = 0; i < so_far; ++i) {
        const std::uint32_t claim = claim_of[i];
        for (std::uint32_t k = from.more_starts[claim]; k < from.more_starts[claim + 1]; ++k) {
          const std::uint64_t step = f == 0 ? 0 : f == 1 ? unit : 1;
          minor.push_back(minor[i] + step * from.more[k] - step * codes[claim]);
          major.push_back(f == 0 ? from.more[k] : major[i]);
          claim_of.push_back(claim);
        }
      }
    });
  }

  // Value by value of the first facet: a table of all combinations would mostly be empty.
  std::vector<std::uint32_t> starts(column(0).values.size() + 1, 0);
  for (const std::uint32_t code : major) ++starts[code + 1];
  for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
  std::vector<std::uint64_t> grouped(minor.size());
  std::vector<std::uint32_t> next = starts;
  for (std::size_t i = 0; i < minor.size(); ++i) grouped[next[major[i]]++] = minor[i];

  std::vector<FacetCell> cells;
  cells.reserve(minor.size());
  std::vector<std::uint32_t> counts;
  for (std::uint32_t code = 0; code + 1 < starts.size(); ++code) {
    const auto add = [&](std::uint64_t key, std::size_t count) {
      cells.push_back({{code, static_cast<std::uint32_t>(key >> bits),
                        static_cast<std::uint32_t>(key & (unit - 1))},
                       static_cast<std::uint32_t>(count)});
    };
    std::uint64_t* const begin = grouped.data() + starts[code];
    std::uint64_t* const end = grouped.data() + starts[code + 1];
    if (static_cast<std::uint64_t>(end - begin) * 16 >= room) {
      counts.assign(static_cast<std::size_t>(room), 0);
      for (const std::uint64_t* at = begin; at != end; ++at)
        ++counts[static_cast<std::size_t>(*at)];
      for (std::size_t key = 0; key < counts.size(); ++key)
        if (counts[key] > 0) add(key, counts[key]);
      continue;
    }
    std::sort(begin, end);
    for (std::uint64_t* at = begin; at != end;) {
      std::uint64_t* const after =
          std::find_if(at, end, [&](std::uint64_t key) { return key != *at; });
      add(*at, static_cast<std::size_t>(after - at));
      at = after;
    }
  }
  return cells;
}

}  // namespace proviso::query
