import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { profilePhotos } from "#db/schema/msmes.ts";
import { uploads } from "#db/schema/uploads.ts";
import { addPhotos } from "#app/modules/msmes/add-photos.server.ts";
import { arrangePhotos } from "#app/modules/msmes/arrange-photos.server.ts";
import { ownProfile } from "#app/modules/msmes/queries.server.ts";
import { DomainError } from "#app/platform/domain-error.ts";
import { makeFirm } from "#tests/factories/msmes.ts";
import { file, pdf, picture } from "#tests/factories/uploads.ts";
import { testCtx, testDatabase } from "#tests/setup/database.ts";

async function firmWithPhotos(names: string[]) {
  const db = testDatabase();
  const { actor } = await makeFirm(db);
  const ctx = { ...testCtx(db, actor), actor, clientKey: "test" };
  const bytes = await picture().jpeg().toBuffer();
  const files = names.map((name) => file(name, bytes, "image/jpeg"));
  if (files.length > 0) await addPhotos(ctx, files);
  const order = () =>
    ownProfile(ctx).photos.map(
      ({ uploadId }) => db.select().from(uploads).where(eq(uploads.id, uploadId)).get()!.name,
    );
  return { db, ctx, bytes, order, photos: () => ownProfile(ctx).photos };
}

describe("photos of the profile", () => {
  it("are added, moved, named and removed; a removed file is marked for the sweep", async () => {
    const { db, ctx, order, photos } = await firmWithPhotos(["a.jpg", "b.jpg", "c.jpg"]);
    expect(order()).toEqual(["a.jpg", "b.jpg", "c.jpg"]);
    const [a, b, c] = photos();
    const none = { photos: [] };
    arrangePhotos(ctx, { ...none, later: a!.id });
    expect(order()).toEqual(["b.jpg", "a.jpg", "c.jpg"]);
    arrangePhotos(ctx, { ...none, earlier: c!.id });
    arrangePhotos(ctx, { ...none, earlier: b!.id });
    expect(order()).toEqual(["b.jpg", "c.jpg", "a.jpg"]);
    arrangePhotos(ctx, { photos: [{ id: c!.id, captionZh: "车间", captionEn: "" }], remove: b!.id });
    expect(order()).toEqual(["c.jpg", "a.jpg"]);
    expect(photos()[0]!.captionZh).toBe("车间");
    expect(db.select().from(uploads).where(eq(uploads.id, b!.uploadId)).get()!.deletedAt).toEqual(ctx.now);
  });

  it("are eight at most, pictures only, and all or none", async () => {
    const { db, ctx, bytes, order } = await firmWithPhotos([
      "1.jpg",
      "2.jpg",
      "3.jpg",
      "4.jpg",
      "5.jpg",
      "6.jpg",
    ]);
    const more = (count: number) => Array.from({ length: count }, (_, n) => file(`more${n}.jpg`, bytes));
    await expect(addPhotos(ctx, more(3))).rejects.toMatchObject({ key: "profile.tooMany" });
    await expect(addPhotos(ctx, [...more(1), file("x.jpg", pdf(), "image/jpeg")])).rejects.toMatchObject({
      key: "profile.notAPhoto",
    });
    expect(order()).toHaveLength(6);
    expect(db.select().from(uploads).all()).toHaveLength(6);
    await addPhotos(ctx, more(2));
    expect(order()).toHaveLength(8);
  });

  it("of another firm cannot be touched by their id", async () => {
    const { db, ctx, photos } = await firmWithPhotos(["a.jpg"]);
    const { actor } = await makeFirm(db);
    const theirs = { ...testCtx(db, actor), actor, clientKey: "test" };
    const { id } = photos()[0]!;
    expect(() => arrangePhotos(theirs, { photos: [], remove: id })).toThrow(
      new DomainError("profile.photoGone"),
    );
    arrangePhotos(theirs, { photos: [{ id, captionZh: "别人的", captionEn: "" }] });
    expect(db.select().from(profilePhotos).get()!.captionZh).toBe("");
    expect(photos()).toHaveLength(1);
    expect(ctx.actor.userId).not.toBe(actor.userId);
  });
});
