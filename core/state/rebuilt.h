#pragma once

#include <set>
#include <string>

#include "core/state/session.h"

namespace proviso::view {

/// Looks every passage up in the reader's copies anew, once the library is another version of the
/// dataset. Copies of texts that it does not have any more are put aside.
void RecheckCopies(const Library& library, Copies* copies);

/// Takes ids that are gone out of what is selected, supposed and filtered.
void ForgetRecords(const std::set<std::string>& gone, ViewState* state);

}  // namespace proviso::view
