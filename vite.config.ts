import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: { target: "es2022" },
  // The server bundle starts from our own Express server, so app, routes and workers share one set of modules.
  environments: { ssr: { build: { rollupOptions: { input: "./app/server.ts" } } } },
});
