/** `Messaging.MassEmailMessage`, and e-mails that templates render. */
import { newException } from '../../runtime/exceptions';
import { SObjectValue } from '../../data/sobject';
import type { Row } from '../../data/store';
import { database } from '../database/operands';
import { extendPlatformType, platformType } from '../registry';
import { apexToString } from '../stringify';
import { accessors } from './accessors';
import { MASS_EMAIL_MEMBERS, MassEmailMessage, SingleEmailMessage } from './Messaging';

platformType({
  name: 'Messaging.MassEmailMessage',
  jsClass: MassEmailMessage,
  constructors: { '()': () => new MassEmailMessage() },
  ...accessors(MASS_EMAIL_MEMBERS)
});

/**
 * The message of a template. Merge fields of the target (`{!Contact.FirstName}`) and of the related record
 * (`{!Case.Subject}`, `{!relatedTo.Subject}`) are filled; functions in templates are not computed.
 */
function renderStoredEmailTemplate(
  templateId: string | null,
  whoId: string | null,
  whatId: string | null
): SingleEmailMessage {
  const template = templateId === null ? null : database().systemRead(templateId);
  if (!template) throw newException('System.EmailException', `The email template ${templateId} does not exist`);
  const message = new SingleEmailMessage();
  const render = (text: unknown) => (typeof text === 'string' ? merge(text, [whoId, whatId]) : null);
  message.values.set('templateid', templateId);
  message.values.set('subject', render(template['Subject']));
  message.values.set('plaintextbody', render(template['Body']));
  message.values.set('htmlbody', render(template['HtmlValue']));
  message.values.set('targetobjectid', whoId);
  message.values.set('whatid', whatId);
  return message;
}

function merge(text: string, ids: readonly (string | null)[]): string {
  const rows = ids.flatMap((id): [string, Readonly<Row>][] => {
    const row = id === null ? null : database().systemRead(id);
    const object = id === null ? undefined : database().tables.objectOfId(id);
    return row && object ? [[object.name.toLowerCase(), row]] : [];
  });
  return text.replace(/\{!(\w+)\.(\w+)\}/g, (whole, object: string, field: string) => {
    const name = object.toLowerCase();
    const [, row] = rows.find(([owner]) => owner === name) ?? (name === 'relatedto' ? (rows.at(-1) ?? []) : []);
    if (!row) return whole;
    const key = Object.keys(row).find((candidate) => candidate.toLowerCase() === field.toLowerCase());
    const value = key === undefined ? null : row[key];
    return value === null || value instanceof SObjectValue ? '' : apexToString(value);
  });
}

extendPlatformType('System.Messaging', {
  statics: {
    reserveMassEmailCapacity: () => null,
    'renderStoredEmailTemplate/3': renderStoredEmailTemplate
  }
});
