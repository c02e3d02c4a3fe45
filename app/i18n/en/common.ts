import type { Lang } from "#app/platform/context.ts";

export const common = {
  site: {
    name: "Fairway",
    otherName: "航道",
    tagline: "The marked channel to overseas markets",
  },
  nav: {
    label: "Main",
    skip: "Skip to content",
    guides: "Market guides",
    whereToExport: "Where to export",
    opportunities: "Opportunities",
    about: "About",
    matches: "My matches",
    profile: "Exporter profile",
    organisation: "Organisation",
    account: "Account",
    notifications: "Notifications",
    staff: "Chamber desk",
    signIn: "Sign in",
    signUp: "Create account",
    signOut: "Sign out",
    menu: "Menu",
    yourPlaces: "Your places",
    groups: {
      desk: "Chamber",
      firm: "Your firm's standing",
      network: "Suppliers and endorsements",
      reading: "Kept for you",
      own: "You and your organisation",
    },
  },
  language: {
    switchTo: "中文",
    names: { en: "English", zh: "中文" } satisfies Record<Lang, string>,
  },
  searchBox: {
    label: "Search the market guides",
    placeholder: "Germany toys CE marking",
    submit: "Search",
  },
  actions: {
    save: "Save",
    print: "Print",
    csv: "Download CSV",
    showAll: "Show all",
  },
  errorPages: {
    notFoundTitle: "This page is not on the chart",
    notFoundText:
      "The address may be mistyped, or the page has moved. Search for what you need, or start from the market guides.",
    forbiddenTitle: "This place is not open to your account",
    forbiddenText:
      "Your account does not have the right to see this page. If you think it should, ask your organisation's owner or the chamber.",
    badRequestTitle: "We could not read that request",
    badRequestText: "Go back and try again. Nothing was changed.",
    tooManyTitle: "Too many attempts",
    tooManyText: "Please wait a little and try again.",
    faultTitle: "Something went wrong on our side",
    faultText: "It was logged. Please try again; if it happens again, tell the chamber desk this number:",
    requestId: "Request",
    toHome: "To the start page",
    toGuides: "To the market guides",
  },
  upload: {
    label: "Upload",
    sending: "{percent}% sent",
    checking: "Sent. The files are being checked …",
    stop: "Stop",
    stopped: "Stopped. Nothing was kept; your files are still chosen.",
    broken:
      "The connection was lost and nothing was kept. Your files are still chosen: please send them again.",
    tooLarge: "{name} is larger than {megabytes} MB. Please make it smaller or choose another.",
    tooMuch: "Together that is more than {megabytes} MB. Please send the files in two or more goes.",
  },
  unread: (count: number) => `${count} unread`,
  footer: {
    run: "Run by the chamber of commerce for small and medium exporters.",
    check: "Guides inform; they do not replace advice on your own case.",
  },
};
