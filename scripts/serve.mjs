import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { checkNode, command, forwardSignals, prepareData, say, Stop } from "./bootstrap.mjs";

const built = new URL("../build/server/index.js", import.meta.url);

/** Serves the finished build and closes it in good order on SIGTERM and SIGINT. */
export async function serve() {
  if (!existsSync(built)) throw new Stop("There is no build; npm start makes one.");
  process.env.NODE_ENV = process.env.NODE_ENV || "production";
  const { start, SettingError } = await import(built.href);
  let running;
  try {
    running = await start();
  } catch (error) {
    if (error instanceof SettingError) throw new Stop(`${error.message}.`, 2);
    if (error.code === "EADDRINUSE")
      throw new Stop("The port was taken meanwhile; choose another: PORT=3001 npm start");
    throw error;
  }
  let closing = false;
  const close = async () => {
    if (closing) process.exit(1);
    closing = true;
    await running.close();
    process.exit(0);
  };
  process.on("SIGTERM", close);
  process.on("SIGINT", close);
  say(`Fairway 航道 serves ${running.url}  (stop with Ctrl+C)`);
}

// Run by itself in the container image, where packages and build are part of the image.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await command(async () => {
    checkNode();
    process.env.NODE_ENV = process.env.NODE_ENV || "production";
    const release = forwardSignals();
    await prepareData();
    release();
    await serve();
  });
}
