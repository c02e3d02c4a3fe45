import type { FeedbackReason } from "#app/modules/feedback/schema.ts";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const readers = {
  tools: "Reader's tools",
  useful: {
    question: "Was this section useful?",
    yes: "Yes",
    no: "No",
    why: "What was the matter?",
    reasons: {
      outdated: "out of date",
      wrong: "wrong",
      unclear: "unclear",
      missing: "something is missing",
      notMyProduct: "not for my product",
    } satisfies Record<FeedbackReason, string> as Record<FeedbackReason, string>,
    words: "In your words",
    optional: "(optional)",
    hint: "Please no names or numbers of people; editors read this.",
    send: "Send",
    title: "Tell us about this section",
    back: "Back to the section",
  },
  report: {
    link: "Report an error on a line",
    selected: "Report an error in the selected words",
    title: "Report an error",
    lead: "Choose the line that is wrong and say what is right, with your source if you have one. It goes to the section's owner.",
    lines: "Which line?",
    text: "Text",
    paste: "Or paste the words here",
    message: "What is wrong, and what would be right?",
    send: "Send the report",
    none: "This section has no text yet",
    noneText: "There is nothing here to correct. If a fact is wrong, write to the chamber desk.",
  },
  follow: {
    market: (name: string) => `Follow ${name}`,
    section: "Follow this section",
    ends: (name: string) => `Following ${name} · stop`,
    sectionEnds: "Following this section · stop",
    viaMarket: (name: string) => `You follow all of ${name}.`,
    title: "What you follow",
    lead: "When a section is published anew, you are told at once under the bell what changed, and by one mail the next morning.",
    none: "You follow nothing yet",
    noneText: "Open a market's guide and choose “Follow”: you will be told what changed, in words.",
    toGuides: "To the market guides",
    whole: "the whole guide",
    since: (date: string) => `since ${date}`,
    noChange: "No change since then.",
    stop: "Stop following",
    stopped: (place: string) => `You no longer follow ${place}.`,
    undo: "Undo",
    confirm: (place: string) => `Follow ${place}?`,
    confirmText:
      "You will be told what changed whenever a section is published anew. You can stop at any time.",
    go: "Follow",
  },
  counts: {
    steps: (count: number) => plural(count, "step", "steps"),
  },
};
