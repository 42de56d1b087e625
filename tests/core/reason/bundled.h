#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/io/load.h"
#include "core/reason/answer.h"
#include "tests/support/files.h"

namespace proviso::test {

/// The dataset that Proviso ships, ready to be asked.
struct Bundled {
  Bundled() : data(Read()), views(reason::BuildViews(data)) {}

  static Dataset Read() {
    auto loaded = io::Load(ReadFile("data/china-military-aid.json"));
    REQUIRE(loaded.ok());
    return std::move(loaded->dataset);
  }
  std::vector<reason::Answer> AskAll(Literal target, const std::vector<Literal>& supposed) const {
    const auto scenario = reason::MakeScenario(data, supposed);
    REQUIRE(scenario.ok());
    return reason::AskAll(data, views, target, *scenario);
  }
  /// Actor ids joined by `>`.
  std::string Path(reason::ViewIndex view) const {
    std::string path;
    for (const ActorId actor : reason::PathOf(views, view))
      path += (path.empty() ? "" : ">") + std::string(data[actor].id);
    return path;
  }
  /// Nothing supposed, then each lever on and off.
  std::vector<std::vector<Literal>> SingleLevers() const {
    std::vector<std::vector<Literal>> all = {{}};
    for (const PropositionId lever : Levers(data, StartOutcome(data)))
      for (const bool off : {false, true}) all.push_back({Literal(lever, off)});
    return all;
  }

  Dataset data;
  reason::Views views;
};

}  // namespace proviso::test
