import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { seedContent } from "#db/seed/content.ts";
import { setSearch } from "#app/modules/search/runtime.server.ts";
import { log } from "#app/platform/log.server.ts";
import { api } from "#app/platform/paths.ts";
import * as endorsement from "#app/routes/api/endorsement.ts";
import * as market from "#app/routes/api/market.ts";
import * as markets from "#app/routes/api/markets.ts";
import * as notFound from "#app/routes/api/not-found.ts";
import * as openapi from "#app/routes/api/openapi.ts";
import * as opportunities from "#app/routes/api/opportunities.ts";
import * as search from "#app/routes/api/search.ts";
import * as suggest from "#app/routes/api/suggest.ts";
import { endorsements } from "#db/schema/endorsements.ts";
import { startSearch } from "#search/runtime.server.ts";
import { testFolder } from "../../factories/search.ts";
import { testDatabase, testNow } from "../../setup/database.ts";
import { testSite } from "../../setup/site.ts";
import { issuedEndorsement } from "../credentials/issued.ts";

/** The site answers by the real clock. */
const asOfToday = () => ({ validUntil: new Date(Date.now() + 86_400_000) });

type Description = {
  paths: Record<
    string,
    { get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
  >;
  components: { schemas: object };
};

async function site() {
  const db = testDatabase();
  seedContent(db, testNow);
  const engine = startSearch({ db, engine: "sqlite", dataDir: testFolder(), log });
  setSearch(engine);
  onTestFinished(async () => {
    setSearch(undefined);
    await engine.stop();
  });
  await engine.ready();
  const pages = {
    "api/v1/search": search,
    "api/v1/suggest": suggest,
    "api/openapi.json": openapi,
    "api/v1/markets": markets,
    "api/v1/markets/:code": market,
    "api/v1/opportunities": opportunities,
    "api/v1/endorsements/:id": endorsement,
    "api/*": notFound,
  };
  return { db, ...(await testSite(db, pages as unknown as Parameters<typeof testSite>[1])) };
}

/** Reads the description as a stranger would: the JSON Schema of one answer, with its references. */
function answerSchema(description: Description, path: string, status: string): z.ZodType {
  const { schema } = description.paths[path]!.get.responses[status]!.content["application/json"]!;
  const whole = { ...schema, $defs: description.components.schemas };
  return z.fromJSONSchema(
    JSON.parse(JSON.stringify(whole).replaceAll("#/components/schemas/", "#/$defs/")) as Parameters<
      typeof z.fromJSONSchema
    >[0],
  );
}

describe("the description of the public API", () => {
  it("is true to every answer", async () => {
    const { ask, db } = await site();
    const inForce = await issuedEndorsement(db, asOfToday());
    const revoked = await issuedEndorsement(db, asOfToday());
    db.update(endorsements)
      .set({ state: "revoked", revokedAt: testNow })
      .where(eq(endorsements.id, revoked.endorsement.id))
      .run();
    const description = (await (await ask(api.openapi())).json()) as Description;
    const asked: [path: string, address: string, status: number][] = [
      ["/api/v1/search", "/api/v1/search?q=germany+toys&lang=en&limit=5", 200],
      ["/api/v1/search", `/api/v1/search?q=${encodeURIComponent("德国 标准")}&lang=zh&market=DE`, 200],
      ["/api/v1/search", "/api/v1/search?q=x&limit=0", 400],
      ["/api/v1/suggest", "/api/v1/suggest?q=ger&lang=en", 200],
      ["/api/v1/suggest", "/api/v1/suggest?q=ger&lang=fr", 400],
      ["/api/v1/markets", "/api/v1/markets", 200],
      ["/api/v1/markets/{code}", "/api/v1/markets/DE", 200],
      ["/api/v1/markets/{code}", "/api/v1/markets/gcc", 200],
      ["/api/v1/markets/{code}", "/api/v1/markets/XX", 404],
      ["/api/v1/opportunities", "/api/v1/opportunities?kind=fair", 200],
      ["/api/v1/endorsements/{id}", api.endorsement(inForce.endorsement.id), 200],
      ["/api/v1/endorsements/{id}", api.endorsement(revoked.endorsement.id), 200],
      ["/api/v1/endorsements/{id}", api.endorsement("nobody"), 404],
      ["/api/v1/opportunities", "/api/v1/opportunities?kind=party", 400],
    ];
    for (const [path, address, status] of asked) {
      const response = await ask(address);
      expect(response.status, address).toBe(status);
      const parsed = answerSchema(description, path, String(status)).safeParse(await response.json());
      expect(parsed.error?.issues ?? [], address).toEqual([]);
    }
    expect(Object.keys(description.paths).sort()).toEqual([...new Set(asked.map(([path]) => path))].sort());
  });

  it("shows what an answer may not say", async () => {
    const { ask } = await site();
    const description = (await (await ask(api.openapi())).json()) as Description;
    const schema = answerSchema(description, "/api/v1/markets/{code}", "200");
    const german = (await (await ask("/api/v1/markets/DE")).json()) as object;
    expect(schema.safeParse({ ...german, secret: 1 }).success).toBe(false);
  });
});

describe("/api/v1/markets", () => {
  it("gives names, facts with source, year and confidence, and the topics present, to any site", async () => {
    const { ask } = await site();
    const response = await ask("/api/v1/markets/de", { headers: { origin: "https://elsewhere.example" } });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const german = (await response.json()) as z.infer<
      typeof import("#app/modules/markets/schema.ts").marketAnswerSchema
    >;
    expect(german.names).toEqual({ en: "Germany", zh: "德国" });
    expect(german.topics).toContain("standards");
    const vat = german.facts.find(({ kind }) => kind === "vat");
    expect(vat).toMatchObject({ value: 19, unit: "%", asOf: 2025, confidence: "high" });
    expect(german.facts.some(({ inheritedFrom }) => inheritedFrom === "EU")).toBe(true);
    const all = (await (await ask("/api/v1/markets")).json()) as { total: number };
    expect(all.total).toBe(30);
  });

  it("answers what is not there, and what only takes questions, in JSON", async () => {
    const { ask } = await site();
    const missing = await ask("/api/v2/anything");
    expect([missing.status, await missing.json()]).toMatchObject([404, { error: { code: "not_found" } }]);
  });
});
