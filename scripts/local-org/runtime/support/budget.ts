/** Lets code that runs too long be stopped: loops and methods count down, and from time to time the clock is asked. */
import { currentTransaction, hasCurrentTransaction } from '../transaction';

/** Loop rounds and calls between two looks at the clock; some milliseconds. */
const INTERVAL = 200_000;

export const budget = {
  left: INTERVAL,
  /** @throws System.LimitException `Apex CPU time limit exceeded` */
  tick(): void {
    this.left = INTERVAL;
    if (hasCurrentTransaction()) currentTransaction().limits.consume('cpuTime', 0);
  }
};
