// Included before everything when better-sqlite3 12 is compiled (scripts/bootstrap.mjs).
//
// Since 24.19 Node's ObjectWrap registers a clean-up hook and removes it in its destructor, which aborts the whole
// process when a garbage collection runs while no context is entered: a server dies at a random moment after a
// query. better-sqlite3 12 frees its statements without those hooks, so here they do nothing. Version 13 no longer
// uses ObjectWrap, but crashes on Node 20.
#pragma once
#include <node.h>

namespace node {
inline void NoCleanupHook(v8::Isolate*, void (*)(void*), void*) {}
}  // namespace node

#define AddEnvironmentCleanupHook NoCleanupHook
#define RemoveEnvironmentCleanupHook NoCleanupHook
#include <node_object_wrap.h>
#undef AddEnvironmentCleanupHook
#undef RemoveEnvironmentCleanupHook
