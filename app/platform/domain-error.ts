import type { ErrorKey } from "#app/i18n/en/errors.ts";

/**
 * An expected refusal: a rule of the domain said no. `key` is worded in i18n; `field` is where the form shows it.
 * Anything else that is thrown is a fault and goes to the error boundary with its request id.
 */
export class DomainError extends Error {
  readonly key: ErrorKey;
  readonly field: string | undefined;
  readonly params: Record<string, string | number>;

  constructor(key: ErrorKey, options: { field?: string; params?: Record<string, string | number> } = {}) {
    super(key);
    this.name = "DomainError";
    this.key = key;
    this.field = options.field;
    this.params = options.params ?? {};
  }
}
