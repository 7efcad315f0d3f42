/** `System.runAs`: a block of a test that runs as another user. */
import { SObjectValue } from '../data/sobject';
import { newException, nullPointerException } from './exceptions';
import { currentTransaction } from './transaction';

/**
 * Runs `work` as the given user (a User record) and goes back to the one before. A record without an id is inserted
 * first. Each block counts as one DML statement (Apex governor limits).
 *
 * @throws System.SecurityException outside of tests
 */
export function runAs(argument: unknown, work: () => void): void {
  const leave = enterRunAs(argument);
  try {
    work();
  } finally {
    leave();
  }
}

/**
 * Begins such a block; answers what ends it. Compiled code calls it around its own `try`.
 *
 * @throws System.SecurityException outside of tests
 */
export function enterRunAs(argument: unknown): () => void {
  const transaction = currentTransaction();
  const { test } = transaction;
  if (!test) throw newException('System.SecurityException', 'System.runAs can only be used in test methods');
  if (argument === null) throw nullPointerException();
  if (!(argument instanceof SObjectValue)) return () => {};
  transaction.limits.consume('dmlStatements');
  const before = transaction.userId;
  transaction.userId = argument.id ?? insertUser(argument);
  test.runAsDepth++;
  return () => {
    test.runAsDepth--;
    transaction.userId = before;
  };
}

function insertUser(user: SObjectValue): string {
  const [outcome] = currentTransaction().org.database.dml({
    kind: 'insert',
    records: [user],
    accessMode: 'system',
    isSharingEnforced: false,
    allOrNone: true,
    externalIdField: null
  });
  const id = outcome?.id;
  if (!id) throw newException('System.UnexpectedException', 'System.runAs: the user could not be inserted');
  return id;
}
