// `npm run build`: packages, pages and islands, each only when something changed since the last time.
import { checkNode, command, ensureBuilt, ensureInstalled, forwardSignals } from "./bootstrap.mjs";

await command(async () => {
  checkNode();
  forwardSignals();
  await ensureInstalled();
  await ensureBuilt();
});
