/** What a firm is told at each step of its vetting: subject and text of the letter. `{firm}`, `{date}` are filled. */
export const vettingLetters = {
  submitted: {
    subject: "{firm}: your application is with the chamber",
    text: "we have received the application of {firm}. Two people of the chamber look at it independently, as a rule within five working days. You need do nothing now; if something is missing we ask.",
  },
  moreInfo: {
    subject: "{firm}: the chamber has a question, please answer by {date}",
    text: "to go on with the application of {firm} we need an answer from you by {date}. The question and the place for your answer and files are here:",
  },
  approved: {
    subject: "{firm} is vetted",
    text: "the chamber has vetted {firm}. The standing holds until {date}. Multinationals can endorse you now, and programmes for vetted firms are open to you.",
  },
  rejected: {
    subject: "{firm}: the outcome of the vetting",
    text: "the chamber could not approve {firm} this time. The reasons, and what would change the outcome, are on your vetting page. Within 30 days you can appeal; two other people then judge anew.",
  },
  appealed: {
    subject: "{firm}: your appeal is with the chamber",
    text: "we have received the appeal of {firm}. Two people who have not seen the case before judge it anew.",
  },
  suspended: {
    subject: "{firm}: the standing is suspended",
    text: "the chamber has suspended the standing of {firm}. Endorsements that rest on it are not in force meanwhile. The reason is on your vetting page; please write to the desk.",
  },
  lifted: {
    subject: "{firm}: the suspension is lifted",
    text: "the standing of {firm} is in force again, until {date}.",
  },
  lapsed: {
    subject: "{firm}: the standing has lapsed",
    text: "the standing of {firm} ended on {date}. You can apply anew at any time; your profile is still there.",
  },
  remind: {
    subject: "{firm}: the standing ends on {date}",
    text: "the standing of {firm} ends on {date}. Renew it now: the present one holds while we look at the renewal.",
  },
};
export type VettingLetter = keyof typeof vettingLetters;
