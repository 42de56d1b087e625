#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/view/claims_model.h"
#include "core/view/compare_model.h"
#include "core/view/notes_model.h"
#include "core/view/palette_model.h"
#include "core/view/share_model.h"
#include "core/view/sketch.h"
#include "core/view/space.h"
#include "core/view/top_model.h"
#include "core/view/what_if_model.h"

namespace proviso::view {

/// Search, and what can be done: `focus` is the row that Enter takes, else the first.
Scene BuildPaletteScene(const PaletteModel& model, const std::string& focus, const Space& space);

/// The keys and what they do.
Scene BuildKeysScene(const Space& space);

/// Link, citation, embed, and the formats that can be written.
Scene BuildShareScene(const ShareModel& model, const Space& space);

/// The reader's notes and bookmarks.
Scene BuildNotesScene(const NotesModel& model, const Space& space);

/// Theme, size of type, keys, reading, motion.
Scene BuildSettingsScene(const Session& session, const Space& space);

/// The dataset: who coded it, how, under which rights.
Scene BuildAboutScene(const Library& library, const Space& space);

/// Views, and everything that has no button of its own.
Scene BuildMenuScene(const Session& session, const TopModel& top, const Space& space);

/// The languages that the interface can be in, and which of them nobody has reviewed yet.
Scene BuildLanguageScene(const Session& session, const Space& space);

/// The texts and holders that can stand side by side.
Scene BuildSidesScene(const SidesModel& model, const Space& space);

/// The facets, the levers, the notices: as dialogs where the window has no room for them.
Scene BuildFiltersDialogScene(const ClaimsModel& model, const Space& space);
Scene BuildLeversDialogScene(const WhatIfModel& model, const ScenarioModel& scenario,
                             const Space& space);
Scene BuildNoticesDialogScene(const TopModel& model, const Space& space);

/// Words at the left and a few choices at the right, or under them. Returns the height.
float DrawChoices(Sketch& sketch, const std::string& label, const std::string& id,
                  const std::vector<SegmentChoice>& choices, float x, float y, float width);

/// A quotation on a sunken ground, for texts to copy. Returns the height.
float DrawQuote(Sketch& sketch, std::string_view text, Type type, float x, float y, float width);

/// The margin of a dialog, and its title with the cross; the latter returns where the rest begins.
float DialogMargin(const Space& space);
float DrawDialogTitle(Sketch& sketch, const std::string& title, const Space& space);

/// "Language: English"
std::string LanguageWords(const Say& say);

/// What a dialog is called, as a key.
std::string_view DialogName(Dialog dialog);

}  // namespace proviso::view
