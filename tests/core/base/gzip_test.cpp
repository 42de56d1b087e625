#include "core/base/gzip.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>

#include "tests/support/files.h"
#include "tests/support/unpacked.h"

using namespace proviso;

TEST_CASE("the check sum and base64 are those of the standards", "[base][gzip]") {
  CHECK(Crc32("123456789") == 0xcbf43926U);
  CHECK(Crc32("6789", Crc32("12345")) == 0xcbf43926U);
  CHECK(Crc32("") == 0);
  CHECK(Base64("") == "");
  CHECK(Base64("f") == "Zg==");
  CHECK(Base64("fo") == "Zm8=");
  CHECK(Base64("foo") == "Zm9v");
  CHECK(Base64("foobar") == "Zm9vYmFy");
  CHECK(Base64("\xff\xfe\xfd") == "//79");
  CHECK(Base91("") == "");
  CHECK(Base91("f") == "-#");
  CHECK(Base91("foobar") == "@NmYOhQ$");
}

TEST_CASE("what is packed is unpacked to the same bytes, and is smaller where it repeats",
          "[base][gzip]") {
  std::string every;
  for (int i = 0; i < 256; ++i) every += static_cast<char>(i);
  std::string noise;
  std::uint32_t seed = 1;
  for (int i = 0; i < 70000; ++i) {
    seed = seed * 1664525U + 1013904223U;
    noise += static_cast<char>(seed >> 24);
  }
  const std::string dataset = test::ReadFile("data/samples/everything.json");
  for (const std::string& bytes :
       {std::string(), std::string("a"), std::string("abcabc"), std::string(100000, 'x'), every,
        noise, noise + every + noise, dataset, dataset + noise.substr(0, 33000) + dataset})
    CHECK(test::Unpacked(Gzip(bytes)) == bytes);
  CHECK(Gzip(dataset).size() < dataset.size() / 2);
  // Codes of its own for each block: the format's fixed ones would leave a fifth of it.
  const std::string large = test::ReadFile("data/china-military-aid.json");
  CHECK(Gzip(large).size() * 6 < large.size());
  CHECK(test::Unpacked(Gzip(large)) == large);
  // Each sign half as frequent as the one before: codes would be longer than the format allows.
  std::string halves;
  for (int i = 0; i < 300000; ++i) {
    seed = seed * 1664525U + 1013904223U;
    std::uint32_t bits = seed >> 8;
    char sign = 0;
    while ((bits & 1) != 0 && sign < 22) bits >>= 1, ++sign;
    halves += sign;
  }
  CHECK(test::Unpacked(Gzip(halves)) == halves);
  for (std::size_t size = 0; size < 300; ++size)
    CHECK(test::FromBase91(Base91(noise.substr(0, size))) == noise.substr(0, size));
  CHECK(test::FromBase91(Base91(Gzip(dataset))) == Gzip(dataset));
  CHECK(Gzip(std::string(100000, 'x')).size() < 1000);
}
