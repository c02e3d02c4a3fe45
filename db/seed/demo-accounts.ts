/** Everybody in the demo town signs in with this. The town is seeded only when DEMO=1. */
export const demoPassword = "fairway-demo-2026";

/** Base32 TOTP secret shared by every demo account that owes a second factor; public on purpose. */
export const demoTotpSecret = "FAIRWAY2DEMO2SECRET2FACTOR2ONLY2";

export type DemoAccount = {
  email: string;
  name: string;
  lang: "en" | "zh";
  /** Key of the organisation in town-organisations.ts. */
  organisation: string;
  role: "owner" | "member";
  approver?: true;
  staffRoles?: ("editor" | "vetter" | "organiser" | "admin")[];
};

/** The people of the demo town, one for each role that the portal knows. */
export const demoAccounts: DemoAccount[] = [
  { email: "msme@fairway.example", name: "沈青禾", lang: "zh", organisation: "toys", role: "owner" },
  { email: "newcomer@fairway.example", name: "郑一帆", lang: "zh", organisation: "newcomer", role: "owner" },
  { email: "bamboo@fairway.example", name: "潘竹君", lang: "zh", organisation: "bamboo", role: "owner" },
  { email: "lamps@fairway.example", name: "岑照", lang: "zh", organisation: "lamps", role: "owner" },
  { email: "mnc@fairway.example", name: "Miriam Vogt", lang: "en", organisation: "lindenhof", role: "owner" },
  {
    email: "mnc-approver@fairway.example",
    name: "Jonas Adebayo",
    lang: "en",
    organisation: "lindenhof",
    role: "member",
    approver: true,
  },
  {
    email: "partner@fairway.example",
    name: "Katrin Sommer",
    lang: "en",
    organisation: "toy-association",
    role: "owner",
  },
  staff("editor", "顾书文", "editor"),
  staff("editor2", "Ruth Calloway", "editor", "en"),
  staff("vetter", "何明澈", "vetter"),
  staff("vetter2", "Helen Marsh", "vetter", "en"),
  staff("organiser", "罗海宁", "organiser"),
  staff("admin", "卫长安", "admin"),
];

function staff(
  address: string,
  name: string,
  role: "editor" | "vetter" | "organiser" | "admin",
  lang: "en" | "zh" = "zh",
): DemoAccount {
  return {
    email: `${address}@fairway.example`,
    name,
    lang,
    organisation: "chamber",
    role: role === "admin" ? "owner" : "member",
    staffRoles: [role],
  };
}
