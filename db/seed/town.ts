import { hash } from "@node-rs/argon2";
import type { Database, Transaction } from "../client.server.ts";
import * as schema from "../schema/index.ts";
import { demoAccounts, demoPassword, demoTotpSecret } from "./demo-accounts.ts";
import { seedNetwork } from "./town-network.ts";
import { seedEndorsements } from "./town-endorsements.ts";
import { townFirms, type TownFirm } from "./town-firms.ts";
import { after, organisationId, townId } from "./town-ids.ts";
import { seedPassport } from "./town-passports.ts";
import type { StoreFile } from "./town-papers.ts";
import { seedVettingQueue } from "./town-vetting.ts";
import { townOpportunities, type TownDates } from "./town-opportunities.ts";
import { townOrganisations, type TownKey } from "./town-organisations.ts";

const profileGroups = [
  "firm",
  "about",
  "products",
  "capabilities",
  "certificates",
  "export",
  "markets",
  "needs",
  "languages",
];
/** The questions of the self-assessment in their order; see app/modules/msmes/readiness.ts. */
const readinessQuestions =
  "exportVersion spareCapacity samples qualityControl exportOwner foreignLanguage tradeSkills managementTime landedCost paymentTerms workingCapital riskCover marketStandards exportRights contracts trademark foreignSite onlineChannel dataAndReplies packaging forwarder documents".split(
    " ",
  );

/**
 * Seeds the demo town: organisations, people, exporter profiles, vetting cases, endorsements, opportunities.
 * Needs the markets and sectors of `seedContent`. Ids follow from names, so running it again adds only what is
 * missing and changes nothing that people have changed since. All dates are counted from `now`.
 *
 * `seal` encrypts the shared second-factor secret as the account pages expect it; `store` puts
 * evidence where uploads lie, and without it there is none.
 */
export async function seedTown(
  db: Database,
  now: Date,
  { seal, store }: { seal: (text: string) => string; store?: StoreFile },
): Promise<void> {
  const passwordHash = await hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  db.transaction((tx) => {
    seedOrganisations(tx, now);
    seedPeople(tx, now, passwordHash, seal);
    for (const [key, firm] of Object.entries(townFirms)) seedFirm(tx, now, key as TownKey, firm);
    seedEndorsements(tx, now);
    seedPassport(tx, now);
    seedOpportunities(tx, now);
    seedNetwork(tx, now, townId);
    seedVettingQueue(tx, now, townId, store);
  });
}

function seedOrganisations(tx: Transaction, now: Date): void {
  const rows = Object.entries(townOrganisations).map(([key, organisation]) => ({
    id: organisationId(key),
    createdAt: now,
    ...organisation,
  }));
  tx.insert(schema.organisations).values(rows).onConflictDoNothing().run();
}

function seedPeople(tx: Transaction, now: Date, passwordHash: string, seal: (text: string) => string): void {
  for (const account of demoAccounts) {
    const userId = townId(`user:${account.email}`);
    const secondFactor = account.approver === true || account.staffRoles !== undefined;
    tx.insert(schema.users)
      .values({
        id: userId,
        email: account.email,
        name: account.name,
        lang: account.lang,
        passwordHash,
        emailVerifiedAt: now,
        totpSecret: secondFactor ? seal(demoTotpSecret) : null,
        totpConfirmedAt: secondFactor ? now : null,
        createdAt: now,
      })
      .onConflictDoNothing()
      .run();
    tx.insert(schema.memberships)
      .values({
        userId,
        organisationId: organisationId(account.organisation),
        role: account.role,
        approver: account.approver ?? false,
        createdAt: now,
      })
      .onConflictDoNothing()
      .run();
    for (const role of account.staffRoles ?? []) {
      tx.insert(schema.staffRoles).values({ userId, role, createdAt: now }).onConflictDoNothing().run();
    }
  }
}

function seedFirm(tx: Transaction, now: Date, key: TownKey, firm: TownFirm): void {
  const id = organisationId(key);
  const known = tx.query.exporterProfiles
    .findFirst({ where: (t, { eq }) => eq(t.organisationId, id) })
    .sync();
  if (known) return;
  tx.insert(schema.exporterProfiles)
    .values({
      organisationId: id,
      division: firm.division ?? null,
      industry: firm.industry,
      underLargeControl: firm.underLargeControl ?? null,
      employees: firm.employees ?? null,
      revenueWan: firm.revenueWan ?? null,
      assetsWan: firm.assetsWan ?? null,
      summaryEn: firm.summaryEn,
      summaryZh: firm.summaryZh,
      capacityEn: firm.capacityEn ?? "",
      capacityZh: firm.capacityZh ?? "",
      exportingSince: firm.exportYears === undefined ? null : now.getUTCFullYear() - firm.exportYears,
      statedGroups: firm.stated ?? profileGroups,
      updatedAt: now,
    })
    .run();
  const of = <Row>(rows: Row[], insert: (row: Row) => void) => rows.forEach(insert);
  of(firm.products, ([hs, nameEn, nameZh]) =>
    tx
      .insert(schema.profileProducts)
      .values({ id: townId(`product:${key}:${hs}`), organisationId: id, hs, nameEn, nameZh })
      .run(),
  );
  of(firm.certificates, ([code, issuer, months]) =>
    tx
      .insert(schema.profileCertificates)
      .values({
        id: townId(`certificate:${key}:${code}`),
        organisationId: id,
        code,
        issuer,
        expiresOn:
          months === null
            ? null
            : after(now, months * 30.4)
                .toISOString()
                .slice(0, 10),
      })
      .run(),
  );
  const relation = (relation: "target" | "exported") => (marketCode: string) => {
    tx.insert(schema.profileMarkets).values({ organisationId: id, marketCode, relation }).run();
  };
  of(firm.targets, relation("target"));
  of(firm.exported, relation("exported"));
  of(firm.needs, (need) => tx.insert(schema.profileNeeds).values({ organisationId: id, need }).run());
  of(firm.languages, (language) =>
    tx.insert(schema.profileLanguages).values({ organisationId: id, language }).run(),
  );
  of(firm.capabilities ?? [], (capability) =>
    tx.insert(schema.profileCapabilities).values({ organisationId: id, capability }).run(),
  );
  of(
    [...(firm.readiness ?? "")].map((digit, index) => [index, Number(digit)] as const),
    ([index, answer]) =>
      tx
        .insert(schema.readinessAnswers)
        .values({ organisationId: id, question: readinessQuestions[index]!, answer, updatedAt: now })
        .run(),
  );
  if (firm.vetting) seedVetting(tx, now, key, firm.vetting);
}

function seedVetting(
  tx: Transaction,
  now: Date,
  key: TownKey,
  vetting: NonNullable<TownFirm["vetting"]>,
): void {
  const decidedAt = vetting.decidedDaysAgo === undefined ? null : after(now, -vetting.decidedDaysAgo);
  const [identity, capability, compliance, readiness] = vetting.scores ?? [];
  tx.insert(schema.vettingCases)
    .values({
      id: townId(`vetting:${key}`),
      organisationId: organisationId(key),
      state: vetting.state,
      scores:
        identity === undefined
          ? null
          : { identity, capability: capability!, compliance: compliance!, readiness: readiness! },
      submittedAt: after(now, -vetting.submittedDaysAgo),
      decidedAt,
      expiresAt: decidedAt && after(decidedAt, 365),
      createdAt: after(now, -vetting.submittedDaysAgo - 5),
    })
    .onConflictDoNothing()
    .run();
}

function seedOpportunities(tx: Transaction, now: Date): void {
  for (const { dates, owner, sectors, markets, ...words } of townOpportunities) {
    const id = townId(`opportunity:${words.slug}`);
    const known = tx.query.opportunities.findFirst({ where: (t, { eq }) => eq(t.slug, words.slug) }).sync();
    if (known) continue;
    tx.insert(schema.opportunities)
      .values({
        id,
        state: "open",
        ownerId: organisationId(owner),
        ...words,
        ...placeInTime(now, dates, words.timeZone),
        createdAt: now,
        updatedAt: now,
      })
      .run();
    for (const sectorCode of sectors) {
      tx.insert(schema.opportunitySectors).values({ opportunityId: id, sectorCode }).run();
    }
    for (const marketCode of markets) {
      tx.insert(schema.opportunityMarkets).values({ opportunityId: id, marketCode }).run();
    }
  }
}

/** 09:00 by the clock of the towns our programmes start in (winter time), as an hour of UTC. */
const nineOClockUtc: Record<string, number> = {
  "Asia/Shanghai": 1,
  "Europe/Stockholm": 8,
  "America/Chicago": 15,
};

/**
 * Programmes: applications close at the end of a Beijing day, the programme starts at nine and ends at five by its
 * own clock. Fairs: the next usual months that leave at least 35 days; noon UTC, so that the month is the same in
 * every zone.
 */
function placeInTime(now: Date, dates: TownDates, timeZone: string) {
  const utc = (days: number, hour: number) => {
    const date = after(now, days);
    return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), hour));
  };
  const minuteBefore = (date: Date) => new Date(date.getTime() - 60_000);
  if (!("usualMonths" in dates)) {
    const nine = nineOClockUtc[timeZone] ?? 1;
    return {
      applyBy: minuteBefore(utc(dates.applyInDays, 16)),
      startsAt: utc(dates.startInDays, nine),
      endsAt: utc(dates.startInDays + dates.days, nine + 8),
      datePrecision: "day" as const,
    };
  }
  const [first, last] = dates.usualMonths;
  let year = now.getUTCFullYear();
  while (Date.UTC(year, first - 1, 1) < after(now, 35).getTime()) year += 1;
  const startsAt = new Date(Date.UTC(year, first - 1, 1, 12));
  return {
    applyBy: minuteBefore(new Date(after(startsAt, -21).getTime() + 4 * 3_600_000)),
    startsAt,
    endsAt: new Date(Date.UTC(year, last, 0, 12)),
    datePrecision: "month" as const,
  };
}
