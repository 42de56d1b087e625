#include "core/view/view_state.h"

#include <algorithm>
#include <utility>

namespace proviso::view {
namespace {

void SortUnique(std::vector<std::string>* list) {
  std::sort(list->begin(), list->end());
  list->erase(std::unique(list->begin(), list->end()), list->end());
  if (!list->empty() && list->front().empty()) list->erase(list->begin());
}

}  // namespace

void Normalise(ViewState* state) {
  SortUnique(&state->on);
  SortUnique(&state->off);
  for (std::vector<std::string>& values : state->filter.values) SortUnique(&values);
  const std::vector<std::string>& on = state->on;
  state->off.erase(std::remove_if(state->off.begin(), state->off.end(),
                                  [&on](const std::string& id) {
                                    return std::binary_search(on.begin(), on.end(), id);
                                  }),
                   state->off.end());
  state->text_percent = std::clamp<std::uint16_t>(state->text_percent, 100, 200);
}

Lever LeverOf(const ViewState& state, std::string_view proposition) {
  const auto holds = [proposition](const std::vector<std::string>& list) {
    return std::binary_search(list.begin(), list.end(), proposition);
  };
  if (holds(state.on)) return Lever::kOn;
  return holds(state.off) ? Lever::kOff : Lever::kOpen;
}

}  // namespace proviso::view
