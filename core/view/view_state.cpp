#include "core/view/view_state.h"

#include <algorithm>
#include <utility>

#include "core/base/sort.h"

namespace proviso::view {
namespace {

void SortUnique(std::vector<std::string>* list) {
  SortList(list);
  list->erase(std::unique(list->begin(), list->end()), list->end());
  if (!list->empty() && list->front().empty()) list->erase(list->begin());
}

struct Normaliser {
  void operator()(std::string_view, std::vector<std::string>& list) const { SortUnique(&list); }
  void operator()(std::string_view, std::uint16_t& number, int low, int high) const {
    number = static_cast<std::uint16_t>(std::clamp<int>(number, low, high));
  }
  void operator()(std::string_view, Camera& camera) const {
    constexpr std::int32_t kFar = 1'000'000;
    if (camera.percent == 0)
      camera = {};
    else
      camera.percent = std::clamp<std::uint16_t>(camera.percent, 10, 800);
    camera.x = std::clamp(camera.x, -kFar, kFar);
    camera.y = std::clamp(camera.y, -kFar, kFar);
  }
  template <class Field>
  void operator()(std::string_view, Field&) const {}
};

/// What is on is not off as well. Both are sorted.
void DropBoth(const std::vector<std::string>& on, std::vector<std::string>* off) {
  off->erase(std::remove_if(off->begin(), off->end(),
                            [&on](const std::string& id) {
                              return std::binary_search(on.begin(), on.end(), id);
                            }),
             off->end());
}

}  // namespace

void Normalise(ViewState* state) {
  if (!state->beside) {
    state->beside_on.clear();
    state->beside_off.clear();
    state->beside_name.clear();
  }
  VisitFields(*state, Normaliser{});
  DropBoth(state->on, &state->off);
  DropBoth(state->beside_on, &state->beside_off);
}

Lever LeverOf(const ViewState& state, std::string_view proposition) {
  const auto holds = [proposition](const std::vector<std::string>& list) {
    return std::binary_search(list.begin(), list.end(), proposition);
  };
  if (holds(state.on)) return Lever::kOn;
  return holds(state.off) ? Lever::kOff : Lever::kOpen;
}

}  // namespace proviso::view
