#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "core/base/sha256.h"
#include "core/io/drafts.h"
#include "core/io/save.h"
#include "core/voice/order.h"
#include "core/window/dialogs/panels.h"
#include "core/window/dialogs/publish_named.h"
#include "core/window/dialogs/title.h"
#include "core/words/labels.h"

namespace proviso::view {
namespace {

/// What the commands of the command line are called with.
constexpr std::string_view kProgram = "npx proviso publish ";

struct FormRow {
  PublishForm form;
  std::string_view key, name, what, file;
};
constexpr std::array<FormRow, 3> kForms{
    {{PublishForm::kOneFile, "file", Key("One file"),
      Key("The whole explorer with this dataset. It opens by double click, also without a "
          "network, and can be sent by mail."),
      ".html"},
     {PublishForm::kSite, "site", Key("A folder for a web site"),
      Key("The same, and every record as a plain page that search engines and old browsers read."),
      "/"},
     {PublishForm::kData, "data", Key("Only the data"),
      Key("For an archive: dataset, sheets, codebook and a description that Zenodo and Dataverse "
          "read."),
      "-data.zip"}}};

/// The digest of what is published, kept as long as the dataset is the same.
struct PublishedDigest {
  std::string of, digest;
};

const std::string& DigestOf(StageBuilder& builder) {
  const Library& library = builder.library();
  PublishedDigest& kept = builder.cache().Kept<PublishedDigest>();
  if (kept.of == library.digest()) return kept.digest;
  kept.of = kept.digest = library.digest();
  if (!io::HasDrafts(library.dataset)) return kept.digest;
  const Result<io::Loaded> data = io::LoadWithoutDrafts(library.dataset);
  if (data.ok()) kept.digest = Sha256Hex(io::Save(data->dataset));
  return kept.digest;
}

class PublishDrawer {
 public:
  PublishDrawer(StageBuilder& builder, Sketch& sketch)
      : library_(builder.library()),
        session_(builder.session()),
        info_(builder.library().dataset.info),
        sketch_(sketch),
        digest_(DigestOf(builder)) {}

  /// Three ways, side by side where there is room.
  void DrawForms(Column& column) {
    const float gap = column.S(14);
    const bool beside = column.width >= column.S(720);
    const float width = beside ? std::floor((column.width - 2 * gap) / 3) : column.width;
    const float pad = column.S(14), left = column.S(40);
    float height = 0;
    std::array<float, kForms.size()> heights{};
    for (std::size_t i = 0; i < kForms.size(); ++i) {
      Column inside = column.Part(0, width - left - pad);
      heights[i] = 2 * pad + sketch_.LineOf(Type::kControlStrong) + column.S(4) +
                   sketch_.FlowHeight({{Say(kForms[i].what), Type::kMeta}}, inside.width) +
                   column.S(6) + sketch_.LineOf(Type::kMeta);
      height = std::max(height, heights[i]);
    }
    sketch_.Open(MakeItem(ItemRole::kRadioGroup, "publish/forms", Say("What it is to be")));
    for (std::size_t i = 0; i < kForms.size(); ++i) {
      const FormRow& row = kForms[i];
      const bool chosen = session_.publishing.form == row.form;
      const Rect box{column.x + (beside ? static_cast<float>(i) * (width + gap) : 0), column.y,
                     width, beside ? height : heights[i]};
      sketch_.Fill(box, Ink::kSurface, 8);
      sketch_.Stroke(box, chosen ? Ink::kInk : Ink::kControlLine, chosen ? 2.0f : 1.0f, 8);
      Column inside{sketch_, box.x + left, box.y + pad, box.w - left - pad};
      DrawRadio(box.x + pad, inside.y + sketch_.LineOf(Type::kControlStrong) / 2, chosen);
      const std::string name = Say(row.name), file = std::string(info_.id) + std::string(row.file);
      inside.y += sketch_.Flowed(inside.x, inside.y, {{name, Type::kControlStrong}}, inside.width);
      inside.Gap(4);
      inside.y += sketch_.Flowed(inside.x, inside.y, {{Say(row.what), Type::kMeta, Ink::kInkSoft}},
                                 inside.width);
      inside.Gap(6);
      sketch_.Words(inside.x, inside.y, file, Type::kMeta, Ink::kInkMute, inside.width);
      PublishChoices next = session_.publishing;
      next.form = row.form;
      Item item = Radio("publish/form." + std::string(row.key), name, box, chosen, i, 3);
      item.group = "publish/forms";
      item.description = Say("{0} {1}##sentences", {Say(row.what), file});
      item.press = Publish{next};
      sketch_.Add(std::move(item));
      if (!beside) column.y = box.bottom() + column.S(8);
    }
    sketch_.Close();
    if (beside) column.y += height;
  }

  /// What goes in, and what does not.
  void DrawContents(Column& column) {
    DrawHead(column, Say("What goes in"));
    const Dataset& data = library_.dataset;
    sketch_.Open(MakeItem(ItemRole::kList, "publish/contents", Say("What goes in")));
    Row(column, "counts", Glyph::kFound,
        say().Join({say().Counted(data.claims.size(), "{0} claim", "{0} claims"),
                    say().Counted(data.actors.size(), "{0} voice", "{0} voices"),
                    say().Counted(data.conditions.size(), "{0} link", "{0} links"),
                    say().Counted(data.propositions.size(), "{0} statement", "{0} statements")}),
        Say("All of it is checked, and has no errors."));
    if (const std::size_t drafts = io::CountDrafts(data); drafts > 0)
      Row(column, "drafts", Glyph::kUnchecked,
          say().Counted(drafts, "{0} draft is left out", "{0} drafts are left out"),
          Say("What is not finished is for its author alone."), Say("Finish it"),
          session_.editing_allowed ? Command(ShowCode{true}) : Command());
    constexpr std::size_t kMost = 6;
    for (std::size_t i = 0; i < std::min(data.documents.size(), kMost); ++i) Quoted(column, i);
    if (data.documents.size() > kMost)
      Row(column, "more", Glyph::kNothing,
          say().Counted(data.documents.size() - kMost, "and {0} more text", "and {0} more texts"),
          Say("Whether its words may be quoted is said in its form."));
    Row(column, "notes", Glyph::kFound, Say("Your notes and bookmarks never go in"),
        Say("Nor what you supposed, unless it opens on it."));
    sketch_.Close();
  }

  void DrawOpensOn(Column& column) {
    if (session_.publishing.form == PublishForm::kData) return;
    column.Gap(16);
    DrawHead(column, Say("Opens on"));
    column.Gap(10);
    sketch_.Open(MakeItem(ItemRole::kRadioGroup, "publish/opens", Say("Opens on")));
    for (const bool as_now : {false, true}) {
      const std::string words =
          Say(as_now ? Key("The view as it is now") : Key("What if, nothing supposed"));
      const bool chosen = session_.publishing.as_now == as_now;
      const float line = sketch_.LineOf(Type::kControl);
      const Rect box{column.x, column.y, column.width, std::max(column.S(28), sketch_.target())};
      DrawRadio(box.x, box.y + box.h / 2, chosen);
      sketch_.Words(box.x + column.S(26), box.y + std::round((box.h - line) / 2), words,
                    Type::kControl, Ink::kInk, box.w - column.S(26));
      PublishChoices next = session_.publishing;
      next.as_now = as_now;
      Item item = Radio(as_now ? "publish/opens.now" : "publish/opens.first", words, box, chosen,
                        as_now ? 1 : 0, 2);
      item.group = "publish/opens";
      item.press = Publish{next};
      sketch_.Add(std::move(item));
      column.y = box.bottom();
    }
    sketch_.Close();
  }

  /// What is done here, and what the command line does.
  void DrawEnd(Column& column) {
    column.Rule(Ink::kInk, 1);
    column.Gap(14);
    const std::string id(info_.id), json = id + ".json";
    switch (session_.publishing.form) {
      case PublishForm::kOneFile:
        if (session_.host.draws_png) {
          column.Buttons({{"publish/save", Say("Save {0}", {id + ".html"}), "",
                           Save{Saved::kOneFile}, ButtonKind::kMain}});
          column.Gap(8);
          column.Words(Say("It is made here and saved where you say; nothing is uploaded."),
                       Type::kMeta, Ink::kInkMute);
          return;
        }
        return DrawCommand(column,
                           std::string(kProgram) + json + Opens() + " --single " + id + ".html");
      case PublishForm::kSite:
        return DrawCommand(column, std::string(kProgram) + json + Opens() + " -o " + id);
      case PublishForm::kData:
        return DrawCommand(column, std::string(kProgram) + json + " --data " + id + "-data.zip");
    }
  }

  const std::string& digest() const { return digest_; }

 private:
  const view::Say& say() const { return library_.say; }
  std::string Say(std::string_view key, view::Say::Args args = {}) const {
    return library_.say(key, args);
  }

  static Item Radio(std::string id, std::string name, Rect box, bool chosen, std::size_t at,
                    std::uint32_t size) {
    Item item = MakeItem(ItemRole::kRadio, std::move(id), std::move(name), box);
    item.checked = chosen ? Tri::kYes : Tri::kNo;
    item.pos = static_cast<std::uint32_t>(at) + 1;
    item.size = size;
    return item;
  }

  void DrawRadio(float x, float middle, bool chosen) {
    const float side = sketch_.S(16), dot = sketch_.S(8);
    const float y = std::round(middle - side / 2);
    sketch_.Put(RingShape({x, y, side, side}, Ink::kInk, 1.5f));
    if (chosen)
      sketch_.Put(DiscShape({x + (side - dot) / 2, y + (side - dot) / 2, dot, dot}, Ink::kInk));
  }

  /// A sentence with its sign, another under it, and what can be done about it.
  void Row(Column& column, const std::string& key, Glyph glyph, const std::string& words,
           const std::string& more, const std::string& link = {}, const Command& go = {}) {
    sketch_.Open(MakeItem(ItemRole::kListItem, "publish/row-" + key, words));
    column.Gap(9);
    sketch_.Sign(glyph, column.x, column.y + sketch_.LineOf(Type::kControl) / 2, 16);
    const bool linked = !link.empty() && CanBeDone(go);
    const float wide = linked ? std::ceil(sketch_.Width(Type::kControl, link)) : 0;
    Column inside = column.Inset(column.S(26), linked ? wide + column.S(14) : 0);
    inside.Words(words, Type::kControl);
    inside.Words(more, Type::kMeta, Ink::kInkSoft);
    if (linked)
      sketch_.LinkText(column.x + column.width - wide, column.y, link, Type::kControl,
                       "publish/do-" + key, go, wide + 1, Say("{0}: {1}", {words, link}));
    column.Past(inside);
    column.Gap(9);
    sketch_.Close();
    column.Rule();
  }
  static bool CanBeDone(const Command& go) { return go.Is<ShowCode>() || go.Is<ShowForm>(); }

  /// Whether a text's own words go in.
  void Quoted(Column& column, std::size_t at) {
    const Document& document = library_.dataset.documents[at];
    const bool one = library_.dataset.documents.size() == 1;
    const std::string name =
        one ? std::string(document.title) : LetterOf(DocumentId(static_cast<std::uint32_t>(at)));
    const Quoting quoting = document.quoting;
    const std::string words =
        Say(quoting == Quoting::kNone  ? Key("{0}: its own words are left out##a text")
            : quoting == Quoting::kAll ? Key("{0}: all its words go in##a text")
                                       : Key("{0}: quotations go in##a text"),
            {name});
    const std::string more =
        Say(quoting == Quoting::kNone
                ? Key("It may not be quoted. Readers load a copy of their own to see them.")
            : quoting == Quoting::kAll ? Key("Readers see the text as it was coded.")
                                       : Key("Readers see the passages, in their places."));
    Row(column, std::string(document.id),
        quoting == Quoting::kNone ? Glyph::kSilent : Glyph::kFound, words, more, Say("Change"),
        session_.editing_allowed ? Command(ShowForm{std::string(document.id)}) : Command());
  }

  std::string Opens() const {
    return session_.publishing.as_now ? " --open '" + EncodeLink(session_.state) + "'"
                                      : std::string();
  }

  void DrawCommand(Column& column, const std::string& command) {
    const std::string id(info_.id);
    column.Words(Say("A page cannot write a folder or pack an archive. Save the dataset, and the "
                     "command line makes it of that file:"),
                 Type::kControl, Ink::kInkSoft, "publish/how");
    column.Gap(8);
    Draw(column, {Quote{command, Type::kControl, "publish/command"}});
    column.Gap(12);
    std::vector<ButtonSpec> buttons{
        {"publish/save", Say("Save {0}", {id + ".json"}), "", Save{Saved::kData},
         ButtonKind::kMain},
        {"publish/copy", Say("Copy the command"), "", CopyText{command, Say("the command")}}};
    if (session_.publishing.form == PublishForm::kData)
      buttons.push_back(
          {"publish/claims", Say("Save the claims as CSV"), "", Save{Saved::kClaims}});
    column.Buttons(buttons);
  }

  const Library& library_;
  const Session& session_;
  const DatasetInfo& info_;
  Sketch& sketch_;
  const std::string& digest_;
};

}  // namespace

Scene PublishScene(StageBuilder& builder, const Space& space) {
  Sketch sketch(space, "publish", Ink::kSurface);
  const std::string title = builder.Say(DialogName(Dialog::kPublish));
  const float x = DialogMargin(space);
  Column column{sketch, x, DrawDialogTitle(sketch, title, space), space.width - 2 * x};
  column.y -= column.S(4);
  column.Words(builder.Say("A file that others can open. Nothing is uploaded."), Type::kControl,
               Ink::kInkSoft, "publish/lead");
  column.Gap(10);
  column.Rule(Ink::kInk, 3);
  column.Gap(18);
  PublishDrawer drawer(builder, sketch);
  drawer.DrawForms(column);
  column.Gap(22);
  if (column.width >= column.S(720)) {
    const float gap = column.S(44), half = std::floor((column.width - gap) / 2);
    Column left = column.Part(0, half), right = column.Inset(half + gap);
    drawer.DrawContents(left);
    drawer.DrawOpensOn(left);
    DrawNamed(builder.library(), builder.session(), drawer.digest(), right);
    column.Past(left);
    column.Past(right);
  } else {
    drawer.DrawContents(column);
    drawer.DrawOpensOn(column);
    column.Gap(20);
    DrawNamed(builder.library(), builder.session(), drawer.digest(), column);
  }
  column.Gap(22);
  drawer.DrawEnd(column);
  return column.Finish(24);
}

}  // namespace proviso::view
