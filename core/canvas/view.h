#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/canvas/key_press.h"
#include "core/canvas/sketch.h"
#include "core/canvas/stage_builder.h"
#include "core/state/copies.h"
#include "core/state/copy_check.h"
#include "core/state/evidence.h"
#include "core/state/passing.h"
#include "core/voice/order.h"
#include "core/voice/signs.h"

namespace proviso::view {

/// What the foot says of a view: the signs that it draws, and its keys.
struct Legend {
  std::vector<VoiceMark> voices;
  std::vector<Sign> signs;
  std::vector<CheckState> checks;  ///< The states of passages in the shown copy.
  std::vector<KeyLine> keys;
  bool before = false;  ///< A ghost marks the answer before the last switch.
};

/// A panel of a view's own where else the inspector stands.
struct Beside {
  std::string name;
  float width = 0;
  std::function<Scene(const Space&)> scene;
};

/// A view as a picture that is published: no controls, and no more in it than is drawn.
struct Figure {
  std::string headline, dek;
  std::string note;  ///< How much of it had room; empty: all.
  // The signs that it draws, each once, with what they mean.
  std::vector<VoiceMark> voices;
  std::vector<SignMark> signs;
  std::string before;   ///< What the ghosts mean; empty: there are none.
  std::string carries;  ///< What a heavy line means; empty: there is none.
  std::function<void(Sketch&, Rect)> draw;
};

/// What a view takes in some of its states beyond its own part of the program.
struct Further {
  std::string_view part;
  bool (*needed)(const ViewState& state);
  /// The field of the state, as links have it, that leads back to where it is not needed.
  std::string_view key, value = {};
};

/// All that the window needs to know of a view: one row of `kViews` (core/window/views.h). What a
/// view does not have it leaves out.
struct View {
  ViewId id;
  /// Lays the view out in a rectangle, as a panel or more.
  void (*stage)(StageBuilder& builder, Rect rect);
  Legend (*legend)(const Library& library, const Session& session);
  /// The claims that stand behind what a state shows in it, in any order.
  std::vector<ClaimId> (*behind)(const Library& library, const ViewState& state) = PassingClaims;
  /// The view whose `behind` it asks in turn, which has to be here then; none: it asks none.
  ViewId (*asks)(const Library& library, const ViewState& state) = nullptr;
  /// What a key means in it before it means what it does everywhere; empty: nothing else.
  Commands (*on_key)(const Library& library, const Session& session, const Frame& frame,
                     const KeyPress& key) = nullptr;
  /// What stands beside it while nothing is selected; `rect`: the room of both.
  std::optional<Beside> (*beside)(StageBuilder& builder, Rect rect) = nullptr;
  /// It as a picture, what is drawn having `room`; none: as it is on screen, without its controls.
  std::optional<Figure> (*figure)(StageBuilder& builder, Rect room) = nullptr;
  bool keeps_beside = false;  ///< Where `beside` gives something it stays with what is selected.
  bool scenario_bar = true;   ///< What is supposed stands above it.
  /// The part of the program that lays it out and knows its keys (core/window/parts.h), by the word
  /// that links have for it; empty: always here.
  std::string_view part = {};
  const Further* further = nullptr;   ///< None: nothing further.
  std::string_view phone_part = {};   ///< What it takes on a phone beyond `part`.
  std::string_view figure_part = {};  ///< What `figure` takes beyond `part`.
};

/// The claims that `state` shows in its view, under its filters.
ShownClaims FindEvidence(std::span<const View> views, const Library& library,
                         const ViewState& state);

}  // namespace proviso::view
