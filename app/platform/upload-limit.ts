/** Bytes of one request to a page that takes files. */
export const uploadLimit = 20_000_000;
