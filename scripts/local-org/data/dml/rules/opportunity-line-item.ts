/** Products of opportunities: their prices, and what they make of the opportunity. */
import { Decimal } from '../../../library/system/Decimal';
import { toDecimal } from '../../field-values';
import type { Row } from '../../store';
import type { Tables } from '../../tables';
import { writeSystemRow } from '../system-rows';
import type { ObjectRules } from '../object-rules';

export const opportunityLineItemRules: ObjectRules = {
  derive(tables, { draft, record }) {
    const entry = typeof draft['PricebookEntryId'] === 'string' ? tables.row(draft['PricebookEntryId']) : null;
    if (entry) {
      draft['Product2Id'] ??= entry['Product2Id'] ?? null;
      draft['ListPrice'] ??= entry['UnitPrice'] ?? null;
    }
    const quantity = toDecimal(draft['Quantity']);
    const unitPrice = toDecimal(draft['UnitPrice']);
    if (quantity && unitPrice && !record.assignedFields.has('TotalPrice'))
      draft['TotalPrice'] = quantity.multiply(unitPrice);
  },
  afterSave(tables, { draft }) {
    sumUp(tables, draft['OpportunityId']);
  }
};

/**
 * The amount of an opportunity with products is the sum of their prices. The platform saves the opportunity, so that its
 * triggers run; here only the row changes.
 */
function sumUp(tables: Tables, opportunityId: unknown): void {
  if (typeof opportunityId !== 'string' || !tables.row(opportunityId)) return;
  const items: readonly Row[] = [...tables.table('OpportunityLineItem').rows()].filter(
    (row) => row['OpportunityId'] === opportunityId && row['IsDeleted'] !== true
  );
  const amount = items.reduce((sum, row) => sum.add(toDecimal(row['TotalPrice']) ?? Decimal.ZERO), Decimal.ZERO);
  writeSystemRow(tables, 'Opportunity', {
    Id: opportunityId,
    Amount: amount,
    HasOpportunityLineItem: items.length > 0
  });
}
