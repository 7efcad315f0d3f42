/** `System.Messaging`: single e-mails. Nothing is sent; what was to be sent is kept with the transaction. */
import { newException } from '../../runtime/exceptions';
import { currentTransaction, transactionState } from '../../runtime/transaction';
import { required } from '../null-argument';
import { enumValue, platformType } from '../registry';
import { ApexList } from '../system/List';
import { accessors, ValueBag } from './accessors';

export class SingleEmailMessage extends ValueBag {}
export class MassEmailMessage extends ValueBag {}
export class EmailFileAttachment extends ValueBag {}

class SendEmailError {
  readonly message: string;
  readonly statusCode: string;
  readonly targetObjectId: string | null;

  constructor(message: string, statusCode: string, targetObjectId: string | null) {
    this.message = message;
    this.statusCode = statusCode;
    this.targetObjectId = targetObjectId;
  }
}

class SendEmailResult {
  readonly errors: readonly SendEmailError[];

  constructor(errors: readonly SendEmailError[]) {
    this.errors = errors;
  }
}

const SENT_MESSAGES = Symbol('sent e-mails');

/** The messages that the running transaction has sent, in order. */
export function sentMessages(): SingleEmailMessage[] {
  return transactionState<SingleEmailMessage[]>(SENT_MESSAGES, () => []);
}

/** @throws System.EmailException for a message without recipient or body, unless `allOrNone` is false */
function sendEmail(messages: ApexList | null, allOrNone: boolean | null = true): ApexList {
  currentTransaction().limits.consume('emailInvocations');
  const results = required(messages).items.map(
    (message) => new SendEmailResult(errorsOf(message as SingleEmailMessage))
  );
  const failed = results.findIndex((result) => result.errors.length > 0);
  const [error] = results[failed]?.errors ?? [];
  if (error && allOrNone !== false) {
    throw newException(
      'System.EmailException',
      `SendEmail failed. First exception on row ${failed}; first error: ${error.statusCode}, ${error.message}: []`
    );
  }
  results.forEach((result, i) => {
    if (result.errors.length === 0) sentMessages().push(messages?.items[i] as SingleEmailMessage);
  });
  return new ApexList('Messaging.SendEmailResult', results);
}

function errorsOf(message: ValueBag): SendEmailError[] {
  if (message instanceof MassEmailMessage) return massEmailErrors(message);
  const target = message.get('TargetObjectId') as string | null;
  const hasRecipient =
    target !== null ||
    ['ToAddresses', 'CcAddresses', 'BccAddresses'].some(
      (name) => ((message.get(name) as ApexList | null)?.items.length ?? 0) > 0
    );
  if (!hasRecipient)
    return [new SendEmailError('At least one recipient is required.', 'REQUIRED_FIELD_MISSING', target)];
  const hasBody = ['PlainTextBody', 'HtmlBody', 'TemplateId'].some((name) => message.get(name) !== null);
  return hasBody
    ? []
    : [new SendEmailError('Missing body, need at least one of html or plainText', 'REQUIRED_FIELD_MISSING', target)];
}

function massEmailErrors(message: ValueBag): SendEmailError[] {
  const targets = message.get('TargetObjectIds') as ApexList | null;
  if ((targets?.items.length ?? 0) === 0)
    return [new SendEmailError('At least one target object id is required.', 'REQUIRED_FIELD_MISSING', null)];
  return message.get('TemplateId') === null
    ? [new SendEmailError('A template id is required.', 'REQUIRED_FIELD_MISSING', null)]
    : [];
}

/** What a mass e-mail has besides the members of every e-mail. */
export const MASS_EMAIL_MEMBERS = ['Description', 'TargetObjectIds', 'TemplateId', 'WhatIds'];

platformType({
  name: 'System.Messaging',
  statics: {
    /** The org's daily capacity is not counted. */
    reserveSingleEmailCapacity: () => null,
    sendEmail
  }
});

const EMAIL_MEMBERS = [
  'BccSender',
  'EmailPriority',
  'ReplyTo',
  'SaveAsActivity',
  'SenderDisplayName',
  'Subject',
  'UseSignature'
];

platformType({
  name: 'Messaging.Email',
  isInstance: (value) => value instanceof SingleEmailMessage || value instanceof MassEmailMessage,
  ...accessors(EMAIL_MEMBERS)
});

platformType({
  name: 'Messaging.SingleEmailMessage',
  jsClass: SingleEmailMessage,
  constructors: { '()': () => new SingleEmailMessage() },
  ...accessors([
    ...EMAIL_MEMBERS,
    'BccAddresses',
    'CcAddresses',
    'Charset',
    'EntityAttachments',
    'FileAttachments',
    'HtmlBody',
    'InReplyTo',
    'OneClickPost',
    'OptOutPolicy',
    'OrgWideEmailAddressId',
    'PlainTextBody',
    'References',
    'TargetObjectId',
    'TemplateId',
    'TemplateName',
    'ToAddresses',
    'TreatBodiesAsTemplate',
    'TreatTargetObjectAsRecipient',
    'UnsubscribeComment',
    'UnsubscribeUrls',
    'UserMail',
    'WhatId'
  ])
});

platformType({
  name: 'Messaging.EmailFileAttachment',
  jsClass: EmailFileAttachment,
  constructors: { '()': () => new EmailFileAttachment() },
  ...accessors(['Body', 'ContentType', 'FileName', 'Id', 'Inline'])
});

platformType({
  name: 'Messaging.SendEmailResult',
  jsClass: SendEmailResult,
  methods: {
    getErrors: (self: SendEmailResult) => new ApexList('Messaging.SendEmailError', [...self.errors]),
    isSuccess: (self: SendEmailResult) => self.errors.length === 0
  },
  properties: {
    Errors: { get: (self: SendEmailResult) => new ApexList('Messaging.SendEmailError', [...self.errors]) },
    Success: { get: (self: SendEmailResult) => self.errors.length === 0 }
  }
});

platformType({
  name: 'Messaging.SendEmailError',
  jsClass: SendEmailError,
  methods: {
    getFields: () => new ApexList('String', []),
    getMessage: (self: SendEmailError) => self.message,
    getStatusCode: (self: SendEmailError) => enumValue('System.StatusCode', self.statusCode),
    getTargetObjectId: (self: SendEmailError) => self.targetObjectId
  },
  properties: {
    Message: { get: (self: SendEmailError) => self.message },
    StatusCode: { get: (self: SendEmailError) => enumValue('System.StatusCode', self.statusCode) },
    TargetObjectId: { get: (self: SendEmailError) => self.targetObjectId }
  }
});
