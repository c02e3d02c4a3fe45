// `npm run build`: pages and islands, when a source changed since the last build.
import { checkNode, command, ensureBuilt, forwardSignals } from "./bootstrap.mjs";

await command(async () => {
  checkNode();
  forwardSignals();
  await ensureBuilt();
});
