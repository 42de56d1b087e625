#pragma once

#include <string>

namespace proviso::view {

/// What only the platform knows: where the explorer is shown, what day it is, and what can be done
/// there. The core has no clock and no network; these come as values.
struct Host {
  std::string page;     ///< The page's address without its fragment; empty: links begin with "#".
  std::string dataset;  ///< The address of the dataset that was opened first; or empty.
  std::string today;    ///< "2026-11-25" by the reader's calendar; empty: not known.
  std::string teach;    ///< The address of the page that teaches coding; empty: there is none.
  bool draws_png = false;  ///< Pictures can be saved as PNG.
  bool prints = false;

  friend bool operator==(const Host&, const Host&) = default;
};

}  // namespace proviso::view
