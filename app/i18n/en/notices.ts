/** One line shown after a change went through; the page that follows names it in `?notice=`. */
export const notices = {
  saved: "Saved.",
};

export type NoticeKey = keyof typeof notices;
