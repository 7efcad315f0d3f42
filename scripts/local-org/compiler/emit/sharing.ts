/** Where compiled code has to switch record sharing on or off. */
import type { SharingMode } from '../bound';

/** Platform types whose methods neither read records nor call back into user code that might. */
const PURE_TYPES = new Set([
  'system.string',
  'system.integer',
  'system.long',
  'system.double',
  'system.decimal',
  'system.boolean',
  'system.id',
  'system.date',
  'system.datetime',
  'system.time',
  'system.blob',
  'system.math',
  'system.list',
  'system.set',
  'system.map',
  'system.exception',
  'system.pattern',
  'system.matcher',
  'system.encodingutil',
  'system.crypto',
  'system.assert',
  'system.limits',
  'system.userinfo'
]);

/**
 * Whether code (a tree, or a list of them) of a class with `sharing` must set the sharing of the transaction for its
 * time: only when the class says `with` or `without`, and something in it reads or writes records or calls what might.
 */
export function needsSharingBorder(sharing: SharingMode, code: unknown): boolean {
  return (sharing === 'with' || sharing === 'without') && reachesRecords(code);
}

interface AnyNode {
  readonly kind?: string;
  readonly typeName?: string;
}

function reachesRecords(node: unknown): boolean {
  if (node === null || typeof node !== 'object') return false;
  if (Array.isArray(node)) return node.some(reachesRecords);
  if (isReach(node as AnyNode)) return true;
  return Object.entries(node).some(
    ([key, value]) => key !== 'span' && key !== 'type' && typeof value === 'object' && reachesRecords(value)
  );
}

function isReach({ kind, typeName }: AnyNode): boolean {
  switch (kind) {
    case 'soql':
    case 'sosl':
    case 'dml':
    case 'objectCall':
    case 'userCall':
    case 'newUser':
    case 'userProperty':
      return true;
    case 'platformCall':
    case 'newPlatform':
      return !PURE_TYPES.has((typeName ?? '').toLowerCase());
    default:
      return false;
  }
}
