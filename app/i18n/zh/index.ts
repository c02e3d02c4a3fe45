import type { Dictionary } from "../index.ts";
import { accounts } from "./accounts.ts";
import { audit } from "./audit.ts";
import { common } from "./common.ts";
import { editorial } from "./editorial.ts";
import { credentials } from "./credentials.ts";
import { crossmarket } from "./crossmarket.ts";
import { endorsing } from "./endorsing.ts";
import { errors } from "./errors.ts";
import { guides } from "./guides.ts";
import { home } from "./home.ts";
import { importing } from "./importing.ts";
import { mail } from "./mail.ts";
import { matching } from "./matching.ts";
import { network } from "./network.ts";
import { notices } from "./notices.ts";
import { notifications } from "./notifications.ts";
import { opportunities } from "./opportunities.ts";
import { ownAccount } from "./own-account.ts";
import { passports } from "./passports.ts";
import { profile } from "./profile.ts";
import { readers } from "./readers.ts";
import { ranking } from "./ranking.ts";
import { readiness } from "./readiness.ts";
import { search } from "./search.ts";
import { searching } from "./searching.ts";
import { sizeStandards } from "./size-standards.ts";
import { staff } from "./staff.ts";
import { topics } from "./topics.ts";
import { vetting } from "./vetting.ts";
import { vettingReplies } from "./vetting-replies.ts";

export const zh: Dictionary = {
  accounts,
  audit,
  common,
  editorial,
  credentials,
  crossmarket,
  endorsing,
  errors,
  guides,
  home,
  importing,
  mail,
  matching,
  network,
  notices,
  notifications,
  opportunities,
  ownAccount,
  passports,
  profile,
  readers,
  ranking,
  readiness,
  search,
  searching,
  sizeStandards,
  staff,
  topics,
  vetting,
  vettingReplies,
};
