// The last values that a link takes and keeps, and the first that it does not.

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "core/state/view_state.h"

namespace proviso::view {
namespace {

std::string Kept(const std::string& link) { return EncodeLink(DecodeLink(link).state); }

bool Read(const std::string& key, const std::string& value) {
  ViewState state;
  return ReadField(key, value, &state);
}

}  // namespace

TEST_CASE("a camera a million points off survives its link", "[view][link]") {
  for (const char* camera : {"1000000,-1000000,100", "-1000000,1000000,10", "999999,0,800",
                             "-999999,-1,11", "0,0,100", "0,1000000,799"}) {
    INFO(camera);
    CHECK(Kept("cam=" + std::string(camera)) == "cam=" + std::string(camera));
  }
  ViewState state;
  for (const std::int32_t far : {1'000'000, -1'000'000, 999'999}) {
    state.camera = {far, -far, 100};
    CHECK(DecodeLink(EncodeLink(state)).state == state);
  }
  // Beyond, it is brought back to the edge.
  state.camera = {1'000'001, -2'000'000, 900};
  Normalise(&state);
  CHECK(state.camera == Camera{1'000'000, -1'000'000, 800});
  state.camera = {5, 5, 3};
  Normalise(&state);
  CHECK(state.camera == Camera{5, 5, 10});
  state.camera = {5, 5, 0};  // All of it: from nowhere in particular.
  Normalise(&state);
  CHECK(state.camera == Camera{});
}

TEST_CASE("numbers in a link have up to seven digits and no needless sign or zero",
          "[view][link]") {
  for (const char* good : {"1,2,10", "-1,2,800", "9999999,0,100", "0,-9999999,100", "0,0,0"}) {
    INFO(good);
    CHECK(Read("cam", good));
  }
  for (const char* bad :
       {"",          "1",        "1,2",       "1,2,",     ",2,3",           "1,,3",
        "1,2,3,4",   "-0,2,100", "01,2,100",  "+1,2,100", "10000000,2,100", "-10000000,2,100",
        "1,2,-1",    "1,2,801",  "1.5,2,100", " 1,2,100", "1,2,100 ",       "0x1,2,100",
        "--1,2,100", "-,2,100"}) {
    INFO(bad);
    CHECK_FALSE(Read("cam", bad));
  }
  for (const auto& [key, low, high] :
       {std::tuple{"min", 1, 999}, {"steps", 0, 9}, {"text", 100, 200}}) {
    INFO(key);
    CHECK(Read(key, std::to_string(low)));
    CHECK(Read(key, std::to_string(high)));
    CHECK_FALSE(Read(key, std::to_string(low - 1)));
    CHECK_FALSE(Read(key, std::to_string(high + 1)));
  }
  CHECK_FALSE(Read("min", ""));
  CHECK_FALSE(Read("min", "-5"));
}

TEST_CASE("numbers out of bounds are brought to the nearest", "[view][link]") {
  ViewState state;
  state.min_count = 0;
  state.steps = 10;
  state.text_percent = 99;
  Normalise(&state);
  CHECK(state.min_count == 1);
  CHECK(state.steps == 9);
  CHECK(state.text_percent == 100);
  state.min_count = 1000;
  state.text_percent = 201;
  Normalise(&state);
  CHECK(state.min_count == 999);
  CHECK(state.text_percent == 200);
}

TEST_CASE("a flag is 1 or nothing", "[view][link]") {
  for (const char* key : {"strict", "beside", "hide-silent", "list"}) {
    CHECK(Read(key, "1"));
    CHECK(Read(key, ""));
    for (const char* bad : {"0", "true", "11", " 1"}) CHECK_FALSE(Read(key, bad));
  }
  CHECK(Kept("strict=1") == "strict=1");
  CHECK(Kept("strict=").empty());
}

TEST_CASE("an escape is two hexadecimal digits, also at the very end", "[view][link]") {
  CHECK(Kept("q=%41") == "q=A");
  CHECK(Kept("q=a%2C") == "q=a%2C");
  CHECK(Kept("q=%c3%A9") == "q=%C3%A9");
  for (const char* bad : {"q=%", "q=%4", "q=a%", "q=a%4", "q=%4g", "q=%G4", "q=%C3", "q=%ff"}) {
    INFO(bad);
    CHECK(DecodeLink(bad).notices.size() == 1);
    CHECK(Kept(bad).empty());
  }
  CHECK(Kept("on=a%2Cb,c") == "on=a,b,c");  // No id has a comma.
  CHECK(Kept("on=,a,,b,") == "on=a,b");
  CHECK(Kept("on=b,a,b") == "on=a,b");
}

TEST_CASE("the first of two counts, and on counts before off", "[view][link]") {
  CHECK(Kept("q=a&q=b") == "q=a");
  CHECK(DecodeLink("q=a&q=b").notices.size() == 1);
  CHECK(DecodeLink("q=%&q=b").state.claims.words == "b");  // The first cannot be read.
  CHECK(Kept("on=a,b&off=b,c") == "off=c&on=a,b");
  CHECK(DecodeLink("on=a,b&off=b,c").notices.size() == 1);
  CHECK(DecodeLink("on=a&off=c").notices.empty());
  CHECK(Kept("beside=1&beside-on=a&beside-off=a,b") == "beside=1&beside-off=b&beside-on=a");
  CHECK(Kept("beside-on=a&beside-off=b&beside-name=n").empty());
}

TEST_CASE("twenty things that are wrong are named, the others counted", "[view][link]") {
  const auto notices = [](int wrong) {
    std::string link = "#";
    for (int i = 0; i < wrong; ++i) link += "&x" + std::to_string(i) + "=1";
    return DecodeLink(link).notices;
  };
  CHECK(notices(0).empty());
  CHECK(notices(19).size() == 19);
  CHECK(notices(20).size() == 20);
  CHECK(notices(21).size() == 21);
  CHECK(notices(21).back() == "Further parts of the link were left out: 1.");
  CHECK(notices(30).size() == 21);
  CHECK(notices(30).back() == "Further parts of the link were left out: 10.");
}

TEST_CASE("what is shown of a bad part is forty characters of ASCII", "[view][link]") {
  const auto shown = [](const std::string& part) {
    const auto notices = DecodeLink(part).notices;
    REQUIRE(notices.size() == 1);
    const std::size_t begin = notices[0].find("“") + 3;
    return notices[0].substr(begin, notices[0].find("”") - begin);
  };
  CHECK(shown(std::string(40, 'x')) == std::string(40, 'x'));
  CHECK(shown(std::string(41, 'x')) == std::string(40, 'x') + "…");
  CHECK(shown("a\x1F b\x7F~") == "a? b?~");
  CHECK(shown("\xC3\xA9") == "??");
}

TEST_CASE("a lever is on, off or open, as the lists say", "[view][link]") {
  ViewState state;
  state.on = {"a", "c"};
  state.off = {"b", "d"};
  CHECK(LeverOf(state, "a") == Lever::kOn);
  CHECK(LeverOf(state, "c") == Lever::kOn);
  CHECK(LeverOf(state, "d") == Lever::kOff);
  CHECK(LeverOf(state, "e") == Lever::kOpen);
  CHECK(LeverOf(state, "") == Lever::kOpen);
}

}  // namespace proviso::view
