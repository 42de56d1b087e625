#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/canvas/space.h"
#include "core/canvas/stage_builder.h"
#include "core/views/what_if/model.h"

namespace proviso::view {

// What if as a card in somebody's page: the question, a few conditions, the three voices that come
// first, who else speaks of it, and who coded it. Made of the model of the view, so that both say
// the same.

struct EmbedCondition {
  std::string id, label;  ///< In as few words as the dataset has.
  std::string who;        ///< Who links it, and which way.
  Lever lever = Lever::kOpen;
  bool settled = false;  ///< Something that is supposed excludes it.
  Command set_off, set_open, set_on;
};

struct EmbedVoice {
  std::string key, name, through;
  VoiceMark mark;
  bool changed = false;  ///< By the last switch.
  Strength level;        ///< Without words: it is not said how likely.
  std::optional<SignMark> sign;
  std::string way;       ///< "More likely"; "More reason to arm Russia: "
  std::string way_word;  ///< Behind it: "possibly".
  bool way_hedge = false;
  std::optional<Ref> ref;
  std::string reply;  ///< All of it in a line.
  Command why, open_actor;
};

struct EmbedModel {
  std::string lead;  ///< "If this happens, then"; empty: nothing is supposed.
  std::string question;
  std::string empty;  ///< Why there is nothing to ask about; or empty.
  std::vector<EmbedCondition> conditions;
  std::string more;  ///< "9 more…": conditions that are not among them; or empty.
  std::vector<EmbedVoice> voices;
  std::optional<TrayVoice> needs;  ///< Who would answer on one more condition.
  std::string speak;               ///< "14 more speak of it"
  std::string others;              ///< "14 more speak of it, 22 say nothing"
  std::string coded;               ///< Who coded it and who checked that.
  std::string checked;             ///< The last of it: who checked that.
  std::optional<Action> undo, back;
  std::optional<Command> whole;  ///< Opens all of it; none where it has no address.
  Command cite;
};

EmbedModel BuildEmbedModel(const Library& library, const Session& session, CardSize size,
                           const WhatIfModel& model);

/// Question, conditions, voices; at `CardSize::kStill` a picture of them that is one link.
Scene BuildEmbedScene(const EmbedModel& model, CardSize size, const Space& space);

/// The line below them. As high as its words need.
Scene BuildEmbedFootScene(const EmbedModel& model, const Space& space);

}  // namespace proviso::view
