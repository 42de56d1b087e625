#include "core/voice/ahead.h"

#include <algorithm>
#include <span>

#include "core/base/sort.h"
#include "core/query/interner.h"
#include "core/voice/signs.h"

namespace proviso::view {

Ahead& Library::ahead() const {
  if (ahead_ == nullptr) ahead_ = std::make_shared<Ahead>();
  return *ahead_;
}

VoiceOrder OrderOf(const Library& library, reason::ViewIndex view, bool changed) {
  std::vector<VoiceOrder>& orders = library.ahead().views;
  if (orders.empty()) {
    orders.reserve(library.views.size());
    for (std::uint32_t v = 0; v < library.views.size(); ++v) {
      const reason::ViewIndex at(v);
      VoiceOrder order{true, DistanceOf(library.views[at]), VoiceOrder::kNowhere,
                       VoiceOrder::kNowhere, v};
      for (std::uint32_t i = v; i < library.views[at].end; ++i)
        for (const ClaimId id : library.views.chains[reason::ViewIndex(i)])
          TakePlace(library.dataset, id, &order);
      orders.push_back(order);
    }
  }
  VoiceOrder order = orders[view.index()];
  order.unchanged = !changed;
  return order;
}

VoiceOrder OrderOf(const Library& library, ActorId actor) {
  std::vector<VoiceOrder>& orders = library.ahead().actors;
  if (orders.empty()) {
    const std::size_t actors = library.dataset.actors.size();
    orders.reserve(actors);
    for (std::uint32_t a = 0; a < actors; ++a) {
      VoiceOrder order{true, Distance::kPassedOn, VoiceOrder::kNowhere, VoiceOrder::kNowhere, a};
      const std::span<const ClaimId> held = library.index.claims_held[ActorId(a)];
      for (const ClaimId id : held)
        order.distance = std::min(order.distance, DistanceOf(library.dataset[id]));
      for (const ClaimId id : held)
        if (DistanceOf(library.dataset[id]) == order.distance)
          TakePlace(library.dataset, id, &order);
      orders.push_back(order);
    }
  }
  return orders[actor.index()];
}

Ahead& StartAnswers(const Library& library) {
  Ahead& ahead = library.ahead();
  if (ahead.live != nullptr) return ahead;
  const PropositionId target = library.start.target;
  ahead.reach = std::make_shared<const reason::Reach>(
      reason::ReachOf(library.dataset, library.views, target));
  ahead.live = std::make_shared<const reason::LiveAnswers>(library.dataset, library.views, target);
  return ahead;
}

const std::vector<ClaimId>& FirmestFirst(const Library& library) {
  std::vector<ClaimId>& firmest = library.ahead().firmest;
  const Dataset& dataset = library.dataset;
  if (!firmest.empty() || dataset.claims.empty()) return firmest;
  // Sorting keeps the order of claims where all else is equal.
  struct Place {
    std::uint32_t first, document, start, claim;
  };
  std::vector<Place> places;
  places.reserve(dataset.claims.size());
  for (std::uint32_t i = 0; i < dataset.claims.size(); ++i) {
    const Claim& claim = dataset.claims[i];
    const auto firm = static_cast<std::uint32_t>(FirmnessRank(library, claim));
    places.push_back({static_cast<std::uint32_t>(DistanceOf(claim)) * 256 + firm,
                      DocumentOf(dataset, claim).index(), dataset[claim.passages[0]].start, i});
  }
  SortList(&places, [](const Place& a, const Place& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.document != b.document ? a.document < b.document : a.start < b.start;
  });
  firmest.reserve(places.size());
  for (const Place& place : places) firmest.emplace_back(place.claim);
  return firmest;
}

const ClaimDates& DatesOfClaims(const Library& library) {
  ClaimDates& made = library.ahead().dates;
  const Dataset& dataset = library.dataset;
  if (!made.of_claim.empty()) return made;
  query::Interner numbers;
  made.of_claim.reserve(dataset.claims.size());
  for (const Claim& claim : dataset.claims) {
    if (claim.as_of.empty()) {
      made.of_claim.push_back(ClaimDates::kNone);
      continue;
    }
    std::uint32_t date = numbers.Find(claim.as_of);
    if (date == numbers.size()) {
      numbers.Add(claim.as_of);
      made.dates.push_back(claim.as_of);
    }
    const bool inferred = std::find(claim.inferred.begin(), claim.inferred.end(),
                                    Inferred::kDate) != claim.inferred.end();
    made.of_claim.push_back(2 * date + (inferred ? 1 : 0));
  }
  return made;
}

void MakeAhead(const Library& library) {
  library.digest();
  library.claims();
  library.everything();
  if (!library.dataset.actors.empty()) OrderOf(library, ActorId(0));
  if (library.views.size() > 0) OrderOf(library, reason::ViewIndex(0));
  if (library.start.target) StartAnswers(library);
}

void OwnShared(const Library& library) {
  Ahead& ahead = library.ahead();
  if (ahead.live == nullptr) return;
  auto live = std::make_shared<reason::LiveAnswers>(*ahead.live);
  live->Own();
  ahead.live = std::move(live);
  ahead.reach = std::make_shared<const reason::Reach>(*ahead.reach);
}

}  // namespace proviso::view
