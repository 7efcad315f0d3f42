/** Hierarchy custom settings: one row for the org, a profile or a user. */
import { currentTransaction } from '../../../runtime/transaction';
import type { ObjectRules } from '../object-rules';
import { fail } from '../work-item';

export const hierarchySettingRules: ObjectRules = {
  prepare(_tables, { draft }) {
    draft['SetupOwnerId'] ??= currentTransaction().org.organizationId;
  },

  validate(tables, item) {
    const owner = item.draft['SetupOwnerId'] as string;
    const other = tables
      .table(item.object.name)
      .find('SetupOwnerId', owner)
      .find((row) => row['Id'] !== item.id && row['IsDeleted'] !== true);
    if (other)
      fail(
        item,
        'DUPLICATE_VALUE',
        `duplicate value found: SetupOwnerId duplicates value on record with id: ${String(other['Id']).slice(0, 15)}`
      );
  }
};
