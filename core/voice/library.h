#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/model/dataset.h"
#include "core/query/facets.h"
#include "core/query/index.h"
#include "core/query/search.h"
#include "core/reason/views.h"
#include "core/voice/outcome.h"
#include "core/words/say.h"

namespace proviso::view {

struct Ahead;

/// A dataset with everything that is derived from it once: what every model is built from.
struct Library {
  explicit Library(Dataset loaded);

  Dataset dataset;
  query::Index index;
  query::FacetTable facets;
  reason::Views views;
  Outcome start;                     ///< The outcome that the dataset begins with.
  std::vector<Tense> tenses;         ///< By proposition; voice/tense.h.
  std::vector<std::uint8_t> lowers;  ///< By proposition; voice/clause.h.
  Say say;                           ///< The language of the interface; the dataset keeps its own.

  /// For the words over the claim list.
  const query::SearchIndex& claims() const { return late_claims_.Of(dataset); }
  /// For the palette.
  const query::SearchIndex& everything() const { return late_everything_.Of(dataset); }

  /// That of the dataset; worked out when it is first asked for.
  const std::string& digest() const;

  /// What else is made of the whole when it is first asked for; voice/ahead.h.
  Ahead& ahead() const;

 private:
  query::LateSearch late_claims_, late_everything_;
  mutable std::string digest_;
  mutable std::shared_ptr<Ahead> ahead_;
};

}  // namespace proviso::view
