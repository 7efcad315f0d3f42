import type { Finding } from './finding';

export interface GateContext {
  /** Source folders to look at. */
  readonly sources: readonly string[];
  /** Tells people what goes on in a long gate. */
  readonly progress: (message: string) => void;
}

/** One check that an org would apply, too. Gates of one group run with `npm run check:<group>`. */
export interface Gate {
  readonly name: string;
  readonly group: string;
  /** One line: what it finds. */
  readonly description: string;
  /** True for gates that run on Java: skipped, and said so, where there is none. */
  readonly needsJava: boolean;
  run(context: GateContext): Promise<readonly Finding[]>;
}
