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

/// Takes the file in the input that the reader gave, as `ParseFile` in core/view/wire.h has it: 1
/// if it was of that form. What it came to is on screen.
int proviso_offer(Proviso* self);

/// Adds the TrueType font in the input to a face (0 … 3), or behind all of them (−1): 1 if taken.
int proviso_font(Proviso* self, int face);

/// Carries out the message (JSON) in the input: 1 if it did anything, 0 if it is not ours.
int proviso_send(Proviso* self);

/// The window in points, with the pixels of a point; flags: 1 coarse pointer, 2 reduced motion, 4
/// few bars around the view, 8 none.
void proviso_resize(Proviso* self, double width, double height, double pixels_per_point,
                    uint32_t flags);

/// The pointer at a place in points. kind: 0 moved, 1 pressed (`dx` not 0: with Shift), 2 released,
/// 3 left, 4 wheel turned by `dy` notches (positive: up), 5 a finger that moved by (dx, dy), 6 two
/// fingers that zoom by the factor `dx`, 7 a finger that drew quickly by `dx` sideways.
void proviso_pointer(Proviso* self, int kind, double x, double y, double dx, double dy);

/// Draws one frame. Returns milliseconds to the next wanted one: 0 at once, −1 none.
double proviso_frame(Proviso* self, double now_ms);

/// Puts into the output, and returns its size in bytes: 0 what happened since the last call (JSON
/// array), 1 the semantic tree (or nothing, if it is the same as at the last call), 2 the link; of
/// the open dataset, else nothing: 3 what goes on paper, 4 its canonical bytes, 5 the picture as
/// SVG, 6 what the words in the input find, 7 every view's verdict, 8 its overview (JSON as in
/// core/view/wire.h, but for the bytes and the picture).
size_t proviso_take(Proviso* self, int what);
const uint8_t* proviso_output(Proviso* self);

#ifdef __cplusplus
}  // extern "C"

namespace proviso::web {
/// The graphics of this platform; never null.
Graphics* MakeGraphics();
}  // namespace proviso::web
#endif
