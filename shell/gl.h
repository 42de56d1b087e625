#pragma once

// OpenGL as SDL declares it: the desktop's, or OpenGL ES 3 where that is all there is.
#ifdef IMGUI_IMPL_OPENGL_ES3
#include <SDL_opengles2.h>
#else
#include <SDL_opengl.h>
#endif
