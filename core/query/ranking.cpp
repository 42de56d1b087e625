#include "core/query/ranking.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "core/base/sort.h"

namespace proviso::query {
namespace {

/// No word scores more: the rarest of 2^32 records has an idf of 22.9, times k1 + 1.
constexpr float kMostOfAWord = 51;

bool Better(const Scored& a, const Scored& b) {
  return a.score != b.score ? a.score > b.score : a.record < b.record;
}

/// The best of what comes by, which must come with rising records.
class Best {
 public:
  explicit Best(std::size_t limit) : limit_(limit) {}

  void Push(std::uint32_t record, float score) {
    if (heap_.size() == limit_) {
      if (score <= heap_.front().score) return;
      std::pop_heap(heap_.begin(), heap_.end(), Better);
      heap_.back() = {record, score};
    } else {
      heap_.push_back({record, score});
    }
    std::push_heap(heap_.begin(), heap_.end(), Better);
  }

  std::vector<Scored> Take() {
    std::sort_heap(heap_.begin(), heap_.end(), Better);
    return std::move(heap_);
  }

 private:
  std::size_t limit_;
  std::vector<Scored> heap_;  ///< The worst in front.
};

bool IsOneWord(const Group& group) {
  return group.parts.size() == 1 &&
         group.parts.front().words.last - group.parts.front().words.first == 1;
}

}  // namespace

ScoreBoard::ScoreBoard(std::uint32_t records)
    : seen_((records + 63) / 64, 0), scores_(new float[records]) {}

std::vector<Scored> ScoreBoard::Take() {
  std::vector<Scored> all;
  for (std::size_t i = 0; i < seen_.size(); ++i) {
    for (std::uint64_t word = seen_[i]; word != 0; word &= word - 1) {
      const std::uint32_t record =
          static_cast<std::uint32_t>(i * 64) + static_cast<std::uint32_t>(std::countr_zero(word));
      all.push_back({record, scores_[record]});
    }
    seen_[i] = 0;
  }
  return all;
}

Ranking::Ranking(const Postings& postings, std::uint32_t records, std::size_t words,
                 std::size_t limit)
    : postings_(postings),
      records_(records),
      limit_(limit),
      step_(kMostOfAWord * static_cast<float>(words)),
      board_(records) {}

template <class Use>
void Ranking::ForEach(const Group::Part& part, Use use) const {
  const float factor = part.rarity * Postings::kImpactUnit;
  const float penalty = Penalty(part.match);
  for (std::uint32_t word = part.words.first; word < part.words.last; ++word)
    postings_.ForEach(word, [&](std::uint32_t record, Postings::Impact impact) {
      use(record, penalty + factor * static_cast<float>(impact));
    });
}

std::vector<Scored> Ranking::Collect(const Group& group) {
  std::vector<Scored> hits;
  if (IsOneWord(group)) {
    hits.reserve(group.postings);
    ForEach(group.parts.front(), [&](std::uint32_t record, float score) {
      hits.push_back({record, score});
    });
    return hits;
  }
  for (const Group::Part& part : group.parts)
    ForEach(part, [&](std::uint32_t record, float score) {
      if (!board_.has(record) || board_.score(record) < score) board_.Set(record, score);
    });
  return board_.Take();
}

void Ranking::Keep(const Group& group, std::vector<Scored>* hits) {
  std::size_t kept = 0;
  std::size_t next = 0;
  const auto keep = [&](std::uint32_t record, float score) {
    while (next < hits->size() && (*hits)[next].record < record) ++next;
    if (next == hits->size() || (*hits)[next].record != record) return;
    (*hits)[kept++] = {record, (*hits)[next].score + score};
    ++next;
  };
  if (IsOneWord(group)) {
    ForEach(group.parts.front(), keep);
  } else {
    for (const Scored& both : Collect(group)) keep(both.record, both.score);
  }
  hits->resize(kept);
}

std::vector<Scored> Ranking::All(const std::vector<Group>& groups) {
  std::vector<const Group*> order;
  for (const Group& group : groups) order.push_back(&group);
  SortList(&order, [](const Group* a, const Group* b) { return a->postings < b->postings; });
  if (order.empty() || order.front()->parts.empty()) return {};
  Best best(limit_);
  if (order.size() == 1 && IsOneWord(*order.front())) {
    ForEach(order.front()->parts.front(),
            [&](std::uint32_t record, float score) { best.Push(record, score); });
    return best.Take();
  }
  std::vector<Scored> hits = Collect(*order.front());
  for (std::size_t i = 1; i < order.size() && !hits.empty(); ++i) Keep(*order[i], &hits);
  for (const Scored& hit : hits) best.Push(hit.record, hit.score);
  return best.Take();
}

std::vector<Scored> Ranking::Any(const std::vector<Group>& groups) {
  const float missing = Penalty(Match::kMissing);
  const float none = missing * static_cast<float>(groups.size());
  ScoreBoard total(records_);
  for (const Group& group : groups)
    for (const Scored& hit : Collect(group)) {
      const float before = total.has(hit.record) ? total.score(hit.record) : none;
      total.Set(hit.record, before - missing + hit.score);
    }
  Best best(limit_);
  for (const Scored& hit : total.Take()) best.Push(hit.record, hit.score);
  return best.Take();
}

}  // namespace proviso::query
