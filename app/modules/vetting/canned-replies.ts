/** Questions that come up again and again; each has its text in both languages, to be edited before it goes. */
export const cannedReplies = [
  "licenceCopy",
  "licenceName",
  "scope",
  "exportProof",
  "certificateCopy",
  "certificateHolder",
  "testReport",
  "factoryPhotos",
  "auditReport",
  "unreadable",
] as const;
export type CannedReply = (typeof cannedReplies)[number];
