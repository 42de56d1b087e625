#pragma once

#include <string>

#include "core/canvas/column.h"
#include "core/state/session.h"

namespace proviso::view {

/// A heading in the dialog Publish.
void DrawHead(Column& column, const std::string& words);

/// How the dataset is named and cited, `digest` being that of what is published: fields, where it
/// may be edited, and the citation that comes of them.
void DrawNamed(const Library& library, const Session& session, const std::string& digest,
               Column& column);

}  // namespace proviso::view
