#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/dataset.h"
#include "core/query/facets.h"
#include "core/query/search.h"
#include "core/reason/live.h"
#include "core/reason/views.h"

namespace proviso::view {

struct Library;

/// Answers what a program asks about one dataset: the whole of the headless module.
///
/// A request is a JSON object; `do` says what, further fields with what. Results are JSON as the
/// command line prints it under --json (compact), except where the table says bytes.
///
/// | do | fields | result |
/// |---|---|---|
/// | open | limits?: "none"; payload: the file | counts (null if refused), errors, warnings |
/// | ask | target, on?, off?, view?, strict? | answers, as `AnswersJson` |
/// | live | target | views (actor ids each), statuses, strengths, directions: what bytes mean |
/// | suppose | on?, off?, strict? | four bytes a view: status, negated, deficit, direction |
/// | find | words, tables?, limit? | `HitsJson` |
/// | values | topics?: "first" | {facet: [values]} |
/// | count | filter?: {facet: [values]}, topics? | four bytes a value, in the order of `values` |
/// | cells | facets: three, topics? | sixteen bytes a cell: places in `values`, claims |
/// | locate | document; payload: the text | `LocateJson` |
/// | page | | [{path, text}]: the text version |
/// | skeleton | text?: folder | HTML |
/// | outline | | HTML: all of it in one fragment |
/// | csv | table | `io::SaveCsv` |
/// | canon | | the canonical bytes |
/// | digest | | {sha256} |
///
/// What a request needs is built when it first does, and kept: views, an index, facets, the live
/// answers on the outcome that `live` named last.
class Service {
 public:
  Service();
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  /// Carries out `request`. True: `*output` is the result. False: it is a report of problems,
  /// {"errors", "warnings"}; those of a call that cannot be carried out have the code "call".
  bool Call(std::string_view request, std::string_view payload, std::string* output);

 private:
  class Request;
  bool Carry(const Request& request, std::string_view payload, std::string* output);
  bool Open(const Request& request, std::string_view file, std::string* output);
  bool Ask(const Request& request, std::string* output);
  bool Live(const Request& request, std::string* output);
  bool Suppose(const Request& request, std::string* output);
  bool Find(const Request& request, std::string* output);
  bool Values(const Request& request, std::string* output);
  bool Count(const Request& request, std::string* output);
  bool Cells(const Request& request, std::string* output);
  bool Locate(const Request& request, std::string_view text, std::string* output);
  bool Csv(const Request& request, std::string* output);
  void Page(std::string* output);

  const Dataset& dataset() const;
  const Library& library();
  const reason::Views& views();
  const query::FacetTable& facets(const Request& request);

  std::optional<Dataset> dataset_;
  std::unique_ptr<Library> library_;  ///< Once it is there, the dataset is in it.
  std::optional<reason::Views> views_;
  std::optional<reason::LiveAnswers> live_;
  std::optional<query::FacetTable> facets_;
  query::TopicsOfClaim topics_ = query::TopicsOfClaim::kAll;
  std::optional<query::SearchIndex> search_;
  std::vector<Table> searched_;
  std::array<std::vector<std::uint32_t>, query::kFacetCount> counts_;  ///< Kept for its memory.
  /// Of `facets_`: the cells that were asked for last, which no filter changes.
  std::array<query::Facet, 3> cell_facets_{};
  std::optional<std::vector<query::FacetCell>> cells_;
};

}  // namespace proviso::view
