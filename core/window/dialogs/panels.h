#pragma once

#include <string>

#include "core/canvas/blocks.h"
#include "core/canvas/choice.h"
#include "core/canvas/space.h"
#include "core/canvas/stage_builder.h"
#include "core/state/scenario.h"
#include "core/views/compare/model.h"
#include "core/views/what_if/model.h"
#include "core/window/around/top_model.h"
#include "core/window/dialogs/notes_model.h"
#include "core/window/dialogs/open_model.h"
#include "core/window/dialogs/palette_model.h"
#include "core/window/dialogs/share_model.h"

namespace proviso::view {

// The dialogs: those that are lists of what they show, and those that are drawn.

/// The keys and what they do.
Blocks KeysPanel(const Say& say);

/// Link, citation, embed, and the formats that can be written.
Blocks SharePanel(const ShareModel& model, const Say& say);

/// The reader's notes and bookmarks.
Blocks NotesPanel(const NotesModel& model, const Say& say);

/// Theme, size of type, keys, reading, motion.
Blocks SettingsPanel(const Session& session, const Say& say);

/// The dataset: who coded it, how, under which rights.
Blocks AboutPanel(const Library& library);

/// Everything that has no button of its own; `tabs`: and all views, where their tabs have no room.
Blocks MenuPanel(const Session& session, const TopModel& top, bool tabs, const Say& say);

/// What can be done with the item that a menu was asked for; `session.item_menu` says with which.
Blocks ItemMenuPanel(const Library& library, const Session& session);

/// The views of `top` alone.
Blocks ViewsPanel(const TopModel& top, const Say& say);

/// The languages that the interface can be in, and which of them nobody has reviewed yet.
Blocks LanguagePanel(const Session& session, const Say& say);

/// The values of a setting under each other, the one in force marked.
Blocks ChoicesPanel(const Choice& choice);

/// The texts and holders that can stand side by side.
Blocks SidesPanel(const SidesModel& model, const Say& say);

/// Where another dataset is opened, with the report on it.
Blocks OpenPanel(const OpenModel& model, const Say& say);

/// What of the dataset goes into which file for others, how it is named and cited. The entry of a
/// part of the program; see core/window/parts.h.
Scene PublishScene(StageBuilder& builder, const Space& space);

/// What the open dataset and another version of it have otherwise: records by kind, and answers.
/// The entry of a part of the program; see core/window/parts.h.
Scene VersionsScene(StageBuilder& builder, const Space& space);

/// What could not be done, until it is dismissed.
Blocks NoticesPanel(const TopModel& model, const Say& say);

/// Search, and what can be done: `focus` is the row that Enter takes, else the first.
Scene BuildPaletteScene(const PaletteModel& model, const std::string& focus, const Space& space);

/// The facets and the levers, as dialogs where the window has no room for them.
Scene BuildFiltersDialogScene(StageBuilder& builder, const Space& space);
Scene BuildLeversDialogScene(const WhatIfModel& model, const ScenarioModel& scenario,
                             const Space& space);

/// "Language: English"
std::string LanguageWords(const Say& say);

}  // namespace proviso::view
