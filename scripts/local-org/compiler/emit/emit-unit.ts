/** Emits one source file: the entry of the emitter. */
import type { BoundUnit } from '../bound';
import type { Diagnostic } from '../diagnostics';
import type { CompiledUnit } from './compiled-unit';
import { describeType } from './describe';
import { functionBody } from './functions';
import { NO_HIDDEN_MEMBERS } from './hidden-members';
import type { HiddenMembers } from './hidden-members';
import { resolveMarks } from './marks';
import { emitClass } from './types';
import { classVariable, UnitContext } from './unit-context';

/** What generated code calls so often that it has a name of its own; everything else hangs on `$`. */
const HOT =
  'npe: $npe, listGet: $listGet, listSet: $listSet, text: $text, sameText: $sameText, ' +
  'compareStrings: $compareStrings, imul: $imul, integerDivide: $integerDivide, integerToLong: $integerToLong, ' +
  'less: $less, lessOrEqual: $lessOrEqual, greater: $greater, greaterOrEqual: $greaterOrEqual, counters: $h, budget: $b';

export interface EmitOptions {
  /** The Apex text, for debuggers; absent leaves it out of the source map. */
  readonly source?: string | null;
  /** What the binder has found: a function with an error in it is emitted as one that throws. */
  readonly errors?: readonly Diagnostic[];
  /** Of the whole program. */
  readonly hidden?: HiddenMembers;
}

/** The JavaScript of one source file. */
export function emitUnit(
  unit: BoundUnit,
  { source = null, errors = [], hidden = NO_HIDDEN_MEMBERS }: EmitOptions = {}
): CompiledUnit {
  const classes = unit.types.filter((type) => type.kind === 'class');
  const context = new UnitContext(
    classes.map((type) => type.name),
    errors,
    hidden
  );
  const body = [
    ...classes.map((type) => emitClass({ unit: context, type })),
    unit.trigger ? emitTrigger(unit, context) : '',
    unit.anonymous ? emitAnonymous(unit, context) : ''
  ].join('');
  const variables = classes.length > 0 ? `let ${classes.map((type) => classVariable(type.name)).join(', ')};\n` : '';
  const text = `'use strict';\nconst { ${HOT} } = $;\n${context.hoisted}\n${variables}${body}`;
  return {
    path: unit.path,
    ...resolveMarks(text, unit.path, source),
    points: context.points,
    ranges: context.ranges,
    types: unit.types.map(describeType),
    trigger: unit.trigger && {
      name: unit.trigger.name,
      objectName: unit.trigger.objectName,
      events: unit.trigger.events
    }
  };
}

/** Triggers never enforce sharing. */
function emitTrigger(unit: BoundUnit, context: UnitContext): string {
  if (!unit.trigger) return '';
  const { name, body } = unit.trigger;
  return `$.defineTrigger(() => ${functionBody({ unit: context, sharing: 'without', label: `Trigger.${name}`, span: body.span, body })});\n`;
}

function emitAnonymous(unit: BoundUnit, context: UnitContext): string {
  const body = unit.anonymous;
  if (!body) return '';
  return `$.defineAnonymous(() => ${functionBody({ unit: context, sharing: 'none', label: 'AnonymousBlock', span: body.span, body })});\n`;
}
