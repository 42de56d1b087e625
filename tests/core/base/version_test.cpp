#include "core/base/version.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

TEST_CASE("the version is three numbers with dots between", "[base]") {
  const std::string_view version = proviso::Version();
  CHECK(std::count(version.begin(), version.end(), '.') == 2);
  CHECK(version.find_first_not_of("0123456789.") == std::string_view::npos);
}
