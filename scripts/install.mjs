// Packages only, as every other command installs them; the container image keeps them in a layer of their own.
import { checkNode, command, ensureInstalled, forwardSignals } from "./bootstrap.mjs";

await command(async () => {
  checkNode();
  forwardSignals();
  await ensureInstalled();
});
