import type { BoundType } from '../../../local-org/compiler/bound';
import { typeName, type ApexType } from '../../../local-org/compiler/types';
import type { ApexProgram } from '../program';
import type { ApexRule } from '../rule';
import { walk } from '../walk';

interface AsyncCall {
  readonly call: RegExp;
  /** Which argument is the job. */
  readonly argument: number;
  readonly interfaceName: string;
}

const CALLS: readonly AsyncCall[] = [
  { call: /^System\.System enqueueJob\(/i, argument: 0, interfaceName: 'Queueable' },
  { call: /^System\.System schedule\(/i, argument: 2, interfaceName: 'Schedulable' },
  { call: /^System\.System attachFinalizer\(/i, argument: 0, interfaceName: 'Finalizer' },
  {
    call: /^System\.(?:Database executeBatch|System scheduleBatch)\(/i,
    argument: 0,
    interfaceName: 'Database.Batchable'
  }
];

/**
 * Jobs are passed as Object, so any compiler takes anything; the platform refuses what does not implement the interface
 * only when it runs (Apex Reference, System.enqueueJob, System.schedule, Database.executeBatch).
 */
export const asyncInterfaces: ApexRule = {
  name: 'async-interfaces',
  check(program, report) {
    for (const file of program.files) {
      walk(file.unit, (node) => {
        if (node.kind !== 'platformCall') return;
        const found = CALLS.find(({ call }) => call.test(`${node.typeName} ${node.signature}`));
        const job = found && node.arguments[found.argument];
        if (!found || !job || mayImplement(program, job.type, found.interfaceName)) return;
        report(
          file,
          node.span.line,
          `${typeName(job.type)} does not implement ${found.interfaceName}, which ${node.signature.split('(')[0] ?? ''} needs. Implement it, or pass another job.`
        );
      });
    }
  }
};

/** False only when no value of the static type can implement the interface. */
function mayImplement(program: ApexProgram, type: ApexType, interfaceName: string): boolean {
  if (type.kind === 'null' || type.kind === 'variable' || (type.kind === 'primitive' && type.name === 'Object'))
    return true;
  if (type.kind === 'platform') return true;
  if (type.kind !== 'user') return false;
  const types = [...program.typesByName.values()].map((entry) => entry.type);
  return types.some(
    (candidate) => isKindOf(program, candidate, type.name) && implementsInterface(program, candidate, interfaceName)
  );
}

function isKindOf(program: ApexProgram, type: BoundType, name: string): boolean {
  if (type.name.toLowerCase() === name.toLowerCase()) return true;
  return parentsOf(program, type).some((parent) => isKindOf(program, parent, name));
}

function implementsInterface(program: ApexProgram, type: BoundType, name: string): boolean {
  const matches = (each: ApexType) =>
    each.kind === 'platform' && typeName({ ...each, arguments: [] }).toLowerCase() === name.toLowerCase();
  return (
    type.interfaces.some(matches) ||
    parentsOf(program, type).some((parent) => implementsInterface(program, parent, name))
  );
}

function parentsOf(program: ApexProgram, type: BoundType): readonly BoundType[] {
  const parents = type.superType ? [type.superType, ...type.interfaces] : type.interfaces;
  return parents.flatMap((parent) =>
    parent.kind === 'user' ? (program.typesByName.get(parent.name.toLowerCase())?.type ?? []) : []
  );
}
