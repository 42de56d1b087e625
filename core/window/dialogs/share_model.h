#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/state/action.h"
#include "core/state/session.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// A tag for a page: the explorer in a frame, or as an element. Every value is encoded for an
/// attribute. Empty where the host has told no address.
std::string FrameTag(const Library& library, const Session& session);
std::string ElementTag(const Library& library, const Session& session);

/// A text in the dialog, with what copies it.
struct ShareText {
  std::string label, text;
};

/// A format that can be written.
struct ExportRow {
  std::string key, name;
  std::string lost;   ///< What it leaves out.
  std::string words;  ///< On the button; empty: there is none.
  Command command;
};

struct ShareModel {
  ShareTab tab = ShareTab::kLink;
  ShareChoices choices;
  std::vector<ShareText> texts;
  std::string note;             ///< Under the texts.
  std::string warning;          ///< A link that is too long; an embed without an address.
  std::vector<ExportRow> rows;  ///< kExport.
  std::string rows_note;
  std::vector<Action> actions;
};
ShareModel BuildShareModel(const Library& library, const Session& session);

inline constexpr std::array<std::string_view, 4> kShareTabLabels{"Link##address", "Cite", "Embed",
                                                                 "Export"};

}  // namespace proviso::view
