import type { Refusal } from "#app/modules/credentials/check-credential.server.ts";
import type { CredentialStatus } from "#app/modules/credentials/status.ts";

const states: Record<CredentialStatus, { title: string; text: (date: string) => string }> = {
  valid: {
    title: "Valid",
    text: (date) => `This endorsement is in force, checked at this moment. It runs until ${date}.`,
  },
  notYet: {
    title: "Not yet in force",
    text: () => "This endorsement has been issued, but its first day still lies ahead.",
  },
  expired: {
    title: "Expired",
    text: (date) => `This endorsement ended on ${date} by its own date. It says nothing about today.`,
  },
  suspended: {
    title: "Suspended",
    text: () =>
      "Do not rely on this endorsement for the time being. It may come into force again; look here later.",
  },
  revoked: {
    title: "Revoked",
    text: (date) =>
      date
        ? `This endorsement was withdrawn on ${date} and no longer says anything.`
        : "This endorsement was withdrawn and no longer says anything.",
  },
};

const refusals: Record<Refusal, { title: string; text: string }> = {
  malformed: {
    title: "This is not a credential",
    text: "Paste the whole content of the .jwt file: three parts with a dot between them, nothing before or after.",
  },
  header: {
    title: "Not a credential of ours",
    text: "Its header names another algorithm or type than the one we sign with (EdDSA, vc+jwt). Do not rely on it.",
  },
  foreign: {
    title: "Issued by somebody else",
    text: "It does not name this chamber as its issuer. We cannot say anything about it.",
  },
  unknownKey: {
    title: "Signed with a key that is not ours",
    text: "It claims to come from us, but names a key that we never had. Do not rely on it.",
  },
  tampered: {
    title: "Altered or forged",
    text: "The signature does not match: something was changed after we issued it, or we never did. Do not rely on it.",
  },
  compromised: {
    title: "Signed with a key that was withdrawn",
    text: "This key is no longer trusted, and nothing it signed counts. If the endorsement is still in force, its firm holds a new credential.",
  },
  replaced: {
    title: "Replaced or withdrawn",
    text: "We did issue this credential, but it no longer counts. If the endorsement is still in force, its firm holds a new one.",
  },
};

export const credentials = {
  title: "Check an endorsement",
  kicker: "Endorsement",
  of: (firm: string) => `Endorsement of ${firm}`,
  statement: (mnc: string, firm: string) => `${mnc} vouches for ${firm} as its supplier.`,
  states,
  refusals,
  earlierKey: "Signed with an earlier key of ours, which is still good.",
  checkedAt: (time: string) => `Checked ${time}`,
  number: "Number",
  firm: "Supplier",
  mnc: "Vouched for by",
  period: "Period",
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  issued: "Signed",
  key: "Key",
  said: "What is vouched for",
  saidNothing:
    "The supplier shows no more than this to strangers: who vouches for whom, and until when. Ask it for details.",
  network:
    "This endorsement is meant for the multinationals and associations of the network. Strangers see who vouches for whom, and until when.",
  hidden: "Nothing of this endorsement is shown while it stands so.",
  notSaid: "What is not promised",
  promises: [
    "Nobody guarantees a future order, its quality, its price or its delivery.",
    "It is no credit rating, no product certificate and no licence; ask for those themselves.",
    "It speaks of the named sectors and markets and of the past, and of nothing else.",
    "The multinational speaks for itself. The chamber checked who signed and that the supplier was vetted; it is not liable for either.",
  ],
  keep: "Take it with you",
  pdf: "One page to print (PDF)",
  jwt: "Signed credential (.jwt)",
  api: "The same as JSON",
  self: "Check it without us",
  selfText:
    "The signed file is a W3C Verifiable Credential 2.0. Any standard verifier reads it; after fetching the key once, it works offline.",
  stepByStep: "Step by step",
  steps: [
    "Take the .jwt file: header, content and signature, separated by dots.",
    "Fetch our public keys, and take the one that the header names (kid).",
    "Verify the EdDSA signature (Ed25519), and that the issuer in the content is our identifier.",
    "Compare validFrom and validUntil with today.",
    "Fetch both status lists named in credentialStatus and look up the bit at statusListIndex: 1 in the first means revoked, in the second suspended.",
  ],
  keysLink: "Public keys (DID document)",
  listLink: { revocation: "Status list: revoked", suspension: "Status list: suspended" },
  issuer: "Our identifier",
  paste: {
    title: "Check a file you were given",
    lead: "Open the .jwt file in any text editor and paste its whole content. It is checked here and not kept.",
    label: "Content of the file",
    submit: "Check",
    another: "Check another file",
    open: "Open the verification page",
  },
  lookup: {
    title: "You have a paper with a QR code?",
    text: "Scan it: it leads to the page of that endorsement. Make sure the address begins with",
  },
  notFound: {
    title: "No such endorsement",
    text: "There is no endorsement under this number. Check the address for a missing character. If it came from a file, paste the file below.",
  },
  terms: {
    title: "The words in our credentials",
    lead: "What the terms of our own mean, for those who read the file by machine.",
    meanings: {
      SupplierEndorsementCredential:
        "A multinational's word for one of its suppliers, issued by this chamber.",
      Supplier: "A small or medium-sized firm that the chamber has vetted.",
      Endorser: "A multinational that the chamber has confirmed.",
      endorsedBy: "Who gives its word for the subject.",
      supplierSince: "Year since which the endorser has bought from the supplier.",
      goods: "What it buys, in its own words.",
      relationship: "directSupplier, subSupplier, serviceProvider or jointDevelopment.",
      spendBand:
        "What it buys in a year, as a band in US dollars: under100k, to500k, to1m, to5m, to10m, over10m.",
      record: "Quality and delivery, in its own words.",
      sectors: "Sectors the endorsement is about: HS chapters, or service codes.",
      markets: "Markets it is about: ISO 3166-1 codes.",
    },
  },
  paper: {
    title: "Supplier endorsement",
    subject: (firm: string) => `Endorsement of ${firm}`,
    says: "vouches for its supplier",
    scan: "Scan to see how it stands today",
    valid:
      "Valid on the day this page was made, if not revoked since. Only the verification page says how it stands now.",
    made: (date: string) => `Made on ${date}`,
  },
};
