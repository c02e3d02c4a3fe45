import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/** The thread that sets PDFs, as a file of its own beside the server's. */
function pdfWorker(): Plugin {
  return {
    name: "pdf-worker",
    apply: "build",
    applyToEnvironment: (environment) => environment.name === "ssr",
    buildStart() {
      this.emitFile({ type: "chunk", id: "./app/modules/pdf/worker.ts", fileName: "pdf-worker.js" });
    },
  };
}

export default defineConfig({
  plugins: [tailwindcss(), reactRouter(), pdfWorker()],
  build: { target: "es2022" },
  // The server bundle starts from our own Express server, so app, routes and workers share one set of modules.
  environments: { ssr: { build: { rollupOptions: { input: "./app/server.ts" } } } },
});
