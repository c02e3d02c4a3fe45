import { randomUUID } from "node:crypto";
import type { Database } from "#db/client.server.ts";
import {
  exporterProfiles,
  profileCapabilities,
  profileCertificates,
  profileLanguages,
  profileMarkets,
  profileNeeds,
  profilePhotos,
  profileProducts,
  readinessAnswers,
} from "#db/schema/msmes.ts";
import { organisations } from "#db/schema/accounts.ts";
import { uploads } from "#db/schema/uploads.ts";
import { eq } from "drizzle-orm";
import { fieldGroups, type DisclosureLevel, type FieldGroup } from "#app/modules/msmes/disclosure.ts";
import type { Person } from "#app/platform/context.ts";
import { testNow } from "#tests/setup/database.ts";
import { makeFirm, setLevels } from "./msmes.ts";

export type CanaryFirm = { id: string; actor: Person; canaries: Record<FieldGroup, string[]>; photo: string };
let count = 0;

/**
 * A firm in every group of whose profile sits something that stands nowhere else, all groups at one level. Codes and
 * numbers are such that no page could show them by chance.
 */
export async function makeCanaryFirm(db: Database, level: DisclosureLevel): Promise<CanaryFirm> {
  const { id, actor } = await makeFirm(db, `Canary Works ${level}`);
  const number = 7_430_000 + (count += 1) * 100;
  const word = (group: string) => `cnry${group}${String(number)}`;
  const ofFirm = { organisationId: id };
  const photo = randomUUID();
  db.insert(exporterProfiles)
    .values({
      ...ofFirm,
      division: word("division"),
      industry: word("industry"),
      employees: number + 1,
      revenueWan: number + 2,
      assetsWan: number + 3,
      summaryEn: word("summaryEn"),
      summaryZh: word("summaryZh"),
      capacityEn: word("capacityEn"),
      capacityZh: word("capacityZh"),
      exportingSince: number + 4,
      updatedAt: testNow,
    })
    .run();
  db.insert(profileProducts)
    .values({ ...ofFirm, hs: "950300", nameEn: word("productEn"), nameZh: word("productZh") })
    .run();
  db.insert(profileCertificates)
    .values({ ...ofFirm, code: word("certificate"), issuer: word("issuer") })
    .run();
  // Markets of their own would stand in every list of markets: these are none, which only a test may store.
  db.$client.pragma("foreign_keys = OFF");
  for (const relation of ["target", "exported"] as const) {
    db.insert(profileMarkets)
      .values({ ...ofFirm, marketCode: word(relation), relation })
      .run();
  }
  db.$client.pragma("foreign_keys = ON");
  db.insert(profileNeeds)
    .values({ ...ofFirm, need: word("need") })
    .run();
  db.insert(profileLanguages)
    .values({ ...ofFirm, language: word("language") })
    .run();
  db.insert(profileCapabilities)
    .values({ ...ofFirm, capability: word("capability") })
    .run();
  db.insert(readinessAnswers)
    .values({ ...ofFirm, question: word("readiness"), answer: 2, updatedAt: testNow })
    .run();
  db.insert(uploads)
    .values({
      id: photo,
      ...ofFirm,
      purpose: "photo",
      mediaType: "image/png",
      size: 1,
      sha256: "0",
      name: word("fileName"),
      uploadedById: actor.userId,
      createdAt: testNow,
    })
    .run();
  db.insert(profilePhotos)
    .values({ ...ofFirm, uploadId: photo, captionEn: word("captionEn"), position: 0 })
    .run();
  db.update(organisations)
    .set({ creditCode: word("registration") })
    .where(eq(organisations.id, id))
    .run();
  setLevels(db, id, Object.fromEntries(fieldGroups.map((group) => [group, level])));
  const figures = [1, 2, 3].map((step) => String(number + step));
  const canaries: Record<FieldGroup, string[]> = {
    summary: [word("summaryEn"), word("summaryZh")],
    industry: [word("division"), word("industry")],
    figures,
    products: [word("productEn"), word("productZh")],
    capacity: [word("capability"), word("capacityEn"), word("capacityZh")],
    certificates: [word("certificate"), word("issuer")],
    export: [String(number + 4), word("exported")],
    markets: [word("target")],
    needs: [word("need")],
    languages: [word("language")],
    photos: [word("captionEn")],
    readiness: [word("readiness")],
    registration: [word("registration")],
  };
  return { id, actor, canaries, photo };
}
