export const home = {
  title: "Find your channel to overseas markets",
  sentence:
    "Dated, sourced market guides; sponsor programmes, trade-fair delegations and export consortia that fit your firm, each with the reasons why.",
  tryThese: "For example",
  examples: [
    "Germany toys CE marking",
    "Japan PSE electrical",
    "UK VAT parcels",
    "Vietnam certificate of origin",
  ],
  markets: {
    title: "Markets",
    lead: "Thirty markets. The figure on a tile counts its sourced facts; a filled dot means written guidance as well.",
    facts: (count: number) => `${count} facts`,
    written: "with written guide",
    all: "All market guides",
  },
  fairs: {
    title: "Next fairs",
    all: "All fair delegations",
    none: "No delegation is open right now. Fairs appear here when the chamber opens places.",
  },
  programmes: {
    title: "Open programmes",
    all: "All programmes",
    none: "No programme is open right now. New ones appear here on the day they open.",
  },
  seats: (count: number) => (count === 1 ? "1 place" : `${count} places`),
  applyBy: (date: string) => `apply by ${date}`,
  trust: {
    title: "Suppliers somebody vouches for",
    lead: "Multinationals endorse suppliers they have worked with, within a named scope and for at most twelve months; the chamber has checked each firm first.",
    vetted: "firms vetted by the chamber",
    endorsed: "firms with an active endorsement",
    endorsers: "multinationals that vouch",
  },
  about: {
    title: "About Fairway",
    lead: "A fairway is the marked channel by which a ship leaves harbour.",
    paragraphs: [
      "Small and medium firms make most of China's exports, yet three things keep many of them out of overseas markets: scattered market knowledge, little spare capacity, and support that is split over many bodies which contradict each other.",
      "Fairway brings the parts together in one record: a guide you can trust because it names its sources and its dates; a profile the chamber has checked; an endorsement by a multinational that knows your work; and programmes and fairs that fit, with the reasons shown.",
    ],
    howTitle: "How we work",
    how: [
      [
        "Every figure names its source and year.",
        "What rests on general knowledge and has not been checked against a source yet is marked “to be checked”. Where we found nothing supportable, the page says so.",
      ],
      ["Your details stay yours.", "Other small firms never see more of your profile than you make public."],
      [
        "A match shows its sum.",
        "The hard rules are a checklist, the score is a list of named contributions, and we tell you what would raise it.",
      ],
      ["We draw no political map.", "Markets are listed as tiles and tables."],
    ] as [string, string][],
    contactTitle: "The chamber desk",
    contact:
      "Questions about a guide, your vetting or a programme go to the chamber that runs this portal. If a fact here is wrong, tell us: we would rather correct it than be quoted on it.",
  },
};
