import type ts from 'typescript';
import type { ComponentBundle } from '../workspace';

/** What the checks of one template share. */
export interface TemplateContext {
  /** Instances of the component's class. */
  readonly component: ts.Type;
  readonly checker: ts.TypeChecker;
  /** Another bundle of the sources. */
  findBundle(name: string): ComponentBundle | undefined;
  /** The class of a bundle; undefined when it has none. */
  componentOf(bundle: ComponentBundle): ts.Type | undefined;
  report(rule: string, line: number, message: string): void;
}
