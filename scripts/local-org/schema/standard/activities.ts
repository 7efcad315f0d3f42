/**
 * Tasks, events and e-mails. Most standard fields of activities follow the user permissions; field-level security can
 * be set on a few (due date, comments, name, related to, type), and tasks and events share it.
 */
import type { StandardTable } from './table';
import { WHAT_OBJECTS } from './values';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const RECURRENCE_TYPES =
  'RecursDaily|RecursEveryWeekday|RecursMonthly|RecursMonthlyNth|RecursWeekly|RecursYearly|RecursYearlyNth';

const RECURRENCE = `
  RecurrenceTimeZoneSidKey picklist() nofls "Recurrence Time Zone"
  RecurrenceType picklist(${RECURRENCE_TYPES}) nofls
  RecurrenceInterval int nofls
  RecurrenceDayOfWeekMask int nofls "Recurrence Day of Week Mask"
  RecurrenceDayOfMonth int nofls "Recurrence Day of Month"
  RecurrenceInstance picklist(First|Second|Third|Fourth|Last) nofls
  RecurrenceMonthOfYear picklist(${MONTHS}) nofls "Recurrence Month of Year"`;

/** WhoId leads to leads and contacts; WhatId to objects that allow activities, custom ones included (PLATFORM 1.12). */
const PEOPLE_AND_THINGS = (list: string) => `
  WhoId reference(Contact,Lead) as:${list} "Name ID"
  WhatId reference(${WHAT_OBJECTS}) as:${list} "Related To ID"
`;

export const TASK: StandardTable = {
  name: 'Task',
  sharingModel: 'Private',
  fields: `
    @id Activity ID
    ${PEOPLE_AND_THINGS('Tasks')}
    Subject combobox(Call|Email|Send Letter|Send Quote|Other) name
    ActivityDate date "Due Date Only"
    Status picklist(Not Started*|In Progress|Completed{closed}|Waiting on someone else|Deferred) given
    Priority picklist(High|Normal*|Low) given
    IsHighPriority boolean ro nofls "High Priority"
    @owner
    Description textarea(32000)
    Type picklist(Call|Meeting|Other)
    @deleted
    AccountId reference(Account) ro nofls
    IsClosed boolean ro nofls "Closed"
    @audit
    IsArchived boolean ro nofls "Archived"
    CallDurationInSeconds int nofls "Call Duration"
    CallType picklist(Internal|Inbound|Outbound) nofls
    CallDisposition string(255) nofls "Call Result"
    CallObject string(255) nofls "Call Object Identifier"
    ReminderDateTime datetime nofls "Reminder Date/Time"
    IsReminderSet boolean nofls "Reminder Set"
    RecurrenceActivityId reference(Task) ro nofls rel:- as:RecurringTasks
    IsRecurrence boolean create nofls "Create Recurring Series of Tasks"
    RecurrenceStartDateOnly date nofls "Recurrence Start"
    RecurrenceEndDateOnly date nofls "Recurrence End"
    ${RECURRENCE}
    RecurrenceRegeneratedType picklist(RecurrenceRegenerateAfterDueDate|RecurrenceRegenerateAfterToday|RecurrenceRegenerated) nofls "Repeat This Task"
    TaskSubtype picklist(Task*|Email|ListEmail|Cadence|Call|LinkedIn) restricted create nofls
    CompletedDateTime datetime ro nofls "Completed Date/Time"`
};

export const EVENT: StandardTable = {
  name: 'Event',
  sharingModel: 'Private',
  fields: `
    @id Activity ID
    ${PEOPLE_AND_THINGS('Events')}
    Subject combobox(Call|Email|Meeting|Send Letter/Quote|Other) name
    Location string(255)
    IsAllDayEvent boolean "All-Day Event"
    ActivityDateTime datetime nofls "Due Date Time"
    ActivityDate date nofls "Due Date Only"
    DurationInMinutes int nofls "Duration"
    StartDateTime datetime nofls "Start Date Time"
    EndDateTime datetime nofls "End Date Time"
    EndDate date ro nofls
    Description textarea(32000)
    AccountId reference(Account) ro nofls
    @owner
    Type picklist(Email|Meeting|Other|Call)
    IsPrivate boolean "Private"
    ShowAs picklist(Busy*|OutOfOffice|Free) "Show Time As"
    @deleted
    IsChild boolean ro nofls
    IsGroupEvent boolean ro nofls
    GroupEventType picklist(0|1|2) ro nofls
    @audit
    IsArchived boolean ro nofls "Archived"
    RecurrenceActivityId reference(Event) ro nofls rel:- as:RecurringEvents
    IsRecurrence boolean create nofls "Create Recurring Series of Events"
    RecurrenceStartDateTime datetime nofls "Recurrence Start"
    RecurrenceEndDateOnly date nofls "Recurrence End"
    ${RECURRENCE}
    ReminderDateTime datetime nofls "Reminder Date/Time"
    IsReminderSet boolean nofls "Reminder Set"
    EventSubtype picklist(Event*) restricted create nofls`
};

export const EMAIL_MESSAGE: StandardTable = {
  name: 'EmailMessage',
  label: 'Email Message',
  sharingModel: 'ControlledByParent',
  isOpen: true,
  fields: `
    @id Email Message ID
    ParentId reference(Case) as:EmailMessages create nofls "Case ID"
    ActivityId reference(Task) create nofls
    RelatedToId reference(${WHAT_OBJECTS}) as:Emails create nofls
    TextBody textarea(131072) nofls
    HtmlBody textarea(131072) nofls "HTML Body"
    Headers textarea(32000) nofls
    Subject string(3000) nofls name
    FromName string(1000) nofls
    FromAddress email(1000) nofls
    ToAddress string(4000) nofls
    CcAddress string(4000) nofls "CC Address"
    BccAddress string(4000) nofls "BCC Address"
    Incoming boolean nofls "Is Incoming"
    HasAttachment boolean ro nofls
    Status picklist(0|1|2|3*|4|5) given restricted
    MessageDate datetime nofls
    @deleted
    @audit`
};
