import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import ToastContainer from 'lightning/toastContainer';
import {
  failureText,
  fetchListPage,
  fetchRecordPage,
  fetchStartPage,
  openSession,
  pageContext,
  parseAddress
} from 'shell/pageData';
import type { ListPage, RecordPage } from 'shell/pageData';

interface ToastDetail {
  readonly title?: string;
  readonly message?: string;
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
  readonly mode?: 'dismissible' | 'sticky';
}

/** The page: header, the record, list or start page of the address, and toasts. */
export default class App extends LightningElement {
  recordPage?: RecordPage;
  listPage?: ListPage;
  startLists?: ListPage[];
  failure?: string;

  get isLoading(): boolean {
    return !this.recordPage && !this.listPage && !this.startLists && !this.failure;
  }

  get activeObject(): string | undefined {
    return this.recordPage?.objectApiName ?? this.listPage?.objectApiName;
  }

  connectedCallback(): void {
    this.template?.addEventListener('lightning__showtoast', (event) =>
      this.showToast(event as CustomEvent<ToastDetail>)
    );
    document.addEventListener('lightning__refresh', () => {
      void this.load();
    });
    void this.load();
  }

  private async load(): Promise<void> {
    try {
      await openSession();
      await this.loadPage();
      this.failure = undefined;
    } catch (error) {
      this.failure = failureText(error);
    }
  }

  private async loadPage(): Promise<void> {
    const address = parseAddress(window.location.pathname);
    if (address.kind === 'record') {
      this.recordPage = await fetchRecordPage(address.objectApiName, address.recordId);
      document.title = `${this.recordPage.title} | ${this.recordPage.objectLabel} | ${pageContext.appName}`;
    } else if (address.kind === 'list') {
      this.listPage = await fetchListPage(address.objectApiName);
      document.title = `${this.listPage.title} | ${pageContext.appName}`;
    } else if (address.kind === 'start') {
      this.startLists = await fetchStartPage();
    } else {
      this.failure = 'The local org has no page at this address.';
    }
  }

  private showToast({ detail }: CustomEvent<ToastDetail>): void {
    const container = ToastContainer.instance();
    container.maxToasts = 3;
    container.toastPosition = 'top-center';
    container.containerPosition = 'fixed';
    const label = detail.title ?? detail.message ?? '';
    const message = detail.title ? detail.message : undefined;
    const source = this.template?.host as HTMLElement;
    Toast.show({ label, message, variant: detail.variant, mode: detail.mode }, source);
  }
}
