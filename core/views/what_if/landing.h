#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/canvas/space.h"
#include "core/state/session.h"
#include "core/views/what_if/model.h"

namespace proviso::view {

/// One of the texts, as who is new needs to know it.
struct LandingCard {
  std::uint32_t document = 0;
  std::string letter;  ///< Empty: there is one text alone, or the card stands for many.
  std::string kind;    ///< "Opinion blog post, from 9 May 2023"
  std::string title;
  std::string counts;  ///< "108 claims in 18 paragraphs"
  Command open;
};

/// What stands above the view for who is here for the first time, until it is closed: what this is,
/// what to try, which texts speak, who coded them.
struct LandingModel {
  std::string title;           ///< "China sends weapons to Russia? It depends whom you ask"
  std::string what;            ///< How many texts and voices, and what can be done with them.
  std::vector<Missing> tries;  ///< Each author's first condition, and one that several texts link.
  std::vector<LandingCard> cards;
  std::string coded;  ///< The dataset's own first sentences on how it was made.
  Action how, tour;   ///< `tour`: no words where the dataset has none.
  Command close;
};

/// `model`: of What if, whose conditions are offered.
LandingModel BuildLandingModel(const Library& library, const WhatIfModel& model);

/// In a low or narrow window only what it is, the tour and the cross.
Scene BuildLandingScene(const LandingModel& model, const Space& space);

}  // namespace proviso::view
