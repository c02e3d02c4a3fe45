/** Opens after so many failures in a row and lets nobody through for a while. Time is passed in. */
export class Breaker {
  #failures = 0;
  #openUntil = 0;

  constructor(
    private readonly limit = 3,
    private readonly pauseMs = 5000,
  ) {}

  isOpen(now: number): boolean {
    return now < this.#openUntil;
  }

  failed(now: number): void {
    this.#failures++;
    if (this.#failures >= this.limit) this.open(now);
  }

  /** As after the last failure that it bears. */
  open(now: number): void {
    this.#failures = this.limit;
    this.#openUntil = now + this.pauseMs;
  }

  worked(): void {
    this.#failures = 0;
    this.#openUntil = 0;
  }
}
