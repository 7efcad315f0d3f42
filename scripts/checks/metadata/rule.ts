import type { MetadataModel } from './model';
import type { XmlNode } from './xml';

/** Notes what is wrong. The place is a node of the file, a line, or nothing for the whole file. */
export type Report = (file: { readonly path: string }, place: XmlNode | number | undefined, message: string) => void;

/** One thing that an org would refuse, or that this package does not do. */
export interface MetadataRule {
  /** In kebab case, like the file of the rule. */
  readonly name: string;
  check(model: MetadataModel, report: Report): void;
}
