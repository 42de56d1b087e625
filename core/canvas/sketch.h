#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/canvas/glyph.h"
#include "core/canvas/scene.h"
#include "core/canvas/space.h"
#include "core/canvas/text_flow.h"
#include "core/state/action.h"
#include "core/voice/order.h"
#include "core/voice/voice.h"

namespace proviso::view {

enum class ButtonKind : std::uint8_t { kMain, kPlain, kSmall, kQuiet };

struct ButtonSpec {
  std::string id, words, name;  ///< `name`: for screen readers, if more than its words.
  Command command;
  ButtonKind kind = ButtonKind::kPlain;
  std::string shortcut = {};
  std::string description = {};
  float max_width = 0;  ///< 0: as wide as its words.
  float min_width = 0;
  bool drop_arrow = false;  ///< Ends in a small triangle: leads to the next of some choices.
  bool key_cap = false;     ///< Shows its shortcut.
  Tri pressed = Tri::kNotApplicable;
};

/// The button of an action: its id is `prefix` and the action's key. Of no `kind`, the main one is
/// green.
ButtonSpec ButtonOf(const Action& action, std::string_view prefix,
                    std::optional<ButtonKind> kind = {});
std::vector<ButtonSpec> ButtonsOf(const std::vector<Action>& actions, std::string_view prefix,
                                  std::optional<ButtonKind> kind = {});

/// One of a few choices that stand side by side.
struct SegmentChoice {
  std::string key, words;
  bool chosen = false;
  bool quiet = false;  ///< When chosen: sunken instead of black (what is not a supposition).
  Command choose;
};

struct FieldSpec {
  std::string id, name, value, placeholder, shortcut;
  Command typed;  ///< What typing means, with any text; see `WithText`.
  ItemRole role = ItemRole::kSearchBox;
  Type type = Type::kControl;
  bool framed = true;
};

/// Draws a panel: shapes and items together, so that neither can be forgotten.
///
/// Coordinates are the panel's. Functions that stand on a line take its top; those that return a
/// float return the height used or the width used, as said. Items become children of the item that
/// was opened last; one without an id gets its parent's with a number.
class Sketch {
 public:
  /// What `space` says holds for all that is drawn: how large type is, how large a target.
  Sketch(const Space& space, std::string panel, Ink ground);

  /// The words of a key; see `Say`.
  std::string Say(std::string_view key, view::Say::Args args = {}) const { return say_(key, args); }
  const view::Say& say() const { return say_; }

  /// Points that grow with the type, whole.
  float S(float points) const;
  /// The least side of a target.
  float target() const { return coarse_ ? 44.0f : 24.0f; }
  /// The height of a control that is `points` high at 100 % text.
  float Control(float points) const;
  float scale() const { return scale_; }
  bool coarse() const { return coarse_; }
  Ink ground() const { return ground_; }
  void set_ground(Ink ground) { ground_ = ground; }
  const TextMeasure& measure() const { return measure_; }
  float LineOf(Type type) const;  ///< Height of a line.
  float BaseOf(Type type) const;  ///< From its top to its baseline, whole.
  float Width(Type type, std::string_view text) const;

  Scene& scene() { return scene_; }
  /// The scene, `height` high.
  Scene Finish(float height);

  // Items.
  std::int32_t Add(Item item);   ///< Returns its index.
  std::int32_t Open(Item item);  ///< The parent of what follows, until `Close`.
  void Close();                  ///< An open item without a rectangle gets that of its children.
  Item& item(std::int32_t index) { return scene_.items[static_cast<std::size_t>(index)]; }

  /// What a card explains beside the items.
  void Explain(Spot spot) { scene_.spots.push_back(std::move(spot)); }

  /// What is drawn from the one to the other is `what`, which may stand elsewhere in the next
  /// frame.
  void StartMoving() { moves_from_ = scene_.shapes.size(); }
  void StopMoving(std::string_view what);

  // Shapes.
  void Put(Shape shape) { scene_.shapes.push_back(std::move(shape)); }
  void Fill(Rect rect, Ink ink, float radius = 0) { Put(FillShape(rect, ink, radius)); }
  void Stroke(Rect rect, Ink ink, float width = 1, float radius = 0) {
    Put(StrokeShape(rect, ink, width, radius));
  }
  void HRule(float x, float y, float width, Ink ink, float thickness = 1);
  void VRule(float x, float y, float height, Ink ink, float thickness = 1);
  void DashedHRule(float x, float y, float width, Ink ink);
  void DashedVRule(float x, float y, float height, Ink ink);
  void DottedUnderline(float x, float y, float width, Ink ink);
  void Hatch(Rect rect);
  void Clip(Rect rect);
  void Unclip();
  /// A glyph of `size` points at 100 % text, centred on (x + size/2, middle).
  float Sign(Glyph glyph, float x, float middle, float size, GlyphStyle style = GlyphStyle::kPlain,
             Ink ink = Ink::kInk);
  float Sign(const SignMark& mark, float x, float middle, float size);

  // Words as shapes alone, for what already has an item. One line, never wider than `room`.
  float Words(float x, float y, std::string_view text, Type type, Ink ink, float room = 1e9f);
  float WordsRight(float right, float y, std::string_view text, Type type, Ink ink, float room);
  float WordsCentred(Rect box, std::string_view text, Type type, Ink ink);
  float Flowed(float x, float y, const std::vector<Run>& runs, float width,
               std::size_t max_lines = 0);  ///< Returns the height.
  float FlowHeight(const std::vector<Run>& runs, float width, std::size_t max_lines = 0) const;

  // Words with an item. All return the height.
  float Text(float x, float y, float width, std::string_view text, Type type, Ink ink = Ink::kInk,
             std::string id = {});
  float Paragraph(float x, float y, float width, const std::vector<Run>& runs,
                  std::size_t max_lines = 0, std::string id = {});
  float Paragraph(float x, float y, float width, std::string_view text, Type type,
                  Ink ink = Ink::kInk, std::size_t max_lines = 0, std::string id = {});
  float Heading(float x, float y, float width, std::string_view text, Type type, int level,
                Ink ink = Ink::kInk, std::string id = {}, std::size_t max_lines = 0);

  // Controls.
  float ButtonWidth(const ButtonSpec& spec) const;
  float ButtonHeight(ButtonKind kind) const;
  Rect Button(float x, float y, const ButtonSpec& spec);
  /// Buttons from left to right, in as many rows as they need. Returns the height.
  float ButtonRow(float x, float y, float width, const std::vector<ButtonSpec>& specs);
  /// A small square with an icon and no words.
  Rect IconButton(float x, float y, float size, Glyph glyph, std::string id, std::string name,
                  Command command, float icon = 16);
  /// Underlined words. Returns the width.
  float LinkText(float x, float y, std::string_view text, Type type, std::string id,
                 Command command, float room = 1e9f, std::string name = {});
  float SegmentWidth(const std::vector<SegmentChoice>& choices) const;
  Rect Segment(float x, float y, std::string id, std::string name,
               const std::vector<SegmentChoice>& choices, bool disabled = false,
               std::string description = {});
  /// A box with a tick, its words and a count at the right, with room for `longest` where the count
  /// changes while the row stays. Returns the height.
  float CheckRow(float x, float y, float width, std::string id, std::string_view words,
                 std::string_view count, bool checked, Command toggle,
                 std::string_view longest = {});
  void Field(Rect rect, const FieldSpec& spec);
  void KeyCap(float right, float middle, std::string_view key);
  float KeyCapWidth(std::string_view key) const;

  // What voices say.
  /// Black pill "if …" with a cross; `prefix` is "if" or "if not". Returns its width.
  float IfChip(float x, float y, std::string id, std::string_view prefix, std::string_view words,
               Command inspect, Command remove, float room);
  /// A filter that is on, with a cross. Returns its width.
  float FilterChip(float x, float y, std::string id, std::string_view words, Command remove,
                   float room);
  /// A letter in a box, and "¶11". Returns its width.
  float RefChip(float x, float y, const Ref& ref, std::string id);
  float RefChipWidth(const Ref& ref) const;
  float RefChipHeight() const { return std::max(target(), S(20)); }
  /// Chips from left to right, wrapping. Returns the height.
  float RefChips(float x, float y, float width, const std::vector<Ref>& refs);
  float RefChipsHeight(float width, const std::vector<Ref>& refs) const;
  /// A letter's box alone: A filled, B outlined, further texts with a bar. `size` at 100 % text.
  void LetterBox(float x, float y, float size, std::string_view letter, std::uint32_t document);
  float LetterBoxWidth(float size, std::string_view letter) const;
  /// The mark of a voice, `size` points across and centred on (x + size/2, middle); `derived`: in a
  /// dashed outline, since the voice does not say it.
  float Voice(const VoiceMark& mark, float x, float middle, float size, bool derived = false);
  /// A thin dotted ring of the same size: the answer before the last switch, or none.
  float Ghost(float x, float middle, float size);
  /// "if" and a condition, whole: what is too wide for `room` goes on in a second line. Pressing it
  /// supposes the condition. Returns the height. `type`: kCaption beside other words, kControl
  /// where it is what to press.
  float ConditionChip(float x, float y, std::string id, std::string_view prefix,
                      std::string_view words, Command suppose, float room,
                      Type type = Type::kCaption);
  float ConditionChipWidth(std::string_view prefix, std::string_view words, float room,
                           Type type = Type::kCaption) const;
  float ConditionChipHeight(std::string_view prefix, std::string_view words, float room,
                            Type type = Type::kCaption) const;
  /// Eight segments around a bar; `segment` is the width of one. Returns the width.
  float LevelRuler(float x, float middle, const Strength& strength, float segment);
  float RulerWidth(float segment) const;
  /// Attribution boxes and the words between them; in rows, or under each other where it is narrow.
  /// Returns the height. Boxes that are not `usable` are a picture of what another item says.
  float Chain(float x, float y, float width, const std::vector<ChainStep>& steps,
              bool usable = true);
  float ChainHeight(float width, const std::vector<ChainStep>& steps, bool usable = true) const;

 private:
  struct ChainPlace {
    float x = 0, y = 0;
    bool stacked = false;
  };
  std::vector<ChainPlace> ChainPlaces(float width, const std::vector<ChainStep>& steps,
                                      bool usable) const;
  float ChainBox(float x, float y, const ChainStep& step, float room, bool usable);
  /// What a button copies; empty if it copies nothing.
  std::string CopiedBy(const ButtonSpec& spec) const;
  void CrossButton(Rect rect, std::string id, std::string name, Command command);

  const TextMeasure& measure_;
  view::Say say_;
  std::string copied_;
  float scale_;
  bool coarse_;
  Ink ground_;
  Scene scene_;
  std::string panel_;
  struct Opened {
    std::int32_t item = -1;
    int children = 0;
  };
  std::vector<Opened> open_;
  std::size_t moves_from_ = 0;
};

/// The runs of a paraphrase in `type`, hedges in `strong` with their underline.
std::vector<Run> RunsOf(const HedgedText& text, Type type = Type::kReading,
                        Type strong = Type::kReadingStrong, Ink ink = Ink::kInk);

/// An item with the fields that most have.
Item MakeItem(ItemRole role, std::string id, std::string name, Rect rect = {});

}  // namespace proviso::view
