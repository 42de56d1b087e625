// REFI-QDA, in: codebooks of other programs, into the dataset that they are for.

#include "core/edit/about.h"
#include "core/exchange/formats.h"
#include "core/exchange/qda_codes.h"

namespace proviso::exchange {

Result<Taken> ReadQdc(std::string_view bytes, const TakeOptions& options) {
  pugi::xml_document document;
  if (const auto read = ReadXml(bytes, &document); !read.ok()) return read.problems();
  const pugi::xml_node root = document.document_element();
  if (LocalName(root) != "CodeBook")
    return PlacedProblem("call", bytes, 0, "The root is no CodeBook.",
                         "Export it as “REFI-QDA Codebook” (.qdc).");
  if (options.base == nullptr)
    return CallProblem("A codebook has no texts, and a dataset needs one.",
                       "Give --base with the dataset that its codes are for.");
  const bool ours = AttributeOf(root, "origin") == "Proviso";
  const CodeBook codes(ChildOf(root, "Codes"));
  TakenMaker maker(options);
  CodeMap map(&maker.out().map);
  for (const QdaCode& code : codes.codes()) {
    if (!code.leaf) continue;
    const CodeUse use = UseOf(options.map, code.path, code.name, UsualUse(code, ours));
    map.Tell(code.path, use, code.name);
    const std::string place = "code “" + TakenMaker::Clean(code.path, 80) + "”";
    switch (use.kind) {
      case CodeUse::Kind::kTopic:
        maker.Topic(use.words, code.gloss, place);
        maker.TakenAs("topic", "topics");
        break;
      case CodeUse::Kind::kAbout:
        // A link in words is made by the claim that is about it.
        if (const auto link = edit::ReadLink(
                use.words, [&](std::string_view words) { return maker.KnowsStatement(words); });
            !link.ok() || *link) {
          maker.LeftOut("link, which comes with its first claim",
                        "links, which come with their first claims");
        } else {
          maker.Statement(edit::Unbracketed(use.words), code.gloss, place);
          maker.TakenAs("statement", "statements");
        }
        break;
      case CodeUse::Kind::kHolder:
        maker.Actor(use.words, "person", place);
        maker.TakenAs("voice", "voices");
        break;
      default:
        maker.LeftOut("code", "codes");
    }
  }
  maker.LeftOut("set of codes", "sets of codes", CountOf(ChildOf(root, "Sets"), "Set"));
  return maker.Finish("a REFI-QDA codebook");
}

}  // namespace proviso::exchange
