/** `System.ApexPages`: the messages and the address of the current page, as controllers use them. Pages are not shown. */
import { ApexException } from '../../runtime/exceptions';
import { transactionState } from '../../runtime/transaction';
import { required } from '../null-argument';
import { enumValue, extendPlatformType, platformType } from '../registry';
import type { PlatformEnumValue } from '../registry';
import { ApexList } from '../system/List';
import type { ApexPageReference } from '../system/PageReference';

class PageMessage {
  readonly severity: PlatformEnumValue;
  readonly summary: string | null;
  readonly detail: string | null;
  readonly componentLabel: string | null;

  /** Without a detail the summary is shown as such, too. */
  constructor(
    severity: PlatformEnumValue | null,
    summary: string | null,
    detail: string | null = summary,
    componentLabel: string | null = null
  ) {
    this.severity = required(severity);
    this.summary = summary;
    this.detail = detail;
    this.componentLabel = componentLabel;
  }
}

interface PageState {
  current: ApexPageReference | null;
  readonly messages: PageMessage[];
}

const PAGE_STATE = Symbol('ApexPages');

function page(): PageState {
  return transactionState<PageState>(PAGE_STATE, () => ({ current: null, messages: [] }));
}

function addMessages(failure: unknown): void {
  const text = failure instanceof ApexException ? failure['getmessage()']() : String(failure);
  page().messages.push(new PageMessage(enumValue('ApexPages.Severity', 'ERROR'), text));
}

platformType({ name: 'ApexPages.Severity', enumConstants: ['CONFIRM', 'ERROR', 'FATAL', 'INFO', 'WARNING'] });

platformType({
  name: 'ApexPages.Message',
  jsClass: PageMessage,
  constructors: {
    '/2': (severity: PlatformEnumValue | null, summary: string | null) => new PageMessage(severity, summary),
    '/3': (severity: PlatformEnumValue | null, summary: string | null, detail: string | null) =>
      new PageMessage(severity, summary, detail),
    '/4': (severity: PlatformEnumValue | null, summary: string | null, detail: string | null, id: string | null) =>
      new PageMessage(severity, summary, detail, id)
  },
  methods: {
    getComponentLabel: (self: PageMessage) => self.componentLabel,
    getDetail: (self: PageMessage) => self.detail,
    getSeverity: (self: PageMessage) => self.severity,
    getSummary: (self: PageMessage) => self.summary
  }
});

platformType({
  name: 'System.ApexPages',
  statics: {
    addMessage: (message: PageMessage | null) => {
      page().messages.push(required(message));
    },
    addMessages,
    currentPage: () => page().current,
    getMessages: () => new ApexList('ApexPages.Message', [...page().messages]),
    'hasMessages/0': () => page().messages.length > 0,
    'hasMessages/1': (severity: PlatformEnumValue | null) =>
      page().messages.some((message) => message.severity === severity)
  }
});

const setCurrentPage = (reference: ApexPageReference | null) => {
  page().current = reference;
};

extendPlatformType('System.Test', {
  statics: {
    setCurrentPage,
    setCurrentPageReference: setCurrentPage,
    clearApexPageMessages: () => {
      page().messages.length = 0;
    }
  }
});

extendPlatformType('System.System', { statics: { currentPageReference: () => page().current } });
