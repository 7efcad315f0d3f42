import type { SoqlRule } from '../rule';
import { aggregates } from './aggregates';
import { clauses } from './clauses';
import { names } from './names';
import { operators } from './operators';
import { semiJoins } from './semi-joins';

/** All rules for queries. */
export const SOQL_RULES: readonly SoqlRule[] = [aggregates, clauses, names, operators, semiJoins];
