#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/base/text.h"
#include "core/state/view_state.h"
#include "tests/support/files.h"
#include "tests/support/random_state.h"

using namespace proviso;
using namespace proviso::view;

namespace {

bool Normal(ViewState state) {
  const ViewState before = state;
  Normalise(&state);
  return state == before;
}

}  // namespace

TEST_CASE("a link gives back the state it was made of", "[view][link]") {
  RandomState random(20231);
  for (int i = 0; i < 10'000; ++i) {
    const ViewState state = random.Next();
    const std::string link = EncodeLink(state);
    const DecodedLink read = DecodeLink(link);
    REQUIRE(read.notices.empty());
    REQUIRE(read.state == state);
    REQUIRE(DecodeLink("#" + link).state == state);
    REQUIRE(EncodeLink(read.state) == link);
  }
}

namespace {

/// Counts how often each field of a state differs from that of a new one.
struct Differing {
  std::map<std::string, int, std::less<>>& counts;
  const ViewState& state;

  template <class Field, class... Bounds>
  void operator()(std::string_view key, const Field& fresh, Bounds...) const {
    bool same = false;
    const auto compare = [&](std::string_view other, const auto& field, auto...) {
      if constexpr (std::is_same_v<std::decay_t<decltype(field)>, Field>)
        if (other == key) same = field == fresh;
    };
    VisitFields(state, compare);
    counts[std::string(key)] += same ? 0 : 1;
  }
};

}  // namespace

TEST_CASE("random states leave no field as it is", "[view][link]") {
  RandomState random(11);
  const ViewState fresh;
  std::map<std::string, int, std::less<>> counts;
  for (int i = 0; i < 1000; ++i) {
    const ViewState state = random.Next();
    VisitFields(fresh, Differing{counts, state});
  }
  CHECK(counts.size() > 40);
  for (const auto& [key, count] : counts) {
    INFO(key);
    CHECK(count > 100);
  }
}

TEST_CASE("old links still open, each as what it meant", "[view][link]") {
  std::istringstream lines(test::ReadFile("tests/golden/links.txt"));
  std::string line, link;
  int links = 0;
  std::size_t told = 0;
  DecodedLink read;
  while (std::getline(lines, line)) {
    if (line.empty() || line[0] == '#') continue;
    INFO(link << " / " << line);
    const std::string rest = line.size() > 2 ? line.substr(2) : std::string();
    switch (line[0]) {
      case '<':
        REQUIRE(told == read.notices.size());
        link = rest;
        read = DecodeLink(link);
        told = 0;
        ++links;
        break;
      case '=':
        CHECK(EncodeLink(read.state) == rest);
        CHECK(DecodeLink(rest).state == read.state);
        break;
      case '!':
        REQUIRE(told < read.notices.size());
        CHECK(read.notices[told++] == rest);
        break;
      default:
        FAIL("no such line");
    }
  }
  CHECK(told == read.notices.size());
  CHECK(links >= 20);
}

TEST_CASE("the start has an empty link, and an empty link is the start", "[view][link]") {
  CHECK(EncodeLink(ViewState{}).empty());
  CHECK(DecodeLink("").state == ViewState{});
  CHECK(DecodeLink("#").state == ViewState{});
  CHECK(DecodeLink("&&&").notices.empty());
}

TEST_CASE("a link is readable: keys in order, ids plain, defaults left out", "[view][link]") {
  ViewState state;
  state.view = ViewId::kClaims;
  state.on = {"us-backs-independence", "relations-worsen"};
  state.off = {"eu-penalties"};
  state.claims.words = "arms & aid, 50 %";
  state.claims.filter.values[static_cast<std::size_t>(query::Facet::kHolder)] = {"a-hart"};
  CHECK(EncodeLink(state) ==
        "holder=a-hart&off=eu-penalties&on=relations-worsen,us-backs-independence"
        "&q=arms%20%26%20aid%2C%2050%20%25&v=claims");
}

TEST_CASE("what a link says wrongly is named and ignored, and the rest is read", "[view][link]") {
  const auto read = [](std::string_view link) { return DecodeLink(link); };

  CHECK(read("v=nowhere&q=arms").notices.size() == 1);
  CHECK(read("v=nowhere&q=arms").state.claims.words == "arms");
  CHECK(read("v=nowhere").state.view == ViewId::kWhatIf);
  CHECK(read("colour=red").notices.size() == 1);
  CHECK(read("text=99").notices.size() == 1);
  CHECK(read("text=201").state.text_percent == 100);
  CHECK(read("text=1e2").notices.size() == 1);
  CHECK(read("strict=yes").notices.size() == 1);
  CHECK_FALSE(read("strict=yes").state.strict);
  CHECK(read("q=%").notices.size() == 1);
  CHECK(read("q=%4").notices.size() == 1);
  CHECK(read("q=%GG").notices.size() == 1);
  CHECK(read("q=%FF").notices.size() == 1);
  CHECK(read("q=\xC0\xAF").notices.size() == 1);
  CHECK(read("v=claims&v=actors").state.view == ViewId::kClaims);
  CHECK(read("v=claims&v=actors").notices.size() == 1);
  CHECK(read("on=a,b&off=b").notices.size() == 1);
  CHECK(read("on=a,b&off=b").state.off.empty());
  CHECK(read("on=,,a,,a,").state.on == std::vector<std::string>{"a"});
  CHECK(read("=").notices.size() == 1);
  CHECK(read("v").notices.size() == 1);
}

TEST_CASE("any bytes can be read as a link, into a state that has a link", "[view][link]") {
  RandomState random(7);
  for (int i = 0; i < 10'000; ++i) {
    std::string link = random.Below(2) == 0 ? random.SomeBytes(60) : EncodeLink(random.Next());
    for (std::size_t n = random.Below(4); n > 0 && !link.empty(); --n)
      link[random.Below(link.size())] = static_cast<char>(random.Below(256));
    const DecodedLink read = DecodeLink(link);
    REQUIRE(Normal(read.state));
    REQUIRE(DecodeLink(EncodeLink(read.state)).state == read.state);
    for (const std::string& notice : read.notices) REQUIRE_FALSE(FirstInvalidUtf8(notice));
  }
}

TEST_CASE("a link of a hundred thousand bad parts brings a screenful of notices", "[view][link]") {
  std::string link;
  for (int i = 0; i < 100'000; ++i) link += "bad" + std::to_string(i) + "&";
  const DecodedLink read = DecodeLink(link);
  CHECK(read.notices.size() == 21);
  CHECK(read.notices.back() == "Further parts of the link were left out: 99980.");
}
