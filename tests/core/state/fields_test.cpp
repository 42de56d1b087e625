// Each field of a state matters: changing it changes what is on screen in some view.

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/frame.h"
#include "core/canvas/picture.h"
#include "core/io/load.h"
#include "core/state/update.h"
#include "core/window/build_frame.h"
#include "tests/support/files.h"

namespace proviso::view {
namespace {

/// A link, and what is added to it to set one field otherwise.
struct Pair {
  std::string_view before, more;
};

const std::map<std::string, Pair, std::less<>>& Pairs() {
  static const std::map<std::string, Pair, std::less<>> pairs{
      {"v", {"", "v=claims"}},
      {"t", {"", "t=china-attacks-taiwan"}},
      {"on", {"", "on=us-strengthens-taiwan-ties"}},
      {"off", {"", "off=us-strengthens-taiwan-ties"}},
      {"strict", {"on=us-strengthens-taiwan-ties&why=a-blog-author", "strict=1"}},
      {"name", {"beside=1&on=us-strengthens-taiwan-ties", "name=Mine"}},
      {"why", {"on=us-strengthens-taiwan-ties", "why=a-blog-author"}},
      {"beside", {"on=us-strengthens-taiwan-ties", "beside=1"}},
      {"beside-on", {"beside=1", "beside-on=us-strengthens-taiwan-ties"}},
      {"beside-off", {"beside=1", "beside-off=us-strengthens-taiwan-ties"}},
      {"beside-name", {"beside=1", "beside-name=Yours"}},
      {"sel", {"v=claims", "sel=a-raska"}},
      {"doc", {"v=sources", "doc=d-news"}},
      {"holder", {"v=claims", "holder=a-raska"}},
      {"document", {"v=claims", "document=d-news"}},
      {"topic", {"v=claims", "topic=t-taiwan"}},
      {"proposition", {"v=claims", "proposition=china-attacks-taiwan"}},
      {"direction", {"v=claims", "direction=less"}},
      {"modality", {"v=claims", "modality=likely"}},
      {"stance", {"v=claims", "stance=disputes"}},
      {"evidence", {"v=claims", "evidence=denied"}},
      {"act", {"v=claims", "act=threat"}},
      {"kind", {"v=claims", "kind=fact"}},
      {"form", {"v=claims", "form=if"}},
      {"year", {"v=claims", "year=2022"}},
      {"q", {"v=claims", "q=taiwan"}},
      {"from", {"v=claims", "from=2023-04"}},
      {"to", {"v=claims", "to=2023-04"}},
      {"sort", {"v=claims", "sort=holder"}},
      {"group", {"v=claims", "group=topic"}},
      {"cols", {"v=matrix", "cols=propositions"}},
      {"rows", {"v=matrix", "rows=topic"}},
      {"order", {"v=matrix", "order=count"}},
      {"min", {"v=matrix", "min=3"}},
      {"hide-silent", {"v=matrix", "hide-silent=1"}},
      {"steps", {"v=map", "steps=1"}},
      {"list", {"v=map", "list=1"}},
      {"arrows", {"v=map", "arrows=a-raska"}},
      {"a", {"v=compare", "a=a-raska"}},
      {"b", {"v=compare", "b=a-raska"}},
      {"verdict", {"v=compare", "verdict=agree"}},
      {"step", {"v=questions", "step=ask-victory"}},
      {"cam", {"v=map", "cam=200,200,150"}},
      {"text", {"", "text=150"}},
      {"open", {"", "open=silent"}},
      {"no-edges", {"v=actors", "no-edges=reports"}},
      {"only", {"v=actors", "only=a-raska"}},
      {"pins", {"v=actors", "pins=a-raska%4010%4020"}},
  };
  return pairs;
}

const Library& Bundled() {
  static const Library library = [] {
    Result<io::Loaded> loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
    REQUIRE(loaded.ok());
    return Library(std::move(loaded).value().dataset);
  }();
  return library;
}

std::string SvgOf(const std::string& link) {
  Session session;
  std::vector<Effect> effects;
  OpenLink(Bundled(), link, session, effects);
  INFO(link);
  CHECK(session.notices.empty());
  const TableMeasure measure;
  return FrameToSvg(BuildFrame(Bundled(), session, Viewport{}, measure), Palette::kLight, measure);
}

struct Keys {
  std::set<std::string, std::less<>>& keys;
  template <class Field, class... Bounds>
  void operator()(std::string_view key, const Field&, Bounds...) const {
    keys.emplace(key);
  }
};

}  // namespace

TEST_CASE("each field of a state is seen to matter in some view", "[view][link][fields]") {
  std::set<std::string, std::less<>> keys;
  const ViewState fresh;
  VisitFields(fresh, Keys{keys});
  CHECK(keys.size() == Pairs().size());
  for (const std::string& key : keys) {
    INFO(key);
    const auto pair = Pairs().find(key);
    REQUIRE(pair != Pairs().end());
    std::string after(pair->second.before);
    after += (after.empty() ? "" : "&") + std::string(pair->second.more);
    REQUIRE(EncodeLink(DecodeLink(after).state).find(key + "=") != std::string::npos);
    CHECK(SvgOf(std::string(pair->second.before)) != SvgOf(after));
  }
}

}  // namespace proviso::view
