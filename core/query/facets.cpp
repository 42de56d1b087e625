#include "core/query/facets.h"

#include <algorithm>
#include <bit>
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

namespace {

/// How often each key came up, read back in rising order and emptied by that.
class Tally {
 public:
  /// `room`: no key is as large.
  explicit Tally(std::size_t room) : counts_(room, 0), touched_((room + 63) / 64, 0) {}

  void Add(std::size_t key) {
    touched_[key >> 6] |= std::uint64_t{1} << (key & 63);
    ++counts_[key];
  }

  template <class Use>
  void Take(Use use) {
    for (std::size_t i = 0; i < touched_.size(); ++i) {
      for (std::uint64_t word = touched_[i]; word != 0; word &= word - 1) {
        const std::size_t key = i * 64 + static_cast<std::size_t>(std::countr_zero(word));
        use(key, counts_[key]);
        counts_[key] = 0;
      }
      touched_[i] = 0;
    }
  }

 private:
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint64_t> touched_;
};

}  // namespace

template <class Use>
void FacetTable::ForEachCode(const Column& column, std::uint32_t claim, Use use) {
  column.codes.Visit([&](const auto* codes) { use(std::uint32_t{codes[claim]}); });
  if (column.more.empty()) return;
  for (std::uint32_t k = column.more_starts[claim]; k < column.more_starts[claim + 1]; ++k)
    use(column.more[k]);
}

template <class Use>
void FacetTable::ForEachClaim(const Column& column, std::uint32_t code, Use use) {
  if (!column.sets.empty()) return column.sets[code].ForEach(true, use);
  for (std::uint32_t i = column.starts[code]; i < column.starts[code + 1]; ++i)
    use(column.claims[i]);
}

std::vector<FacetCell> FacetTable::CountCells(const std::array<Facet, 3>& facets) const {
  const auto column = [&](std::size_t f) -> const Column& {
    return columns_[static_cast<std::size_t>(facets[f])];
  };
  const Column &major = column(0), &second = column(1), &third = column(2);
  // Bits, so that nothing is divided to take them apart again.
  const auto bits = static_cast<unsigned>(std::bit_width(third.values.size()));
  const std::uint64_t room = std::uint64_t{second.values.size()} << bits;
  std::vector<FacetCell> cells;
  cells.reserve(claims_ + major.more.size());
  std::uint32_t first = 0;
  const auto add = [&](std::uint64_t key, std::size_t count) {
    cells.push_back({{first, static_cast<std::uint32_t>(key >> bits),
                      static_cast<std::uint32_t>(key & ((std::uint64_t{1} << bits) - 1))},
                     static_cast<std::uint32_t>(count)});
  };
  // A claim of several values in several facets has every combination of them.
  const auto keys_of = [&](std::uint32_t claim, const auto& use) {
    ForEachCode(second, claim, [&](std::uint32_t b) {
      ForEachCode(third, claim, [&](std::uint32_t c) { use((std::uint64_t{b} << bits) + c); });
    });
  };
  // Value by value of the first facet: a table of all combinations would mostly be empty. Where
  // even one value's table would be, its keys are sorted.
  constexpr std::uint64_t kTallied = 1 << 20;
  Tally tally(room <= kTallied ? static_cast<std::size_t>(room) : 0);
  std::vector<std::uint64_t> keys;
  for (; first < major.values.size(); ++first) {
    if (room <= kTallied && room / 256 <= major.totals[first]) {
      ForEachClaim(major, first, [&](std::uint32_t claim) {
        keys_of(claim, [&](std::uint64_t key) { tally.Add(static_cast<std::size_t>(key)); });
      });
      tally.Take(add);
      continue;
    }
    keys.clear();
    ForEachClaim(major, first, [&](std::uint32_t claim) {
      keys_of(claim, [&](std::uint64_t key) { keys.push_back(key); });
    });
    std::sort(keys.begin(), keys.end());
    for (std::size_t at = 0; at < keys.size();) {
      std::size_t after = at + 1;
      while (after < keys.size() && keys[after] == keys[at]) ++after;
      add(keys[at], after - at);
      at = after;
    }
  }
  return cells;
}

}  // namespace proviso::query
