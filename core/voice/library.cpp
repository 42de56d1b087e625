#include "core/voice/library.h"

#include <array>
#include <utility>

#include "core/io/save.h"
#include "core/voice/clause.h"
#include "core/voice/tense.h"

namespace proviso::view {
namespace {

constexpr std::array kClaimsOnly{Table::kClaims};
constexpr std::array kSearched{Table::kDocuments, Table::kActors, Table::kPropositions,
                               Table::kClaims,    Table::kTopics, Table::kEvents};

}  // namespace

Library::Library(Dataset loaded)
    : dataset(std::move(loaded)),
      index(query::BuildIndex(dataset)),
      facets(dataset),
      views(reason::BuildViews(dataset)),
      start(MakeOutcome(dataset, index, StartOutcome(dataset))),
      tenses(TensesOf(dataset)),
      lowers(LowersOf(dataset)),
      late_claims_(kClaimsOnly),
      late_everything_(kSearched) {}

const std::string& Library::digest() const {
  if (digest_.empty()) digest_ = io::Digest(dataset);
  return digest_;
}

}  // namespace proviso::view
