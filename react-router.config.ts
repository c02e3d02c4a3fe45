import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
  // The whole route map is small: sending it at once spares every visitor the /__manifest endpoint,
  // which could be made to block the event loop (docs/decisions/001-stack.md).
  routeDiscovery: { mode: "initial" },
  future: { v8_middleware: true, v8_splitRouteModules: true, v8_viteEnvironmentApi: true },
} satisfies Config;
