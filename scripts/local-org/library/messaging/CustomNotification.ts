/** `Messaging.CustomNotification`. Nothing is shown; what would be refused is refused. */
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import type { ApexSet } from '../system/Set';
import { valueClass, type ValueObject } from '../value-object';

const MAXIMUM_RECIPIENTS = 500;

/** @throws System.HandledException when a part is missing (Apex Reference, CustomNotification) */
function send(self: ValueObject, users: ApexSet | null): void {
  for (const part of ['Body', 'NotificationTypeId', 'Title']) {
    if (self.get(part) === null)
      throw newException('System.HandledException', `A custom notification needs a value for ${part}`);
  }
  if (required(users).size > MAXIMUM_RECIPIENTS)
    throw newException('System.HandledException', `A custom notification has at most ${MAXIMUM_RECIPIENTS} recipients`);
}

valueClass(
  'Messaging.CustomNotification',
  ['Body', 'NotificationTypeId', 'SenderId', 'TargetId', 'TargetPageRef', 'Title'],
  {
    constructorMembers: ['NotificationTypeId', 'SenderId', 'Title', 'Body', 'TargetId', 'TargetPageRef'],
    methods: { 'send/1': send }
  }
);
