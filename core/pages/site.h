#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/pages/html.h"
#include "core/pages/page.h"
#include "core/state/cite.h"
#include "core/voice/voice.h"

namespace proviso::view {

/// Records on one page of a list.
inline constexpr std::size_t kRecordsAPage = 500;

/// Rows under a record before the rest is only counted.
inline constexpr std::size_t kRowsUnder = 300;

/// What all pages share: the place of every record, and the outcome that signs point to.
class Site {
 public:
  explicit Site(const Library& library);

  /// The place of `record`: a path, and behind it `#` and its anchor unless it has the page.
  std::string AddressOf(RecordRef record) const;

  /// Claims in the order of the texts, which is that of their pages.
  const std::vector<ClaimId>& claims_in_order() const { return order_; }

  /// `claims` with what bears on the outcome first, otherwise in the order of the texts.
  std::vector<ClaimId> Sorted(std::span<const ClaimId> claims) const;

  /// Claims that compare `record` with something. Shape: rising.
  std::vector<ClaimId> ComparisonsOf(RecordRef record) const;

  const Library& library;
  const Dataset& dataset;
  Outcome outcome;

 private:
  std::vector<ClaimId> order_;
  std::vector<std::uint32_t> rank_;                      ///< By claim: its place in `order_`.
  std::vector<Bearing> bearing_;                         ///< By claim.
  std::vector<std::pair<RecordRef, ClaimId>> compared_;  ///< Sorted.
};

/// The file of the page that begins with record `first` of a list: "claims.html", "claims-2.html".
std::string ListPath(std::string_view list, std::size_t first);

/// One page while it is written.
class Sheet {
 public:
  /// `section` is the path of the list that the page belongs to, for the navigation.
  Sheet(const Site& site, std::string path, std::string_view title, std::string_view section);

  Html html;
  const Site& site;
  const Library& library;
  const Dataset& dataset;

  /// `address` (a path from the top of the text version) as seen from this page.
  std::string From(std::string_view address) const;

  /// A record's name, or `words`, as a link to its place.
  void LinkTo(RecordRef record, std::string_view words = {});
  void LinkTo(std::string_view address, std::string_view words);

  /// A link into the explorer at `state`.
  void ExplorerLink(const ViewState& state, std::string_view words);

  /// The one first-level heading, with what stands under it.
  void Title(std::string_view title, std::string_view lead = {}, std::string_view language = {});

  /// Links to the other pages of a list of `count` records; nothing if there is only one.
  void Pager(std::string_view list, std::size_t first, std::size_t count);

  /// Closes the page.
  ExportedFile Finish();

 private:
  void Head(std::string_view title);
  void Navigation(std::string_view section);

  std::string path_;
  std::string up_;  ///< "../" for a page in a folder.
};

}  // namespace proviso::view
