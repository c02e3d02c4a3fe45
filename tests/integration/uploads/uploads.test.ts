import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { RouterContextProvider } from "react-router";
import { beforeEach, describe, expect, test } from "vitest";
import { file, pdf, picture, uploadsDir } from "#tests/factories/uploads.ts";
import type { Database } from "#db/client.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { profileDisclosures, profilePhotos } from "#db/schema/msmes.ts";
import { uploads } from "#db/schema/uploads.ts";
import { vettingEvidence } from "#db/schema/vetting.ts";
import { firmLimit } from "#app/modules/uploads/limits.ts";
import { keepUploads } from "#app/modules/uploads/keep-uploads.server.ts";
import { sweepUploads } from "#app/modules/uploads/sweep.server.ts";
import { addEvidence } from "#app/modules/vetting/add-evidence.server.ts";
import { removeEvidence } from "#app/modules/vetting/remove-evidence.server.ts";
import { submitCase } from "#app/modules/vetting/submit-case.server.ts";
import { writeBackup } from "#app/platform/backup.server.ts";
import { requestContext, type Actor } from "#app/platform/context.ts";
import { restoreBackup } from "#app/platform/restore.server.ts";
import { migrationsOf } from "#app/platform/backup.server.ts";
import { loader } from "#app/routes/vetting/upload.ts";
import { addMember, makeOrganisation, makeUser, signedIn } from "#tests/factories/accounts.ts";
import { daysFromNow, insertVetting } from "#tests/factories/msmes.ts";
import { testFolder } from "#tests/factories/search.ts";
import { makeApplicant, makeVetter } from "#tests/factories/vetting.ts";
import { as, visitor } from "#tests/setup/caller.ts";
import { testDatabase, testNow } from "#tests/setup/database.ts";
import { testSite } from "#tests/setup/site.ts";

let db: Database;
let firm: Awaited<ReturnType<typeof makeApplicant>>;
beforeEach(async () => {
  db = testDatabase();
  firm = await makeApplicant(db);
});

const placeOf = (id: string) => join(uploadsDir, "uploads", id.slice(0, 2), id);
const lying = () =>
  existsSync(join(uploadsDir, "uploads"))
    ? readdirSync(join(uploadsDir, "uploads"), { recursive: true, withFileTypes: true }).filter((one) =>
        one.isFile(),
      ).length
    : 0;
const add = (files: File[]) => addEvidence(as(db, firm.actor), { kind: "businessLicence", note: "", files });
const rows = () => db.select().from(uploads).all();

/** What the page answers to somebody who asks for a file. */
async function ask(id: string, actor: Actor): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(requestContext, { ...visitor(db), actor, nonce: "n" });
  const request = new Request(`http://fairway.example/en/uploads/${id}`);
  const args = { request, params: { lang: "en", id }, context } as unknown as Parameters<typeof loader>[0];
  return new Promise((resolve) => resolve(loader(args))).catch((outcome: unknown) => {
    if (outcome instanceof Response) return outcome;
    throw outcome;
  }) as Promise<Response>;
}

describe("keeping files", () => {
  test("several at once, each under its id for this user alone, with what is known of it", async () => {
    await add([file("a.pdf", pdf()), file("../../b.png", await picture().png().toBuffer(), "image/png")]);
    expect(rows().map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ["a.pdf", "application/pdf"],
      ["b.png", "image/png"],
    ]);
    for (const { id, size } of rows()) {
      expect(statSync(placeOf(id)).size).toBe(size);
      expect(statSync(placeOf(id)).mode & 0o777).toBe(0o600);
    }
    expect(readdirSync(join(uploadsDir, "uploads-unfinished"))).toEqual([]);
  });

  test("all or none: one bad file, a refusing record or a full firm leaves nothing, in rows or on disk", async () => {
    const before = lying();
    await expect(add([file("a.pdf", pdf()), file("b.pdf", "<html>")])).rejects.toThrow("upload.type");
    await expect(add([])).rejects.toThrow("upload.none");
    await expect(add(Array.from({ length: 9 }, () => file("a.pdf", pdf())))).rejects.toThrow(
      "upload.tooMany",
    );
    const input = { organisationId: firm.id, purpose: "photo" as const, files: [file("a.pdf", pdf())] };
    const refuse = () => {
      throw new Error("no longer");
    };
    await expect(keepUploads(as(db, firm.actor), input, refuse)).rejects.toThrow("no longer");
    const row = {
      organisationId: firm.id,
      purpose: "photo" as const,
      mediaType: "image/png",
      size: firmLimit.bytes,
      sha256: "",
      name: "x",
      uploadedById: firm.actor.userId,
      createdAt: testNow,
    };
    db.insert(uploads).values(row).run();
    await expect(add([file("a.pdf", pdf())])).rejects.toThrow("upload.firmFull");
    expect([rows().length, lying()]).toEqual([1, before]);
    // Removed, it lies on disk until the sweep: sending and removing in turns fills no disk.
    db.update(uploads).set({ deletedAt: testNow }).run();
    await expect(add([file("a.pdf", pdf())])).rejects.toThrow("upload.firmFull");
    sweepUploads(db, daysFromNow(2));
    await add([file("a.pdf", pdf())]);
  });
});

describe("handing files out", () => {
  test("with headers that make nothing more of them than they are", async () => {
    await add([file('报告";x=1.pdf', pdf()), file("b.jpg", await picture().jpeg().toBuffer())]);
    const [paper, image] = rows();
    const got = await ask(paper!.id, firm.actor);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition":
        "attachment; filename=\"____x_1.pdf\"; filename*=UTF-8''%E6%8A%A5%E5%91%8A__x%3D1.pdf",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
      "cache-control": "private, no-store",
    });
    expect(Buffer.from(await got.arrayBuffer()).equals(pdf())).toBe(true);
    expect((await ask(image!.id, firm.actor)).headers.get("content-disposition")).toMatch(/^inline/);
  });

  test("evidence: to the firm, and to untied vetters once handed in; to nobody else, and they learn nothing", async () => {
    await add([file("a.pdf", pdf())]);
    const { id } = rows()[0]!;
    const vetter = await makeVetter(db);
    const tied = await makeVetter(db);
    addMember(db, firm.id, tied.userId);
    const other = await makeApplicant(db);
    const mncUser = await makeUser(db);
    addMember(db, makeOrganisation(db, { kind: "mnc" }), mncUser);
    const organiser = await makeUser(db, { staff: ["organiser"], secondFactor: true });
    const admin = await makeUser(db, { staff: ["admin"], secondFactor: true });
    const strangers: Actor[] = [
      { kind: "visitor" },
      other.actor,
      tied,
      await signedIn(db, mncUser),
      await signedIn(db, organiser, { secondFactor: true }),
      await signedIn(db, admin, { secondFactor: true }),
      { ...vetter, secondFactor: false },
    ];
    const statuses = async (actors: Actor[]) =>
      Promise.all(actors.map(async (one) => (await ask(id, one)).status));
    expect(await statuses([firm.actor, vetter])).toEqual([200, 404]);
    submitCase(as(db, firm.actor));
    expect(await statuses([firm.actor, vetter])).toEqual([200, 200]);
    expect(await statuses(strangers)).toEqual(strangers.map(() => 404));
    expect((await ask("00000000-0000-4000-8000-000000000000", vetter)).status).toBe(404);
    expect((await ask("../../fairway.sqlite", vetter)).status).toBe(404);
  });

  test("photos: as far as the firm lets them be seen", async () => {
    const [id] = await keepUploads(
      as(db, firm.actor),
      { organisationId: firm.id, purpose: "photo", files: [file("a.png", await picture().png().toBuffer())] },
      (tx, ids) => {
        const photo = { organisationId: firm.id, uploadId: ids[0]!, position: 0 };
        tx.insert(profilePhotos).values(photo).run();
      },
    );
    insertVetting(db, firm.id);
    const level = (to: "staff" | "public") =>
      db
        .insert(profileDisclosures)
        .values({ organisationId: firm.id, fieldGroup: "photos", level: to, updatedAt: testNow })
        .onConflictDoUpdate({
          target: [profileDisclosures.organisationId, profileDisclosures.fieldGroup],
          set: { level: to },
        })
        .run();
    level("staff");
    expect((await ask(id!, { kind: "visitor" })).status).toBe(404);
    expect((await ask(id!, await makeVetter(db))).status).toBe(200);
    level("public");
    expect((await ask(id!, { kind: "visitor" })).status).toBe(200);
    db.update(uploads).set({ deletedAt: testNow }).run();
    expect((await ask(id!, { kind: "visitor" })).status).toBe(404);
    expect((await ask(id!, firm.actor)).status).toBe(404);
  });
});

describe("the sweep", () => {
  test("takes what was removed a day ago and what a killed process left, and nothing that is needed", async () => {
    await add([file("kept.pdf", pdf()), file("gone.pdf", pdf())]);
    const [kept, gone] = rows();
    const evidence = db.select().from(vettingEvidence).where(eq(vettingEvidence.uploadId, gone!.id)).get()!;
    removeEvidence(as(db, firm.actor), evidence.id);
    const orphan = "ab000000-0000-4000-8000-000000000000";
    writeFileSync(join(uploadsDir, "uploads-unfinished", orphan), "half");
    const home = placeOf(kept!.id);
    const lost = `${kept!.id.slice(0, 2)}${orphan.slice(2)}`;
    writeFileSync(join(home, "..", lost), "no row");
    for (const path of [join(uploadsDir, "uploads-unfinished", orphan), join(home, "..", lost), home]) {
      utimesSync(path, daysFromNow(-3), daysFromNow(-3));
    }
    sweepUploads(db, testNow);
    expect(existsSync(placeOf(gone!.id))).toBe(true);
    sweepUploads(db, daysFromNow(2));
    expect([existsSync(placeOf(gone!.id)), existsSync(placeOf(lost)), existsSync(home)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(readdirSync(join(uploadsDir, "uploads-unfinished"))).toEqual([]);
    expect(rows().map(({ id }) => id)).toEqual([kept!.id]);
    expect(sweepUploads(db, daysFromNow(2))).toBe(0);
  });
});

test("a backup holds the files, and restoring brings them back byte for byte", async () => {
  await add([file("a.pdf", pdf("% mine"))]);
  const { id, sha256 } = rows()[0]!;
  const archive = join(testFolder(), "all.tar");
  const options = { file: archive, dataDir: uploadsDir, version: "1", secret: "s", now: testNow };
  const manifest = await writeBackup(db, options);
  expect(manifest.files).toContainEqual(
    expect.objectContaining({ path: `uploads/${id.slice(0, 2)}/${id}`, sha256 }),
  );
  const dataDir = testFolder();
  await restoreBackup({ file: archive, dataDir, knownMigrations: migrationsOf(db), now: testNow });
  expect(readFileSync(join(dataDir, "uploads", id.slice(0, 2), id)).equals(pdf("% mine"))).toBe(true);
  const restored = openDatabase(join(dataDir, "fairway.sqlite"));
  expect(
    restored
      .select()
      .from(uploads)
      .all()
      .map((row) => row.sha256),
  ).toContain(sha256);
  restored.$client.close();
});

describe("500 MB", () => {
  /** Sends so much to the page that takes evidence, in pieces, and says what came back and how much went out. */
  async function flood(headers: Record<string, string>) {
    const page = { action: () => new Response("taken") } as unknown as Parameters<typeof testSite>[1][string];
    const pages = { ":lang/vetting/evidence": page };
    const { url } = await testSite(testDatabase(), pages, { resolveActor: async () => firm.actor });
    const target = new URL("/en/vetting/evidence", url);
    const piece = Buffer.alloc(1_000_000, 120);
    let sent = 0;
    const before = process.memoryUsage().rss;
    let most = before;
    const status = await new Promise<number>((resolve) => {
      const post = httpRequest(target, {
        method: "POST",
        headers: {
          "Content-Type": "multipart/form-data; boundary=x",
          Cookie: "fairway_session=anything",
          ...headers,
        },
      });
      let over = false;
      const end = (value: number) => {
        over = true;
        resolve(value);
        post.destroy();
      };
      post.on("response", (answer) => end(answer.statusCode ?? 0));
      post.on("error", () => end(0));
      const pump = () => {
        most = Math.max(most, process.memoryUsage().rss);
        if (over || sent >= 500_000_000) return void post.end();
        sent += piece.length;
        post.write(piece, () => setImmediate(pump));
      };
      pump();
    });
    return { status, sent, grown: most - before };
  }

  test("announced is answered at once", async () => {
    const { status, sent } = await flood({ "Content-Length": "500000000" });
    expect([413, 0]).toContain(status);
    expect(sent).toBeLessThan(60_000_000);
  });

  test("streamed without a length is cut off, without filling memory or disk", async () => {
    const before = lying();
    const { status, sent, grown } = await flood({ "Transfer-Encoding": "chunked" });
    // 0: the connection was closed before the sender cared to read.
    expect([413, 0]).toContain(status);
    expect(sent).toBeLessThan(120_000_000);
    expect(grown).toBeLessThan(200_000_000);
    expect(lying()).toBe(before);
  });
});
