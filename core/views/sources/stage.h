#pragma once

#include "core/canvas/view.h"

namespace proviso::view {

// What is coded in a text, and how it stands in the reader's copy.

void SourcesStage(StageBuilder& builder, Rect rect);
Legend SourcesLegend(const Library& library, const Session& session);
std::vector<ClaimId> BehindSources(const Library& library, const ViewState& state);
Commands SourcesKey(const Library& library, const Session& session, const Frame& frame,
                    const KeyPress& key);

namespace sources {
inline constexpr View kView{.id = ViewId::kSources,
                            .stage = SourcesStage,
                            .legend = SourcesLegend,
                            .behind = BehindSources,
                            .on_key = SourcesKey,
                            .part = "sources",
                            .phone_part = "phone"};
}  // namespace sources

}  // namespace proviso::view
