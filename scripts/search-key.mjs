// Makes the key that the application uses at a Meilisearch server of one's own, and prints the line for .env.
// The web process never holds the master key: this one can't make keys, dumps or snapshots.
import { command, Stop } from "./bootstrap.mjs";

/** A chosen id, so that running it again finds the same key (a key's value follows from master key and id). */
const uid = "6d1f0c52-4c0e-4d53-9a55-5f1a2b7c8e90";
const actions = ["search", "documents.*", "indexes.*", "settings.*", "tasks.*", "stats.get", "version"];

await command(async () => {
  const { MEILI_URL: url, MEILI_MASTER_KEY: master } = process.env;
  if (!url || !master) throw new Stop("Set MEILI_URL and MEILI_MASTER_KEY for this command.", 2);
  const headers = { Authorization: `Bearer ${master}`, "Content-Type": "application/json" };
  const ask = async (path, init) => {
    let answer;
    try {
      answer = await fetch(new URL(path, url), { ...init, headers, signal: AbortSignal.timeout(10_000) });
    } catch {
      throw new Stop(`No search server answers at ${url}; start it or correct MEILI_URL.`);
    }
    if (answer.status === 401 || answer.status === 403)
      throw new Stop("The search server refuses MEILI_MASTER_KEY.", 2);
    return answer;
  };
  let answer = await ask(`/keys/${uid}`);
  if (answer.status === 404) {
    const body = JSON.stringify({ uid, name: "Fairway", actions, indexes: ["*"], expiresAt: null });
    answer = await ask("/keys", { method: "POST", body });
  }
  if (!answer.ok) throw new Stop(`The search server answered ${answer.status}: ${await answer.text()}`);
  process.stdout.write(`MEILI_KEY=${(await answer.json()).key}\n`);
});
