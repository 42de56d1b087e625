#include "core/window/around/begin_scene.h"

#include <algorithm>
#include <utility>

#include "core/author/begin.h"
#include "core/canvas/column.h"
#include "core/voice/library.h"

namespace proviso::view {
namespace {

constexpr float kWidest = 720;
constexpr std::size_t kLines = 12;  // Of the text, in its field.

const std::string& WordsOf(const Session& session, BeginField field) {
  return session.beginning.words[static_cast<std::size_t>(field)];
}

void DrawField(Column& column, const Session& session, BeginField field, std::string id,
               std::string name, std::string hint) {
  column.Gap(14);
  column.Line(name, Type::kLabel, Ink::kInkSoft);
  column.Gap(4);
  column.Field({std::move(id), std::move(name), WordsOf(session, field), std::move(hint), "",
                TypeBegin{field, {}}, ItemRole::kTextField});
}

/// The text itself: as much of it as there is room for.
void DrawText(Column& column, const Session& session) {
  Sketch& sketch = column.sketch;
  const std::string name = column.Say("The text");
  column.Line(name, Type::kLabel, Ink::kInkSoft);
  column.Gap(4);
  const float pad = column.S(9), side = column.S(11);
  const Rect box{column.x, column.y, column.width,
                 static_cast<float>(kLines) * sketch.LineOf(Type::kControl) + 2 * pad};
  sketch.Fill(box, Ink::kSurface, 6);
  sketch.Stroke(box, Ink::kControlLine, 1, 6);
  // What stands further on has no room and is not measured.
  constexpr std::size_t kMostDrawn = 4000;
  const std::string& text = WordsOf(session, BeginField::kText);
  std::size_t end = std::min(text.size(), kMostDrawn);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
  const std::string hint = column.Say(
      "Paste it, write it here, or choose its file: plain text, a page, Word or "
      "OpenDocument.");
  sketch.Flowed(box.x + side, box.y + pad,
                {{text.empty() ? hint : text.substr(0, end), Type::kControl,
                  text.empty() ? Ink::kInkMute : Ink::kInk}},
                box.w - 2 * side, kLines);
  Item item = MakeItem(ItemRole::kTextArea, "begin/text", name, box);
  item.value = text;
  item.placeholder = hint;
  item.press = TypeBegin{BeginField::kText, {}};
  sketch.Add(std::move(item));
  column.y = box.bottom();
}

/// Whether the text's own words may stand in the file, and what then stands there.
void DrawQuoting(Column& column, const Session& session) {
  const std::string& chosen = WordsOf(session, BeginField::kQuoting);
  const std::string name = column.Say("May its words be quoted?");
  column.Gap(14);
  column.Line(name, Type::kLabel, Ink::kInkSoft);
  column.Gap(4);
  struct Choice {
    const char* word;
    std::string_view label, says;
  };
  constexpr Choice kChoices[] = {
      {"none", Key("No##may be quoted"),
       Key("The file will hold places and your own words, never the text’s. Whoever opens it reads "
           "the words in a copy of their own.")},
      {"passages", Key("The passages##may be quoted"),
       Key("The file will hold the words of what you code, and of nothing else.")},
      {"all", Key("All of it##may be quoted"),
       Key("The file will hold the whole text, so that whoever opens it reads it and can code in "
           "it.")}};
  std::vector<SegmentChoice> choices;
  std::string_view says;
  for (const Choice& choice : kChoices) {
    const bool on = chosen == choice.word || (chosen.empty() && &choice == kChoices);
    choices.push_back({choice.word, column.Say(choice.label), on, false,
                       TypeBegin{BeginField::kQuoting, choice.word}});
    if (on) says = choice.says;
  }
  column.Choice("begin/quoting", name, choices);
  column.Gap(6);
  column.Words(column.Say(says), Type::kMeta, Ink::kInkSoft, "begin/quoting-says");
}

}  // namespace

Scene BeginScene(const Library& library, const Session& session, const Space& space) {
  Sketch sketch(space, "begin", Ink::kPaper);
  const Say& say = library.say;
  const float margin = space.margin();
  Column column{sketch, margin, 0, std::min(space.width - 2 * margin, sketch.S(kWidest))};
  column.Gap(20);
  const bool adding = session.beginning.adding;
  column.Heading(adding ? say("Add a text") : say("New from a text"), Type::kH2, 1, Ink::kInk,
                 "begin/title");
  column.Gap(6);
  column.Words(adding ? say("It becomes a further text of “{0}”. It stays on this machine.",
                            {library.dataset.info.title})
                      : say("The text and what you code in it stay on this machine. Further texts "
                            "can be added later."),
               Type::kControl, Ink::kInkSoft, "begin/lead");
  if (!session.host.teach.empty()) {
    column.Gap(6);
    column.Link(say("Learn to code: three claims in ten minutes…"), Type::kControl, "begin/teach",
                OpenUrl{session.host.teach}, 0, "");
  }
  column.Gap(16);
  DrawText(column, session);
  column.Gap(8);
  column.Button({"begin/choose", say("Choose a file…"), say("Choose the file of the text…"),
                 PickFile{Wanted::kText}, ButtonKind::kSmall});
  const TextShape shape =
      ShapeOf(WordsOf(session, BeginField::kText), WordsOf(session, BeginField::kLanguage));
  if (!shape.paragraphs.empty()) {
    column.Gap(4);
    column.Words(say.Join({say.Counted(shape.paragraphs.size(), "{0} paragraph", "{0} paragraphs"),
                           say.Counted(shape.sentences, "{0} sentence", "{0} sentences")}),
                 Type::kMeta, Ink::kInkMute, "begin/shape");
  }
  const auto field = [&](BeginField which, const char* id, std::string name, std::string hint) {
    DrawField(column, session, which, id, std::move(name), std::move(hint));
  };
  field(BeginField::kTitle, "begin/title-words", say("What it is called"), shape.heading);
  field(BeginField::kWho, "begin/who", say("Who wrote it"), say("May stay open"));
  field(BeginField::kWhen, "begin/when", say("When it appeared"),
        say("2026-03-06, March 2026 or about 2020"));
  field(BeginField::kLanguage, "begin/language", say("Its language, as a code"),
        adding && !library.dataset.documents.empty()
            ? std::string(library.dataset.documents.back().language)
            : std::string("en"));
  DrawQuoting(column, session);
  if (!adding) {
    field(BeginField::kQuestion, "begin/question",
          say("The statement that everything turns on, as a sentence"), say("May wait"));
    field(BeginField::kCoder, "begin/coder", say("Your initials"), "");
  }
  if (!session.beginning.problem.empty()) {
    column.Gap(14);
    column.Signed(Glyph::kWarning, 16, 22, session.beginning.problem, Type::kControl,
                  "begin/problem");
  }
  column.Gap(18);
  column.Buttons(
      {{"begin/go", adding ? say("Add it") : say("Begin to code"), "", BeginProject{},
        ButtonKind::kMain},
       {"begin/leave", say("Leave it"), "", ShowBegin{false}, ButtonKind::kPlain, "Escape"}});
  return column.Finish(28);
}

}  // namespace proviso::view
