/** What the platform does for single standard objects beyond the rules of all. */
import type { ObjectSchema } from '../../schema/model';
import type { Tables } from '../tables';
import { activityRules } from './rules/activity';
import { caseRules } from './rules/case';
import { campaignMemberRules, campaignRules } from './rules/campaign-member';
import { contentVersionRules } from './rules/content-version';
import { hierarchySettingRules } from './rules/custom-setting';
import { groupRules } from './rules/group';
import { leadRules } from './rules/lead';
import { opportunityRules } from './rules/opportunity';
import { opportunityLineItemRules } from './rules/opportunity-line-item';
import { accountRules, contactRules } from './rules/person-account';
import { permissionSetAssignmentRules, userRules } from './rules/user';
import type { WorkItem } from './work-item';

/** Steps of the order of execution that one object adds to. */
export interface ObjectRules {
  /** Before the before triggers: defaults. */
  readonly prepare?: (tables: Tables, item: WorkItem) => void;
  /** After the before triggers: fields that follow from others. */
  readonly derive?: (tables: Tables, item: WorkItem) => void;
  /** After the field validation. */
  readonly validate?: (tables: Tables, item: WorkItem) => void;
  /** When the row is stored. */
  readonly afterSave?: (tables: Tables, item: WorkItem) => void;
}

const NONE: ObjectRules = {};
const RULES: Readonly<Record<string, ObjectRules>> = {
  Account: accountRules,
  Contact: contactRules,
  Task: activityRules,
  Event: activityRules,
  Lead: leadRules,
  Opportunity: opportunityRules,
  OpportunityLineItem: opportunityLineItemRules,
  Campaign: campaignRules,
  Case: caseRules,
  CampaignMember: campaignMemberRules,
  ContentVersion: contentVersionRules,
  Group: groupRules,
  PermissionSetAssignment: permissionSetAssignmentRules,
  User: userRules
};

export function rulesOf(object: ObjectSchema): ObjectRules {
  return object.kind === 'hierarchySetting' ? hierarchySettingRules : (RULES[object.name] ?? NONE);
}
