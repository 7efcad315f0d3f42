/** Runs work in a transaction of an org that has nothing but limits. */
import type { LocalOrg } from '../../../org';
import { Limits } from '../../../runtime/limits';
import { runInTransaction } from '../../../runtime/transaction';
import type { Transaction } from '../../../runtime/transaction';

export function inTestTransaction<T>(work: () => T, org: Partial<LocalOrg> = {}): T {
  const transaction: Transaction = {
    org: org as LocalOrg,
    kind: 'synchronous',
    userId: '005000000000001AAA',
    isSharingEnforced: false,
    limits: new Limits('synchronous'),
    state: new Map(),
    isTest: true,
    test: null,
    afterCommit: []
  };
  return runInTransaction(transaction, work);
}
