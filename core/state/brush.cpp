#include "core/state/brush.h"

#include <algorithm>
#include <limits>

#include "core/model/date.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

constexpr std::size_t kDateBytes = 24;
constexpr std::int32_t kLongAgo = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t kFarAhead = std::numeric_limits<std::int32_t>::max();

/// An end of a date without its marks; empty if open.
std::string Bare(std::string_view end) {
  while (!end.empty() && (end.back() == '~' || end.back() == '?' || end.back() == '%'))
    end.remove_suffix(1);
  return end == ".." ? std::string() : std::string(end);
}

bool Readable(const std::string& end) { return ParseDate(end).has_value(); }

}  // namespace

std::optional<Days> DaysOf(std::string_view date) {
  const std::optional<DateRange> range = ParseDate(date);
  if (!range) return std::nullopt;
  return Days{range->from ? range->from->first_day : kLongAgo,
              range->to ? range->to->last_day : kFarAhead};
}

std::optional<Days> BrushOf(const ViewState& state) {
  const std::optional<Days> from = DaysOf(state.claims.from), to = DaysOf(state.claims.to);
  if (!from && !to) return std::nullopt;
  return Days{from ? from->first : kLongAgo, to ? to->last : kFarAhead};
}

Date DateOf(const Dataset& dataset, const Claim& claim) {
  if (!claim.as_of.empty()) return claim.as_of;
  return claim.passages.empty() ? Date() : dataset[DocumentOf(dataset, claim)].published;
}

void DropUnbrushed(const Dataset& dataset, const ViewState& state, std::vector<ClaimId>* claims) {
  const std::optional<Days> brush = BrushOf(state);
  if (!brush) return;
  if (brush->last < brush->first) return claims->clear();
  // Many claims share a date, those of one text above all: each is read once while it lasts.
  Date last;
  bool lies = false;
  const auto outside = [&](ClaimId id) {
    const Date date = DateOf(dataset, dataset[id]);
    if (date.empty()) return true;
    if (date.data() != last.data() || date.size() != last.size()) {
      const std::optional<Days> days = DaysOf(date);
      lies = days && days->Meets(*brush);
      last = date;
    }
    return !lies;
  };
  claims->erase(std::remove_if(claims->begin(), claims->end(), outside), claims->end());
}

std::string BrushWords(const ViewState& state, const Say& say) {
  const bool from = Readable(state.claims.from), to = Readable(state.claims.to);
  if (from && to && state.claims.from == state.claims.to) return DateWords(state.claims.from, say);
  if (from && to)
    return say("{0} to {1}##dates",
               {DateWords(state.claims.from, say), DateWords(state.claims.to, say)});
  if (from) return say("from {0}##date", {DateWords(state.claims.from, say)});
  return to ? say("up to {0}", {DateWords(state.claims.to, say)}) : std::string();
}

std::string BrushFault(const ViewState& state, const Say& say) {
  for (const std::string& end : {state.claims.from, state.claims.to})
    if (!end.empty() && !Readable(end))
      return say(end.size() > kDateBytes ? "This is not a date. Write {1}, {2} or 2023-03-24."
                                         : "“{0}” is not a date. Write {1}, {2} or 2023-03-24.",
                 {end, DateWords("2023-03", say), DateWords("2023-03-24", say)});
  const std::optional<Days> brush = BrushOf(state);
  if (brush && brush->last < brush->first) return say("This ends before it begins: no claim fits.");
  return std::string();
}

BrushEnds EndsOf(std::string_view date) {
  if (!ParseDate(date)) return {};
  const std::size_t slash = date.find('/');
  if (slash == std::string_view::npos) return {Bare(date), Bare(date)};
  return {Bare(date.substr(0, slash)), Bare(date.substr(slash + 1))};
}

}  // namespace proviso::view
