#pragma once

#include "core/canvas/frame.h"
#include "core/canvas/space.h"
#include "core/views/sources/code_model.h"
#include "core/views/sources/copy_flow.h"

namespace proviso::view {

/// The text with what can be marked in it.
struct CodeTextScene {
  Scene scene;
  std::vector<MarkSpot> spots;
  std::optional<MarkHandles> mark;
};

/// The text in reading type: coded passages as bands, drafts in dashed outlines, the mark framed
/// with two handles; sentences as buttons. `mark_y` gets the top of the mark.
///
/// Cost: the lines in sight and the passages; see `FollowCopy`.
CodeTextScene BuildCodeText(const SourcesModel& sources, const CodeModel& model, const Space& space,
                            CopyFlow* flow, float* mark_y);

/// The four fields at the foot of the text; without a claim what can be done with the mark.
Scene BuildCodeDock(const CodeModel& model, const Space& space);
/// How high that is.
float CodeDockHeight(const CodeModel& model, const Space& space);

/// Texts and drafts.
Scene BuildCodeSide(const CodeModel& model, const Space& space);

/// What the claim changes, and what is checked as it is written.
Scene BuildCodeAside(const CodeModel& model, const Space& space);

}  // namespace proviso::view
