#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "core/base/text.h"
#include "core/view/view_state.h"

using namespace proviso;
using namespace proviso::view;

namespace {

/// Makes states in which every field is as likely to differ from its default as not.
class RandomState {
 public:
  explicit RandomState(unsigned seed) : random_(seed) {}

  ViewState Next() {
    ViewState state;
    VisitFields(state, *this);
    Normalise(&state);
    return state;
  }

  void operator()(std::string_view, std::string& text) { text = MaybeText(); }
  void operator()(std::string_view, std::vector<std::string>& list) { list = Texts(); }
  void operator()(std::string_view, bool& flag) { flag = Below(2) == 1; }
  void operator()(std::string_view, std::uint16_t& number, int low, int high) {
    const auto count = static_cast<std::size_t>(high - low + 1);
    number = static_cast<std::uint16_t>(static_cast<std::size_t>(low) + Below(count));
  }
  void operator()(std::string_view, Camera& camera) {
    if (Below(2) == 0) return;
    camera = {static_cast<std::int32_t>(Below(20'000)) - 10'000,
              static_cast<std::int32_t>(Below(20'000)) - 10'000,
              static_cast<std::uint16_t>(10 + Below(791))};
  }
  template <class E>
  requires std::is_enum_v<E>
  void operator()(std::string_view, E& word) { word = static_cast<E>(Below(kWords<E>.size())); }

  std::size_t Below(std::size_t n) { return random_() % n; }

  std::string SomeBytes(std::size_t at_most) {
    std::string bytes(Below(at_most + 1), ' ');
    for (char& c : bytes) c = static_cast<char>(Below(256));
    return bytes;
  }

 private:
  std::string MaybeText() { return Below(2) == 0 ? std::string() : SomeText(); }

  std::string SomeText() {
    constexpr char32_t kLetters[] = U"abz09-_.~ ,&=#%+\"'<>\\/\n\t¶é’中🙂\u0301";
    std::string text;
    for (std::size_t i = 0, n = 1 + Below(8); i < n; ++i)
      AppendUtf8(kLetters[Below(std::size(kLetters) - 1)], &text);
    return text;
  }

  std::vector<std::string> Texts() {
    std::vector<std::string> texts(Below(4));
    for (std::string& text : texts) text = SomeText();
    return texts;
  }

  std::mt19937 random_;
};

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
  state.words = "arms & aid, 50 %";
  state.filter.values[static_cast<std::size_t>(query::Facet::kHolder)] = {"a-hart"};
  CHECK(EncodeLink(state) ==
        "holder=a-hart&off=eu-penalties&on=relations-worsen,us-backs-independence"
        "&q=arms%20%26%20aid%2C%2050%20%25&v=claims");
}

TEST_CASE("what a link says wrongly is named and ignored, and the rest is read", "[view][link]") {
  const auto read = [](std::string_view link) { return DecodeLink(link); };

  CHECK(read("v=nowhere&q=arms").notices.size() == 1);
  CHECK(read("v=nowhere&q=arms").state.words == "arms");
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
