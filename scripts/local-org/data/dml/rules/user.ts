/** Users and what is assigned to them. */
import type { ObjectRules } from '../object-rules';
import { fail } from '../work-item';

export const userRules: ObjectRules = {
  prepare(tables, { draft, record, old }) {
    if (old) return;
    draft['CommunityNickname'] ??= `User${String(tables.store.nextNumber('nickname')).padStart(12, '0')}`;
    draft['UserType'] ??= 'Standard';
    if (!record.has('IsActive')) draft['IsActive'] = true;
  },

  validate(tables, item) {
    const username = item.draft['Username'];
    if (typeof username !== 'string' || item.old?.['Username'] === username) return;
    if (!username.includes('@'))
      fail(
        item,
        'INVALID_EMAIL_ADDRESS',
        `Username must be in the form of an email address (for example, john@acme.com): ${username}`,
        ['Username']
      );
    const other = tables
      .table('User')
      .find('Username', username.toLowerCase())
      .find((row) => row['Id'] !== item.id);
    if (other)
      fail(
        item,
        'DUPLICATE_USERNAME',
        'Duplicate Username. The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations.',
        ['Username']
      );
  }
};

export const permissionSetAssignmentRules: ObjectRules = {
  validate(tables, item) {
    const { AssigneeId: assignee, PermissionSetId: set, PermissionSetGroupId: group } = item.draft;
    const same = tables
      .table('PermissionSetAssignment')
      .find('AssigneeId', assignee as string)
      .some(
        (row) =>
          row['Id'] !== item.id &&
          row['IsDeleted'] !== true &&
          (row['PermissionSetId'] ?? null) === (set ?? null) &&
          (row['PermissionSetGroupId'] ?? null) === (group ?? null)
      );
    if (same)
      fail(
        item,
        'DUPLICATE_VALUE',
        `duplicate value found: PermissionSetAssignment.AssigneeId duplicates value on record with id: ${String(assignee)}`
      );
  }
};
