#include "core/merge/match.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

#include "core/base/text.h"
#include "core/edit/make_id.h"

namespace proviso::merge {
namespace {

using Stretch = std::pair<std::uint32_t, std::uint32_t>;

/// Stretches in order, without overlaps.
std::vector<Stretch> Merged(std::vector<Stretch> stretches) {
  std::sort(stretches.begin(), stretches.end());
  std::vector<Stretch> merged;
  for (const Stretch& one : stretches) {
    if (!merged.empty() && one.first <= merged.back().second)
      merged.back().second = std::max(merged.back().second, one.second);
    else
      merged.push_back(one);
  }
  return merged;
}

std::uint32_t SizeOf(const std::vector<Stretch>& stretches) {
  std::uint32_t size = 0;
  for (const Stretch& one : stretches) size += one.second - one.first;
  return size;
}

std::uint32_t Shared(const std::vector<Stretch>& a, const std::vector<Stretch>& b) {
  std::uint32_t shared = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    const std::uint32_t from = std::max(a[i].first, b[k].first);
    const std::uint32_t to = std::min(a[i].second, b[k].second);
    if (from < to) shared += to - from;
    if (a[i].second < b[k].second)
      ++i;
    else
      ++k;
  }
  return shared;
}

bool IsChinese(char32_t c) { return c >= 0x2E80 && c < 0xAC00; }

/// Words, folded; Chinese, which has no spaces, by pairs of characters.
void AddWords(std::string_view text, std::set<std::string>* words) {
  const std::string folded = FoldForSearch(text);
  std::u32string word;
  const auto take = [&] {
    if (word.empty()) return;
    if (!std::any_of(word.begin(), word.end(), IsChinese) || word.size() == 1) {
      words->insert(ToUtf8(word));
    } else {
      for (std::size_t i = 0; i + 1 < word.size(); ++i)
        words->insert(ToUtf8(std::u32string_view(word).substr(i, 2)));
    }
    word.clear();
  };
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = NextCodePoint(folded, &at);
    if (c == U' ')
      take();
    else
      word += c;
  }
  take();
}

void AddRecord(const Dataset& d, RecordRef record, std::set<std::string>* words) {
  if (record.table == Table::kPropositions) {
    AddWords(d.propositions[record.index].label, words);
    return;
  }
  const Condition& link = d.conditions[record.index];
  for (const Literal literal : link.antecedents) AddWords(d[literal.proposition()].label, words);
  AddWords(d[link.consequent.proposition()].label, words);
}

std::vector<Coded> CodedOf(const Dataset& d) {
  std::vector<Coded> all;
  for (std::uint32_t i = 0; i < d.claims.size(); ++i) {
    const Claim& claim = d.claims[i];
    Coded& one = all.emplace_back();
    one.claim = ClaimId(i);
    one.text = d[DocumentOf(d, claim)].text.sha256;
    std::vector<Stretch> stretches;
    for (const PassageId id : claim.passages) stretches.emplace_back(d[id].start, d[id].end);
    one.letters = Merged(std::move(stretches));
    one.size = SizeOf(one.letters);
    AddWords(claim.gloss, &one.words);
    const About& about = claim.about;
    if (about.kind == AboutKind::kProposition)
      AddRecord(d, {Table::kPropositions, about.literal.proposition().index()}, &one.words);
    if (about.kind == AboutKind::kCondition)
      AddRecord(d, {Table::kConditions, about.condition.index()}, &one.words);
    if (about.kind == AboutKind::kQuantity) AddWords(d[about.quantity].measure, &one.words);
    if (about.kind == AboutKind::kComparison) {
      AddRecord(d, about.more, &one.words);
      if (about.less) AddRecord(d, about.less, &one.words);
    }
  }
  return all;
}

/// Words in more than a quarter of all claims, at least six, tell nothing.
void DropCommonWords(std::vector<Coded>* a, std::vector<Coded>* b) {
  std::map<std::string, std::size_t> count;
  for (const auto* list : {a, b})
    for (const Coded& one : *list)
      for (const std::string& word : one.words) ++count[word];
  const std::size_t all = a->size() + b->size();
  for (auto* list : {a, b})
    for (Coded& one : *list)
      for (auto word = one.words.begin(); word != one.words.end();) {
        const std::size_t times = count[*word];
        word = times > 5 && times * 4 > all ? one.words.erase(word) : std::next(word);
      }
}

double WeightOf(const Coded& a, const Coded& b) {
  if (a.text != b.text) return 0;
  const std::uint32_t shared = Shared(a.letters, b.letters);
  if (shared * 2 < std::min(a.size, b.size) || shared == 0) return 0;
  std::size_t both = 0;
  for (const std::string& word : a.words) both += b.words.count(word);
  const double dice =
      2.0 * static_cast<double>(both) /
      static_cast<double>(std::max<std::size_t>(1, a.words.size() + b.words.size()));
  if (dice < 0.1) return 0;
  return dice + 0.25 * shared / static_cast<double>(a.size + b.size - shared);
}

/// Code points that each coding marked, by text.
void CountLetters(const Dataset& a, const Dataset& b, Matching* out) {
  std::map<std::string, std::vector<Stretch>> of_a, of_b;
  const auto take = [](const Dataset& d, std::map<std::string, std::vector<Stretch>>* of) {
    for (const Claim& claim : d.claims)
      for (const PassageId id : claim.passages)
        (*of)[std::string(d[d[id].document].text.sha256)].emplace_back(d[id].start, d[id].end);
  };
  take(a, &of_a);
  take(b, &of_b);
  for (const Document& document : a.documents) {
    const std::string digest(document.text.sha256);
    const bool shared = std::any_of(b.documents.begin(), b.documents.end(), [&](const Document& o) {
      return o.text.sha256 == document.text.sha256;
    });
    if (!shared) continue;
    const auto one = Merged(of_a[digest]), other = Merged(of_b[digest]);
    out->text_size += document.text.code_points;
    out->marked_a += SizeOf(one);
    out->marked_b += SizeOf(other);
    out->both += Shared(one, other);
  }
}

}  // namespace

std::vector<int> Assign(const std::vector<std::vector<double>>& weights) {
  // The Hungarian method with potentials, on a square of costs (largest weight less the weight).
  const std::size_t rows = weights.size();
  const std::size_t columns = rows == 0 ? 0 : weights[0].size();
  const std::size_t n = std::max(rows, columns);
  double most = 0;
  for (const auto& row : weights)
    for (const double weight : row) most = std::max(most, weight);
  const auto cost = [&](std::size_t i, std::size_t j) {
    return most - (i < rows && j < columns ? weights[i][j] : 0);
  };
  constexpr double kFar = std::numeric_limits<double>::infinity();
  std::vector<double> u(n + 1, 0), v(n + 1, 0);
  std::vector<std::size_t> row_of(n + 1, 0), way(n + 1, 0);
  for (std::size_t i = 1; i <= n; ++i) {
    row_of[0] = i;
    std::size_t at = 0;
    std::vector<double> least(n + 1, kFar);
    std::vector<bool> used(n + 1, false);
    do {
      used[at] = true;
      const std::size_t row = row_of[at];
      double delta = kFar;
      std::size_t next = 0;
      for (std::size_t j = 1; j <= n; ++j) {
        if (used[j]) continue;
        const double now = cost(row - 1, j - 1) - u[row] - v[j];
        if (now < least[j]) least[j] = now, way[j] = at;
        if (least[j] < delta) delta = least[j], next = j;
      }
      for (std::size_t j = 0; j <= n; ++j) {
        if (used[j])
          u[row_of[j]] += delta, v[j] -= delta;
        else
          least[j] -= delta;
      }
      at = next;
    } while (row_of[at] != 0);
    for (; at != 0; at = way[at]) row_of[at] = row_of[way[at]];
  }
  std::vector<int> out(rows, -1);
  for (std::size_t j = 1; j <= columns; ++j)
    if (row_of[j] >= 1 && row_of[j] <= rows && weights[row_of[j] - 1][j - 1] > 0)
      out[row_of[j] - 1] = static_cast<int>(j - 1);
  return out;
}

Result<Matching> Match(const Dataset& a, const Dataset& b) {
  Matching out;
  CountLetters(a, b, &out);
  if (out.text_size == 0) {
    Problem problem;
    problem.code = "call";
    problem.rule = "The two codings share no text.";
    problem.remedy = "Compare codings of the same texts, to the letter.";
    return problem;
  }
  std::vector<Coded> of_a = CodedOf(a), of_b = CodedOf(b);
  DropCommonWords(&of_a, &of_b);
  // Claims that hang together by possible pairs make a group; each group is settled by itself.
  struct Edge {
    std::size_t a, b;
    double weight;
  };
  std::vector<Edge> edges;
  std::vector<std::size_t> group(of_a.size() + of_b.size());
  std::iota(group.begin(), group.end(), std::size_t{0});
  const auto find = [&group](std::size_t i) {
    while (group[i] != i) i = group[i] = group[group[i]];
    return i;
  };
  for (std::size_t i = 0; i < of_a.size(); ++i)
    for (std::size_t k = 0; k < of_b.size(); ++k)
      if (const double weight = WeightOf(of_a[i], of_b[k]); weight > 0) {
        edges.push_back({i, k, weight});
        group[find(i)] = find(of_a.size() + k);
      }
  std::map<std::size_t, std::vector<Edge>> groups;
  for (const Edge& edge : edges) groups[find(edge.a)].push_back(edge);
  std::vector<bool> taken_a(of_a.size(), false), taken_b(of_b.size(), false);
  for (const auto& one : groups) {
    std::map<std::size_t, std::size_t> rows, columns;
    for (const Edge& edge : one.second) rows.emplace(edge.a, 0), columns.emplace(edge.b, 0);
    std::vector<std::size_t> row_of, column_of;
    for (auto& [id, at] : rows) at = row_of.size(), row_of.push_back(id);
    for (auto& [id, at] : columns) at = column_of.size(), column_of.push_back(id);
    std::vector<std::vector<double>> weights(row_of.size(),
                                             std::vector<double>(column_of.size(), 0));
    for (const Edge& edge : one.second) weights[rows[edge.a]][columns[edge.b]] = edge.weight;
    const std::vector<int> chosen = Assign(weights);
    for (std::size_t r = 0; r < chosen.size(); ++r) {
      if (chosen[r] < 0) continue;
      const auto c = static_cast<std::size_t>(chosen[r]);
      out.pairs.push_back({of_a[row_of[r]].claim, of_b[column_of[c]].claim, weights[r][c]});
      taken_a[row_of[r]] = taken_b[column_of[c]] = true;
    }
  }
  for (std::size_t i = 0; i < of_a.size(); ++i)
    if (!taken_a[i]) out.only_a.push_back(of_a[i].claim);
  for (std::size_t k = 0; k < of_b.size(); ++k)
    if (!taken_b[k]) out.only_b.push_back(of_b[k].claim);
  const auto place = [&a](ClaimId id) {
    const Passage& first = a[a[id].passages[0]];
    return std::tuple(first.document.index(), first.start, a[id].id);
  };
  std::sort(
      out.pairs.begin(), out.pairs.end(),
      [&](const Matching::Pair& x, const Matching::Pair& y) { return place(x.a) < place(y.a); });
  return out;
}

}  // namespace proviso::merge
