// That each row stands where its view's number leads.

#include "core/window/views.h"

namespace proviso::view {
namespace {

constexpr bool InOrder() {
  for (std::size_t i = 0; i < kViews.size(); ++i)
    if (kViews[i].id != static_cast<ViewId>(i) || kViewRows[i].view != kViews[i].id) return false;
  return kViews.size() == kViewCount;
}
static_assert(InOrder());

}  // namespace
}  // namespace proviso::view
