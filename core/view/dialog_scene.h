#pragma once

#include "core/view/claims_model.h"
#include "core/view/compare_model.h"
#include "core/view/palette_model.h"
#include "core/view/sketch.h"
#include "core/view/space.h"
#include "core/view/top_model.h"
#include "core/view/what_if_model.h"

namespace proviso::view {

/// Search, and what can be done: `focus` is the row that Enter takes, else the first.
Scene BuildPaletteScene(const PaletteModel& model, const std::string& focus, const Space& space);

/// The keys and what they do.
Scene BuildKeysScene(const Space& space);

/// The link to this view and a citation of it.
Scene BuildShareScene(const Library& library, const Session& session, const TopModel& top,
                      const Space& space);

/// The dataset: who coded it, how, under which rights.
Scene BuildAboutScene(const Library& library, const Space& space);

/// Views, theme, size of type, reading, keys, about.
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

/// The margin of a dialog, and its title with the cross; the latter returns where the rest begins.
float DialogMargin(const Space& space);
float DrawDialogTitle(Sketch& sketch, const std::string& title, const Space& space);

/// What a dialog is called, as a key.
std::string_view DialogName(Dialog dialog);

}  // namespace proviso::view
