declare global {
  namespace Express {
    /** What our middleware notes about one request. */
    interface Locals {
      requestId: string;
      nonce: string;
      /** The status that this request gets instead of a page, decided before the framework saw it. */
      refusal?: number;
    }
  }
}

export {};
