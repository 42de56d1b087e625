#pragma once

#include <stddef.h>
#include <stdint.h>

// The C interface between a page's JavaScript and one explorer. Bytes in, bytes out: the page
// copies into `proviso_input`, calls, and copies `proviso_output` out before the next call; memory
// may move between calls. No Emscripten here: the same functions are tested natively.

#ifdef __cplusplus
namespace proviso::web {
class Graphics;
}
extern "C" {
#endif

typedef struct Proviso Proviso;

/// Makes an explorer that shows itself on the graphics of the platform; NULL if there are none.
Proviso* proviso_create(void);
void proviso_destroy(Proviso* self);

/// Room for `size` bytes of input; NULL if that is over the limit or there is no memory.
uint8_t* proviso_input(Proviso* self, size_t size);

/// Opens the dataset in the input: 1 if it is open now, 0 if what was open still is. Output: a
/// report as JSON.
int proviso_open(Proviso* self);

/// A dataset that was made ready on its own: a `proviso::view::Prepared`.
typedef struct ProvisoReady ProvisoReady;

/// Has the next `proviso_open` or `proviso_offer` take `ready` in place of the bytes; an offer then
/// has only the head of its input. `release(ready)` is called when nothing of it is used any more.
void proviso_take_ready(Proviso* self, ProvisoReady* ready, void (*release)(ProvisoReady* ready));

/// Takes the file in the input that the reader gave, as `ParseFile` in core/wire/wire.h has it: 1
/// if it was of that form. What it came to is on screen.
int proviso_offer(Proviso* self);

/// Adds the TrueType font in the input to a face (0 … 3), or behind all of them (−1): 1 if taken.
int proviso_font(Proviso* self, int face);

/// Carries out the message (JSON) in the input: 1 if it did anything, 0 if it is not ours.
int proviso_send(Proviso* self);

// What the numbers below mean. web/core_link.js has the same names; a test compares them.

enum ProvisoFlag {
  PROVISO_COARSE_POINTER = 1,
  PROVISO_REDUCED_MOTION = 2,
  PROVISO_FEW_BARS = 4,  ///< Around the view.
  PROVISO_NO_BARS = 8,
  PROVISO_EMBEDDED = 16  ///< In somebody's page: what is small is a card.
};

enum ProvisoPointer {
  PROVISO_MOVED = 0,
  PROVISO_PRESSED = 1,  ///< `dx` not 0: with Shift.
  PROVISO_RELEASED = 2,
  PROVISO_LEFT = 3,
  PROVISO_WHEEL = 4,   ///< Turned by `dy` notches (positive: up).
  PROVISO_FINGER = 5,  ///< Moved by (`dx`, `dy`).
  PROVISO_PINCH = 6,   ///< Two fingers that zoom by the factor `dx`.
  PROVISO_SWIPE = 7,   ///< A finger that drew quickly by `dx` sideways.
  PROVISO_HELD = 8,    ///< A finger that stays.
  PROVISO_MENU = 9     ///< Of what stands there the menu is wanted.
};

/// Of the open dataset, from `PROVISO_SHEET` on: else nothing. JSON as in core/wire/wire.h.
enum ProvisoTake {
  PROVISO_EVENTS = 0,     ///< What happened since the last call: a JSON array.
  PROVISO_SEMANTICS = 1,  ///< The semantic tree, or nothing if it is as at the last call.
  PROVISO_LINK = 2,       ///< The fragment.
  PROVISO_SHEET = 3,      ///< What goes on paper: JSON.
  PROVISO_CANONICAL = 4,  ///< Its bytes.
  PROVISO_PICTURE = 5,    ///< SVG.
  PROVISO_FINDINGS = 6,   ///< What the words in the input find: JSON.
  PROVISO_VERDICTS = 7,   ///< Every view's: JSON.
  PROVISO_OVERVIEW = 8,   ///< JSON.
  PROVISO_PARTS = 9,      ///< Of the program, that are missing to draw a frame, or with "figure" in
                      ///< the input a picture for an article, "page" a page in one file, "paper"
                      ///< a picture of the screen or a sheet: names.
  PROVISO_FIGURE = 10,  ///< A picture for an article, of the kind in the input: SVG or PNG; or
                        ///< nothing, while a part of the program is missing that draws it.
  PROVISO_COPY = 12,    ///< The reader's copy of the document in the input, as it is searched; or
                        ///< nothing.
  PROVISO_PAGE = 11     ///< The dataset in the page that holds the explorer in one file, which is
                        ///< in the input behind what it opens on and a line feed; or nothing.
};

/// The window in points, with the pixels of a point; flags: of `ProvisoFlag`.
void proviso_resize(Proviso* self, double width, double height, double pixels_per_point,
                    uint32_t flags);

/// The pointer at a place in points; kind: a `ProvisoPointer`.
void proviso_pointer(Proviso* self, int kind, double x, double y, double dx, double dy);

/// Draws one frame. Returns milliseconds to the next wanted one: 0 at once, −1 none.
double proviso_frame(Proviso* self, double now_ms);

/// Puts a `ProvisoTake` into the output (any other number: leaves what is there), and returns the
/// output's size in bytes.
size_t proviso_take(Proviso* self, int what);
const uint8_t* proviso_output(Proviso* self);

#ifdef __cplusplus
}  // extern "C"

namespace proviso::web {
/// The graphics of this platform; never null.
Graphics* MakeGraphics();
}  // namespace proviso::web
#endif
