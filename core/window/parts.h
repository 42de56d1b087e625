#pragma once

#include <array>
#include <string_view>

#include "core/canvas/frame.h"
#include "core/state/session.h"

namespace proviso::view {

// A page fetches some parts of the program only when something first needs them: the dialogs, the
// details of what is selected, what a view says in its row, what few commands take. What belongs to
// a part is found by the functions through which one comes into it (web/split.mjs); `BuildFrame`,
// `OnKey` and such a command alone call these, and whoever calls those sees to it that the parts
// are here. Everywhere else all of the program is always here.

/// What draws pictures for articles (core/figure).
inline constexpr std::string_view kFigurePart = "figure";

/// What makes a page of its own of the dataset (core/pages), and the dialog that asks for it.
inline constexpr std::string_view kPublishPart = "publish";

/// What makes bytes fewer, for a page or a picture that is saved.
inline constexpr std::string_view kPackingPart = "packing";

/// What draws what is on screen as SVG, for a file or for paper.
inline constexpr std::string_view kPaperPart = "paper";

/// What stands beside a view once something is selected, or an answer explained.
inline constexpr std::string_view kDetailsPart = "details";

/// What finds the passages in a reader's own copy of a text.
inline constexpr std::string_view kCopiesPart = "copies";

/// What if as a card in somebody's page, where there is little room.
inline constexpr std::string_view kEmbedPart = "embed";

/// What makes the cards that explain what the pointer is on; asked for when it first rests there.
inline constexpr std::string_view kCardPart = "cards";

/// What makes a dataset: forms, the text to be coded, edits (core/author).
inline constexpr std::string_view kAuthorPart = "author";

/// What puts two versions, or two codings, side by side (core/merge); never here without what makes
/// a dataset.
inline constexpr std::string_view kCodingsPart = "codings";

/// The names of parts; empty: none.
using Parts = std::array<std::string_view, 16>;

/// What makes a dataset is never here without what it has in common with these: whoever makes one
/// publishes it.
inline constexpr Parts kMakersParts{"sources",   "dialogs",    kDetailsPart,
                                    kCopiesPart, kPublishPart, kAuthorPart};

/// And what merges it with another.
inline constexpr Parts kCodingsParts{"sources",    "dialogs",   kDetailsPart, kCopiesPart,
                                     kPublishPart, kAuthorPart, kCodingsPart};

/// What is published is drawn with what all dialogs have in common.
inline constexpr Parts kPublishParts{"dialogs", kPublishPart, kPackingPart};

/// What it takes to lay out the frame of `session`.
Parts PartsFor(const Library& library, const Session& session, const Viewport& viewport);

/// The same without a dialog.
Parts PartsFor(const ViewState& state);

/// What it takes to make a picture of it for an article.
Parts PartsOfFigure(const ViewState& state);

/// What it takes to carry `command` out.
Parts PartsOf(const Command& command);

/// What it will take once `command` is carried out, as far as that can be told.
Parts PartsAfter(const Session& session, const Command& command);

/// Commands that lead from where `part` is needed to where it is not, in the view `shown` before.
Commands WithoutPart(const Library& library, const Session& session, std::string_view part,
                     ViewId shown);

}  // namespace proviso::view
