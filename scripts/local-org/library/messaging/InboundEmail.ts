/** What an e-mail service class gets and answers. The local org receives no mail; tests and code make these values. */
import { interfaceMethod } from '../async/interface';
import { platformType } from '../registry';
import { accessors, ValueBag } from './accessors';

/** One class for each type, so that `instanceof` tells them apart. */
function valueType(name: string, members: readonly string[]): void {
  const jsClass = class extends ValueBag {};
  const { properties } = accessors(members);
  platformType({ name, jsClass, constructors: { '()': () => new jsClass() }, properties });
}

valueType('Messaging.InboundEmail', [
  'binaryAttachments',
  'ccAddresses',
  'fromAddress',
  'fromName',
  'headers',
  'htmlBody',
  'htmlBodyIsTruncated',
  'inReplyTo',
  'messageId',
  'plainTextBody',
  'plainTextBodyIsTruncated',
  'references',
  'replyTo',
  'subject',
  'textAttachments',
  'toAddresses'
]);
valueType('Messaging.InboundEnvelope', ['fromAddress', 'toAddress']);
valueType('Messaging.InboundEmailResult', ['message', 'success']);
valueType('Messaging.InboundEmail.BinaryAttachment', ['body', 'fileName', 'headers', 'mimeTypeSubType']);
valueType('Messaging.InboundEmail.TextAttachment', [
  'body',
  'bodyIsTruncated',
  'charset',
  'fileName',
  'headers',
  'mimeTypeSubType'
]);
valueType('Messaging.InboundEmail.Header', ['name', 'value']);

platformType({
  name: 'Messaging.InboundEmailHandler',
  methods: {
    handleInboundEmail: interfaceMethod('handleInboundEmail', ['Messaging.InboundEmail', 'Messaging.InboundEnvelope'])
  }
});
