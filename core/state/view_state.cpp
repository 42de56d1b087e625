#include "core/state/view_state.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/base/sort.h"
#include "core/state/pair.h"

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

/// Collects the ids of the records that are named.
struct Namer {
  std::vector<std::string_view>& ids;

  void operator()(const FieldKey& key, const std::string& text) const {
    const std::optional<IdPair> pair =
        key.names == Naming::kPair ? PairOf(text) : std::optional<IdPair>();
    if (pair) {
      Add(pair->first);
      Add(pair->second);
    } else if (key.names == Naming::kRecord || key.names == Naming::kPair) {
      Add(text);
    }
  }
  void operator()(const FieldKey& key, const std::vector<std::string>& list) const {
    if (key.names != Naming::kRecord) return;
    for (const std::string& id : list) Add(id);
  }
  template <class Field, class... Bounds>
  void operator()(const FieldKey&, const Field&, Bounds...) const {}

 private:
  void Add(std::string_view id) const {
    if (!id.empty()) ids.push_back(id);
  }
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

std::vector<std::string_view> NamedRecords(const ViewState& state) {
  std::vector<std::string_view> ids;
  VisitFields(state, Namer{ids});
  return ids;
}

Lever LeverOf(const ViewState& state, std::string_view proposition) {
  const auto holds = [proposition](const std::vector<std::string>& list) {
    return std::binary_search(list.begin(), list.end(), proposition);
  };
  if (holds(state.on)) return Lever::kOn;
  return holds(state.off) ? Lever::kOff : Lever::kOpen;
}

std::string_view Label(ClaimSort sort) {
  constexpr std::array<std::string_view, 4> kLabels{"Strength", "Place in the text", "Voice",
                                                    "Coder’s certainty"};
  return kLabels[static_cast<std::size_t>(sort)];
}
std::string_view Label(ClaimGroup group) {
  constexpr std::array<std::string_view, 4> kLabels{"No groups", "Voice", "Text", "Topic"};
  return kLabels[static_cast<std::size_t>(group)];
}
std::string_view Label(Lever lever) {
  constexpr std::array<std::string_view, 3> kLabels{"Open", "On", "Off"};
  return kLabels[static_cast<std::size_t>(lever)];
}

std::string_view Label(MatrixColumns columns) {
  return columns == MatrixColumns::kConditions ? Key("Conditions") : Key("Statements");
}

std::string_view Label(MatrixRows rows) {
  constexpr std::array<std::string_view, 6> kLabels{
      "Whichever fits", "Text", "Kind of actor", "Theme", "Voices down", "Conditions down"};
  static_assert(kLabels.size() == kWords<MatrixRows>.size());
  return kLabels[static_cast<std::size_t>(rows)];
}

std::string_view Label(MatrixOrder order) {
  constexpr std::array<std::string_view, 3> kLabels{"Name", "Claims", "Similarity"};
  static_assert(kLabels.size() == kWords<MatrixOrder>.size());
  return kLabels[static_cast<std::size_t>(order)];
}

}  // namespace proviso::view
