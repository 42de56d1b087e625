// The browser's graphics: an SDL2 window on the page's canvas, drawn with WebGL 2.
//
// SDL is given the canvas and private event targets by the page (web/module.js) before anything
// here runs, so it neither finds nor touches the real window or document.

#include <GLES3/gl3.h>
#include <SDL.h>
#include <emscripten.h>

#include <algorithm>
#include <memory>

#include "shell/gl_renderer.h"
#include "web/bridge.h"
#include "web/graphics.h"

// What a lost context held has gone with it; to delete it from the new one would be an error.
// clang-format off
EM_JS(void, proviso_forget_lost, (), {
  for (const table of [GL.buffers, GL.programs, GL.shaders, GL.textures, GL.vaos]) table.fill(null);
})
EM_JS(int, proviso_largest_texture, (), { return GLctx.getParameter(0x0D33); })
// clang-format on

// Dear ImGui asks for the whole state before each frame, to leave it as it was; a browser has to
// wait for its graphics process for each answer. Nobody else draws here, so it is known: that of a
// new context, which these two give in place of Emscripten's.
extern "C" {

void glGetIntegerv(GLenum what, GLint* to) {
  if (what == GL_VIEWPORT || what == GL_SCISSOR_BOX) std::fill_n(to, 4, 0);
  *to = what == GL_MAX_TEXTURE_SIZE ? proviso_largest_texture()
        : what == GL_MAJOR_VERSION  ? 3
        : what == GL_ACTIVE_TEXTURE ? GL_TEXTURE0
        : what == GL_BLEND_EQUATION_RGB || what == GL_BLEND_EQUATION_ALPHA ? GL_FUNC_ADD
                                                                           : 0;
}

GLboolean glIsEnabled(GLenum) { return GL_FALSE; }

}  // extern "C"

namespace proviso::web {
namespace {

class CanvasGraphics final : public Graphics {
 public:
  ~CanvasGraphics() override {
    renderer_.reset();
    if (context_ != nullptr) SDL_GL_DeleteContext(context_);
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    SDL_Quit();
  }

  bool Start(const shell::App& app) override {
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    // Without a title: one would become the page's.
    window_ = SDL_CreateWindow(nullptr, 0, 0, 16, 16, SDL_WINDOW_OPENGL);
    if (window_ == nullptr) return false;
    context_ = SDL_GL_CreateContext(window_);
    if (context_ == nullptr) return false;
    renderer_ = std::make_unique<shell::GlRenderer>(app, "#version 300 es");
    return renderer_->ok();
  }

  void Render(int width, int height) override {
    glGetError();  // Waits for the frame before: the page would get ahead of what is on screen.
    renderer_->Render(width, height);
  }
  void Restore() override {
    proviso_forget_lost();
    renderer_->Restore();
  }

 private:
  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  std::unique_ptr<shell::GlRenderer> renderer_;
};

}  // namespace

Graphics* MakeGraphics() { return new CanvasGraphics(); }

}  // namespace proviso::web
