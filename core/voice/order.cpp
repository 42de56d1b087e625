#include "core/voice/order.h"

#include <algorithm>
#include <array>

#include "core/voice/phrases.h"
#include "core/voice/voice.h"

namespace proviso::view {
namespace {

Distance OfVoices(std::size_t voices) {
  if (voices <= 1) return Distance::kOwn;
  return voices == 2 ? Distance::kQuoted : Distance::kPassedOn;
}

}  // namespace

void TakePlace(const Dataset& dataset, ClaimId claim, VoiceOrder* order) {
  for (const PassageId id : dataset[claim].passages) {
    const Passage& passage = dataset[id];
    const auto place = std::make_pair(passage.document.index(), passage.start);
    if (place >= std::make_pair(order->document, order->start)) continue;
    order->document = place.first;
    order->start = place.second;
  }
}

Distance DistanceOf(const Claim& claim) { return OfVoices(claim.attribution.size()); }
Distance DistanceOf(const reason::View& view) { return OfVoices(view.depth); }

std::string_view Label(Distance distance) {
  constexpr std::array<std::string_view, 3> kLabels{"Own words", "Quoted or reported", "Passed on"};
  return kLabels[static_cast<std::size_t>(distance)];
}

VoiceMark MarkOf(const Library& library, reason::ViewIndex view) {
  return {DistanceOf(library.views[view]), DoubtOf(library, view) != nullptr};
}

VoiceMark MarkOf(const Claim& claim) { return {DistanceOf(claim), DoubtOf(claim) != nullptr}; }

std::string MarkWords(const Say& say, const VoiceMark& mark) {
  const std::string words = say(Label(mark.distance));
  return mark.doubted ? say("{0}, doubted on the way##how a voice reaches us", {words}) : words;
}

std::string AtDistance(const Say& say, std::string_view words, Distance distance) {
  if (distance != Distance::kPassedOn) return std::string(words);
  return say("{0}, passed on##how firmly, through two voices or more", {words});
}

VoiceOrder OrderOf(const Library& library, ClaimId claim) {
  VoiceOrder order{true, DistanceOf(library.dataset[claim]), VoiceOrder::kNowhere,
                   VoiceOrder::kNowhere, claim.index()};
  TakePlace(library.dataset, claim, &order);
  return order;
}

const Step* DoubtOf(const Claim& claim) {
  for (std::size_t i = claim.attribution.size(); i-- > 0;)
    if (Rejects(claim.attribution[i].stance)) return &claim.attribution[i];
  return nullptr;
}

const Step* DoubtOf(const Library& library, reason::ViewIndex view) {
  const Step* doubt = nullptr;
  for (const ClaimId id : library.views.chains[view]) {
    doubt = DoubtOf(library.dataset[id]);
    if (doubt == nullptr) return nullptr;
  }
  return doubt;
}

std::string WithDoubt(const Library& library, std::string_view words, const Step& doubt) {
  return library.say(doubt.stance == Stance::kDisputes
                         ? "{0}, disputed by {1}##how firmly somebody says it, who disputes it"
                         : "{0}, doubted by {1}##how firmly somebody says it, who doubts it",
                     {words, NameInside(library, doubt.actor)});
}

}  // namespace proviso::view
