#pragma once

#include "core/canvas/column.h"
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

/// What stands below the text.
struct CodeDockScene {
  Scene scene;
  Rect field;  ///< Where one goes on in the field that is written, with what its words may mean.
};

/// The four fields of the claim; without a claim what can be done with the mark. `with_foot`: the
/// buttons of the claim stand at its end, else in a foot of their own.
CodeDockScene BuildCodeDock(const CodeModel& model, const Space& space, bool with_foot);
/// The buttons of the claim that are always in sight.
Scene BuildCodeFoot(const Space& space);

/// Whether the four fields stand beside each other in a column.
bool AreAbreast(const Column& column);
void DrawMarkButtons(const CodeModel& model, Column& column);
/// What ends the claim; where fields stand beside each other all buttons of it.
void DrawClaimButtons(Column& column);
/// Where one field alone stands the others.
void DrawFurtherButtons(Column& column);

/// Texts, drafts and the coder: beside the text, below it where there is no room.
void DrawCodeSide(const CodeModel& model, Column& column);
Scene BuildCodeSide(const CodeModel& model, const Space& space);

/// What the claim changes, and what is checked as it is written.
Scene BuildCodeAside(const CodeModel& model, const Space& space);

}  // namespace proviso::view
