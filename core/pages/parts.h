#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/pages/site.h"
#include "core/window/around/inspector_model.h"

namespace proviso::view {

// What the pages of the text version are made of. Each writes into the page that is open.

/// The sign's shape with its words beside it; the words alone can be left to what stands around.
void PutSign(Sheet& sheet, const SignMark& sign);
/// Only the shape.
void PutSignShape(Html& html, const SignMark& sign);
/// The ruler and the word under it.
void PutStrength(Html& html, const Strength& strength);
/// The paraphrase, its hedges marked.
void PutHedged(Html& html, const HedgedText& text);
/// The attribution, outermost first, the holder last and framed.
void PutChain(Sheet& sheet, const Claim& claim);
/// An address of the data: a link only if it is safe to follow, else text.
void PutUrl(Html& html, std::string_view url);
/// "A ¶11", each a link to the passage.
void PutRefs(Sheet& sheet, std::span<const PassageId> passages);

/// A claim in a list under another record: sign, paraphrase, chain, strength, place.
void PutClaimRow(Sheet& sheet, ClaimId claim);
/// The same for a link: its sign, what it says, and who says it.
void PutConditionRow(Sheet& sheet, ConditionId condition);

/// A heading of element `level` and the rows under it, cut after `kRowsUnder`; nothing if there are
/// none. Claims are sorted as `Site::Sorted` does.
void PutClaims(Sheet& sheet, std::string_view heading, std::string_view level,
               std::span<const ClaimId> claims);
void PutConditions(Sheet& sheet, std::string_view heading, std::string_view level,
                   std::span<const ConditionId> conditions);

/// A list of facts, open as long as this lives.
class Facts {
 public:
  explicit Facts(Sheet& sheet) : sheet_(sheet), list_(sheet.html, "dl", {{"class", "facts"}}) {}

  /// What the inspector says, with links in place of its commands.
  void Put(const std::vector<Fact>& facts);
  /// Left out where there are no words.
  void Line(std::string_view label, std::string_view words);
  void Places(std::span<const PassageId> passages);

 private:
  Sheet& sheet_;
  Within list_;
};

/// What the inspector says of a record when nothing is filtered or supposed; buttons left out.
InspectorModel Inspect(const Library& library, RecordRef record);

}  // namespace proviso::view
