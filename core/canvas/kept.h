#pragma once

#include <memory>
#include <vector>

#include "core/voice/answers.h"
#include "core/words/say.h"

namespace proviso::view {

/// What is dear to make and stays the same from frame to frame; one for each explorer and library.
///
/// Beside the answers, which several views ask for, each view keeps what it wants under a type of
/// its own, of which nobody else knows.
class FrameCache {
 public:
  FrameCache() = default;
  FrameCache(FrameCache&&) = default;
  FrameCache& operator=(FrameCache&&) = default;
  FrameCache(const FrameCache&) = delete;
  FrameCache& operator=(const FrameCache&) = delete;

  Say say;  ///< The language of the words in it.
  /// Of the state's scenario, of the one beside it, and of the one before the last switch.
  Answers answers, beside, before;

  /// The one `T` that is kept here; made by its default when first asked for.
  template <class T>
  T& Kept() {
    for (const Slot& slot : slots_)
      if (slot.type == &kType<T>) return *static_cast<T*>(slot.value.get());
    slots_.push_back({&kType<T>, std::make_shared<T>()});
    return *static_cast<T*>(slots_.back().value.get());
  }

 private:
  /// Its address stands for `T`: there are no run-time types here.
  template <class T>
  static constexpr char kType = 0;
  struct Slot {
    const void* type;
    std::shared_ptr<void> value;
  };
  std::vector<Slot> slots_;
};

}  // namespace proviso::view
