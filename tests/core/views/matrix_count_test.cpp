#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "core/views/claims/model.h"
#include "tests/support/matrix_reader.h"

namespace proviso::test {
namespace {

using nlohmann::json;

// Counting again, from the text of the file and without the library.

using Cells = std::map<std::pair<std::string, std::string>, std::set<std::string>>;

std::string Str(const json& word) { return word.get<std::string>(); }

std::string Plain(const json& literal) {
  return literal.is_string() ? Str(literal) : Str(literal.at("not"));
}

class Counter {
 public:
  Counter(const std::string& text, const std::string& target) : data_(json::parse(text)) {
    for (const json& link : data_["conditions"]) links_[Str(link["id"])] = &link;
    for (const json& passage : data_["passages"])
      document_[Str(passage["id"])] = Str(passage["document"]);
    target_ = target.empty() ? Str(data_["dataset"]["start"]) : target;
    reach_ = {target_};
    for (const json& p : data_["propositions"])
      for (const json& near : p.value("near", json::array()))
        if (near["to"] == target_) reach_.insert(Str(p["id"]));
    for (std::size_t before = 0; before != reach_.size();) {
      before = reach_.size();
      for (const auto& [id, link] : links_) {
        if (link->at("form") == "explains") {
          for (const json& effect : link->at("antecedents"))
            if (reach_.count(Plain(effect)) != 0) reach_.insert(Plain(link->at("consequent")));
        } else if (reach_.count(Plain(link->at("consequent"))) != 0) {
          for (const std::string& p : Sources(*link)) reach_.insert(p);
        }
      }
    }
  }

  Cells Count(const query::ClaimFilter& filter, bool links) const {
    Cells cells;
    for (const json& claim : data_["claims"]) {
      if (!Passes(claim, filter)) continue;
      for (const std::string& p : ColumnsOf(claim, links))
        cells[{Str(claim["attribution"].back()["actor"]), p}].insert(Str(claim["id"]));
    }
    return cells;
  }

 private:
  static std::set<std::string> Sources(const json& link) {
    std::set<std::string> sources;
    for (const json& from : link.at("antecedents")) sources.insert(Plain(from));
    for (const json& from : link.value("unless", json::array())) sources.insert(Plain(from));
    return sources;
  }
  bool Bears(const json& link) const {
    if (reach_.count(Plain(link.at("consequent"))) != 0) return true;
    if (link.at("form") != "explains") return false;
    for (const json& effect : link.at("antecedents"))
      if (reach_.count(Plain(effect)) != 0) return true;
    return false;
  }
  /// The propositions from which some link leads toward the outcome.
  bool IsCondition(const std::string& p) const {
    for (const auto& [id, link] : links_) {
      if (link->at("form") == "explains") {
        if (Plain(link->at("consequent")) != p) continue;
        for (const json& effect : link->at("antecedents"))
          if (reach_.count(Plain(effect)) != 0) return true;
      } else if (Sources(*link).count(p) != 0 && reach_.count(Plain(link->at("consequent"))) != 0) {
        return true;
      }
    }
    return false;
  }
  std::set<std::string> ColumnsOf(const json& claim, bool links) const {
    std::set<std::string> columns;
    const json& about = claim["about"];
    std::vector<std::string> sides;
    if (about.contains("comparison")) {
      sides.push_back(Str(about["comparison"]["more"]));
      if (about["comparison"].contains("less")) sides.push_back(Str(about["comparison"]["less"]));
    }
    if (!links) {
      if (about.contains("proposition")) columns.insert(Plain(about["proposition"]));
      for (const std::string& side : sides)
        if (links_.count(side) == 0) columns.insert(side);
      return columns;
    }
    if (about.contains("condition")) sides.push_back(Str(about["condition"]));
    bool bears = false;
    for (const std::string& side : sides) {
      const bool link = links_.count(side) != 0;
      bears |= link ? Bears(*links_.at(side)) : reach_.count(side) != 0;
      if (!link)
        columns.insert(side);
      else if (links_.at(side)->at("form") == "explains")
        columns.insert(Plain(links_.at(side)->at("consequent")));
      else
        columns.merge(Sources(*links_.at(side)));
    }
    std::set<std::string> kept;
    for (const std::string& p : columns)
      if (bears && p != target_ && IsCondition(p)) kept.insert(p);
    return kept;
  }
  bool Passes(const json& claim, const query::ClaimFilter& filter) const {
    const auto pass = [&](query::Facet facet, const std::set<std::string>& values) {
      const std::vector<std::string>& wanted = filter.values[static_cast<std::size_t>(facet)];
      return wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const auto& value) {
               return values.count(value) != 0;
             });
    };
    std::set<std::string> topics;
    for (const json& topic : claim.value("topics", json::array())) topics.insert(Str(topic));
    if (topics.empty()) topics.insert("none");
    std::string form = "none";
    if (claim["about"].contains("condition"))
      form = Str(links_.at(Str(claim["about"]["condition"]))->at("form"));
    return pass(query::Facet::kHolder, {Str(claim["attribution"].back()["actor"])}) &&
           pass(query::Facet::kDocument, {document_.at(Str(claim["passages"][0]))}) &&
           pass(query::Facet::kModality, {claim.value("modality", std::string("stated"))}) &&
           pass(query::Facet::kTopic, topics) && pass(query::Facet::kForm, {form});
  }

  json data_;
  std::map<std::string, const json*> links_;
  std::map<std::string, std::string> document_;
  std::string target_;
  std::set<std::string> reach_;
};

/// Checks every cell against the count, and what it opens. Returns how many claims the cells hold.
std::size_t CheckCells(Reader reader, const Counter& counter) {
  const bool links = reader.state().matrix_columns == MatrixColumns::kConditions;
  const Cells expected = counter.Count(reader.state().claims.filter, links);
  const MatrixTable table = reader.Table();
  std::size_t found = 0, cells = 0;
  for (std::uint32_t r = 0; r < table.rows.size(); ++r)
    for (std::uint32_t c = 0; c < table.columns.size(); ++c) {
      const MatrixBox box = BoxOf(reader.library, reader.session, table, r, c);
      const std::size_t tilde = box.id.find('~');
      const auto counted = expected.find({box.id.substr(0, tilde), box.id.substr(tilde + 1)});
      const std::size_t count = counted == expected.end() ? 0 : counted->second.size();
      INFO(box.id << ": " << box.name);
      REQUIRE(box.claims == count);
      REQUIRE((box.gap == MatrixGap::kNone) == (count > 0));
      REQUIRE(!box.name.empty());
      if (count == 0) continue;
      ++cells;
      found += count;
      const InspectorModel opened = reader.Inspect(box.id);
      REQUIRE(!opened.related.empty());
      const RelatedList& list = opened.related.front();
      REQUIRE(list.title.find("(" + std::to_string(count) + ")") != std::string::npos);
      REQUIRE(list.rows.size() == std::min<std::size_t>(count, 12));
      for (const RelatedRow& row : list.rows) REQUIRE(counted->second.count(row.id) == 1);
      for (const Action& action : opened.actions) {
        if (action.words != "Show these claims" && action.words != "Show it among the claims")
          continue;
        const ClaimOrder order =
            OrderClaims(reader.library, (action.command).As<SetState>()->state);
        REQUIRE(order.claims.size() == count);
        for (const ClaimId id : order.claims)
          REQUIRE(counted->second.count(std::string(reader.library.dataset[id].id)) == 1);
      }
    }
  if (reader.state().min_count == 1) REQUIRE(cells == expected.size());
  return found;
}

}  // namespace

TEST_CASE("the number in a cell is the number of claims it opens, counted again from the file",
          "[matrix][property]") {
  struct Source {
    const Library& library;
    std::string text;
  };
  for (const Source& source :
       {Source{HarbourOnce(), std::string(kHarbour)}, Source{Real(), RealText()}}) {
    const Counter counter(source.text, "");
    Reader reader(source.library);
    for (const MatrixColumns columns : {MatrixColumns::kConditions, MatrixColumns::kPropositions}) {
      reader.state().matrix_columns = columns;
      reader.state().claims.filter = {};
      CHECK(CheckCells(reader, counter) > 4);
      reader.state().hide_silent = true;
      reader.state().min_count = 2;
      reader.state().matrix_rows = MatrixRows::kDocument;
      CheckCells(reader, counter);
      reader.state().min_count = 1;
      // Every value of these facets alone, then two at once.
      const auto values = source.library.facets.Count({});
      for (const query::Facet facet : {query::Facet::kDocument, query::Facet::kTopic,
                                       query::Facet::kForm, query::Facet::kModality})
        for (const query::FacetValue& value : values[static_cast<std::size_t>(facet)]) {
          reader.state().claims.filter = {};
          reader.Filter(facet, {std::string(value.value)});
          CheckCells(reader, counter);
          reader.Filter(query::Facet::kHolder,
                        {std::string(values[0][0].value), std::string(values[0].back().value)});
          CheckCells(reader, counter);
        }
    }
  }
}

TEST_CASE("another outcome has other conditions, counted the same way", "[matrix][property]") {
  Reader reader(Real());
  reader.state().target = "china-attacks-taiwan";
  CheckCells(reader, Counter(RealText(), "china-attacks-taiwan"));
  const std::vector<std::string> columns = reader.Columns();
  CHECK(std::find(columns.begin(), columns.end(), "china-attacks-taiwan") == columns.end());
}

}  // namespace proviso::test
