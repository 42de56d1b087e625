// The browser's graphics: an SDL2 window on the page's canvas, drawn with WebGL2.
//
// SDL is given the canvas and private event targets by the page (web/module.js) before anything
// here runs, so it neither finds nor touches the real window or document.

#include <SDL.h>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "web/bridge.h"
#include "web/graphics.h"

#include <GLES3/gl3.h>

namespace proviso::web {
namespace {

class CanvasGraphics final : public Graphics {
 public:
  ~CanvasGraphics() override {
    if (started_) ImGui_ImplOpenGL3_Shutdown();
    if (context_ != nullptr) SDL_GL_DeleteContext(context_);
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    SDL_Quit();
  }

  bool Start() override {
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
    window_ = SDL_CreateWindow(nullptr, 0, 0, 16, 16, SDL_WINDOW_OPENGL);
    if (window_ == nullptr) return false;
    context_ = SDL_GL_CreateContext(window_);
    if (context_ == nullptr) return false;
    started_ = ImGui_ImplOpenGL3_Init("#version 300 es") && ImGui_ImplOpenGL3_CreateDeviceObjects();
    return started_;
  }

  void Render(int width, int height) override {
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  }

  void Restore() override {
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    while (glGetError() != GL_NO_ERROR) {
    }
    ImGui_ImplOpenGL3_CreateDeviceObjects();
  }

 private:
  SDL_Window* window_ = nullptr;
  SDL_GLContext context_ = nullptr;
  bool started_ = false;
};

}  // namespace

Graphics* MakeGraphics() { return new CanvasGraphics(); }

}  // namespace proviso::web
