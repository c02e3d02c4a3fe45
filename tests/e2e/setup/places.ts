/** Pages of every visitor, below the language: each is asked for whole, and of axe, in both languages. */
export const publicPages = [
  "",
  "/about",
  "/search",
  "/search?q=CE",
  "/guides",
  "/guides/DE",
  "/guides/DE/standards",
  "/guides/VN/tariffs-taxes",
  "/guides/KE",
  "/guides/EU",
  "/guides/RCEP",
  "/guides/ALL",
  "/guides/ALL/e-commerce",
  "/topics",
  "/topics/standards",
  "/topics/tariffs-taxes?region=europe",
  "/sectors",
  "/sectors/95",
  "/sectors/svc-legal",
  "/glossary",
  "/glossary?q=FOB",
  "/opportunities",
  "/opportunities?kind=fair&market=ZA",
  "/opportunities/spielwarenmesse-delegation",
  "/sign-in",
  "/sign-up",
  "/forgot-password",
  "/reset-password/a-link-that-has-gone",
  "/verify-email/a-link-that-has-gone",
  "/account/email/a-link-that-has-gone",
  "/invitations/a-link-that-has-gone",
];

/** Pages of everybody who is signed in. */
export const everybodysPlaces = [
  "",
  "/account",
  "/account/email",
  "/account/close",
  "/account/security",
  "/organisation",
  "/notifications",
  "/sign-out",
];

/** Pages of each demo person beside these. */
export const placesOf: Record<string, string[]> = {
  "msme@fairway.example": ["/profile", "/matches", "/matches/spielwarenmesse-delegation"],
  "newcomer@fairway.example": ["/profile", "/matches"],
  "editor@fairway.example": ["/staff", "/staff/search"],
  "vetter@fairway.example": ["/staff"],
  "organiser@fairway.example": ["/staff"],
  "admin@fairway.example": [
    "/staff",
    "/staff/people",
    "/staff/people/standing?do=disable",
    "/staff/audit",
    "/staff/mail",
    "/staff/search",
  ],
};

/** Pages that only a story reaches, with the story that asks axe about them. */
export const pagesOfStories: Record<string, string> = {
  "routes/accounts/organisation-new.tsx": "steps-of-an-account.spec.ts",
  "routes/accounts/second-factor.tsx": "steps-of-an-account.spec.ts",
  "routes/accounts/second-factor-set-up.tsx": "steps-of-an-account.spec.ts",
  "routes/staff/person.tsx": "steps-of-an-account.spec.ts",
};
