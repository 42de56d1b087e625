// What is kept from frame to frame is made anew for everything that it depends on.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/frame.h"
#include "core/canvas/kept.h"
#include "core/canvas/picture.h"
#include "core/io/load.h"
#include "core/state/update.h"
#include "core/views/actors/graph.h"
#include "core/window/build_frame.h"
#include "tests/support/files.h"

namespace proviso::view {
namespace {

const Library& Bundled() {
  static const Library library = [] {
    Result<io::Loaded> loaded = io::Load(test::ReadFile("data/china-military-aid.json"));
    REQUIRE(loaded.ok());
    return Library(std::move(loaded).value().dataset);
  }();
  return library;
}

std::string Drawn(const std::string& link, FrameCache* cache) {
  Session session;
  std::vector<Effect> effects;
  OpenLink(Bundled(), link, session, effects);
  const TableMeasure measure;
  return FrameToSvg(BuildFrame(Bundled(), session, Viewport{}, measure, cache), Palette::kLight,
                    measure);
}

/// What is added to the link of a view to set one field otherwise.
struct Case {
  std::string_view view;
  std::vector<std::string_view> fields;
};

ViewState StateOf(const std::string& link) { return DecodeLink(link).state; }

}  // namespace

TEST_CASE("through one cache a change of any field draws what a fresh build draws",
          "[view][cache]") {
  const std::vector<Case> cases{
      {"what-if",
       {"t=china-attacks-taiwan", "on=us-strengthens-taiwan-ties", "off=us-strengthens-taiwan-ties",
        "strict=1", "why=a-blog-author", "holder=a-raska", "document=d-news",
        "beside=1&beside-on=us-strengthens-taiwan-ties",
        "beside=1&beside-off=us-strengthens-taiwan-ties", "text=150"}},
      {"matrix",
       {"t=china-attacks-taiwan", "holder=a-raska", "topic=t-taiwan", "q=taiwan", "from=2023-04",
        "to=2022", "cols=propositions", "rows=topic", "rows=document", "order=count",
        "order=similarity", "min=3", "hide-silent=1", "sel=a-raska",
        "on=us-strengthens-taiwan-ties"}},
      {"claims",
       {"t=china-attacks-taiwan", "holder=a-raska", "modality=likely", "q=taiwan", "from=2023-04",
        "to=2022", "sort=holder", "sort=place", "sort=confidence", "group=topic", "group=holder",
        "sel=a-raska", "text=150"}},
      {"map",
       {"t=china-attacks-taiwan", "holder=a-raska", "q=taiwan", "from=2023-04", "to=2022",
        "steps=1", "arrows=a-raska", "on=us-strengthens-taiwan-ties", "list=1", "sel=a-raska",
        "cam=200,200,150"}},
      {"timeline",
       {"holder=a-raska", "q=taiwan", "from=2023-04", "to=2022", "sel=a-raska", "group=topic",
        "cam=200,0,150", "list=1"}},
      {"compare",
       {"a=a-raska", "b=a-raska", "verdict=agree", "t=china-attacks-taiwan", "holder=a-raska",
        "q=taiwan", "from=2023-04", "to=2022"}},
      {"sources", {"doc=d-news", "sel=a-raska", "holder=a-raska", "q=taiwan"}},
      {"questions", {"step=ask-victory", "list=1"}}};
  for (const Case& one : cases) {
    const std::string before = "v=" + std::string(one.view);
    FrameCache cache;
    const std::string first = Drawn(before, &cache);
    CHECK(first == Drawn(before, nullptr));
    for (const std::string_view field : one.fields) {
      const std::string after = before + "&" + std::string(field);
      INFO(after);
      const bool same = Drawn(after, &cache) == Drawn(after, nullptr);
      CHECK(same);
      const bool back = Drawn(before, &cache) == first;
      CHECK(back);
    }
  }
}

TEST_CASE("two networks are the same only if nothing that makes one differs", "[view][cache]") {
  const ViewState plain = StateOf("v=actors");
  CHECK(SameActorsGraph(plain, plain));
  for (const char* field : {"holder=a", "topic=t", "year=2023", "q=x", "from=2023", "to=2023",
                            "no-edges=reports", "only=a", "steps=1"}) {
    INFO(field);
    const ViewState other = StateOf("v=actors&" + std::string(field));
    CHECK_FALSE(SameActorsGraph(plain, other));
    CHECK_FALSE(SameActorsGraph(other, plain));
  }
  // What is selected matters only where steps are counted from it.
  CHECK(SameActorsGraph(plain, StateOf("v=actors&sel=a")));
  CHECK_FALSE(SameActorsGraph(StateOf("v=actors&steps=1"), StateOf("v=actors&steps=1&sel=a")));
  // What only changes how it is looked at.
  for (const char* field : {"cam=1,1,100", "pins=a@1@1", "on=p", "sort=place", "text=150"}) {
    INFO(field);
    CHECK(SameActorsGraph(plain, StateOf("v=actors&" + std::string(field))));
  }
}

}  // namespace proviso::view
