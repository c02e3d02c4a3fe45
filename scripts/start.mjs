// `npm start`: everything a fresh clone needs, then the server, in this very process so that signals reach it.
import {
  address,
  checkNode,
  checkPort,
  command,
  ensureBuilt,
  ensureInstalled,
  forwardSignals,
  onlyArguments,
  prepareData,
} from "./bootstrap.mjs";
import { serve } from "./serve.mjs";

await command(async () => {
  checkNode();
  onlyArguments();
  const { port, host } = address();
  await checkPort(port, host);
  // Without a word from outside this is somebody trying Fairway: the demo town, but code at production speed.
  if (!process.env.NODE_ENV) process.env.DEMO = process.env.DEMO || "1";
  process.env.NODE_ENV = process.env.NODE_ENV || "production";
  const release = forwardSignals();
  await ensureInstalled();
  // Before the build: a wrong setting is told at once.
  await prepareData();
  await ensureBuilt();
  release();
  await serve();
});
