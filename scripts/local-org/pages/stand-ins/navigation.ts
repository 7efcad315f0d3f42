/** Stand-in for `lightning/navigation`: page references become addresses of the local org. */

interface PageReference {
  readonly type: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
}
// TypeScript takes a class as a mixin's base only with this exact parameter.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor = new (...args: any[]) => object;

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Address of a page reference. Throws for a kind of page that the local org does not have. */
export function addressOf(reference: PageReference): string {
  const { type, attributes } = reference;
  switch (type) {
    case 'standard__recordPage':
      return `/lightning/r/${attributes.objectApiName ?? 'Record'}/${attributes.recordId}/${attributes.actionName ?? 'view'}`;
    case 'standard__objectPage':
      return `/lightning/o/${attributes.objectApiName}/${attributes.actionName ?? 'list'}`;
    case 'standard__webPage':
      return attributes.url ?? '/';
    case 'standard__namedPage':
      return '/';
    default:
      throw new Error(`The local org has no page of type "${type}".`);
  }
}

function mixin<T extends Constructor>(base: T): T {
  return class extends base {
    [Navigate](reference: PageReference, isReplacing?: boolean): void {
      const address = addressOf(reference);
      if (reference.type === 'standard__webPage') window.open(address, '_blank', 'noopener');
      else if (isReplacing) window.location.replace(address);
      else window.location.assign(address);
    }

    [GenerateUrl](reference: PageReference): Promise<string> {
      return Promise.resolve(addressOf(reference));
    }
  };
}

export const NavigationMixin = Object.assign(mixin, { Navigate, GenerateUrl });

/** Wire adapter that provisions where the page is. */
export class CurrentPageReference {
  private readonly callback: (value: PageReference | undefined) => void;

  constructor(callback: (value: PageReference | undefined) => void) {
    this.callback = callback;
  }

  connect(): void {
    this.callback(currentPage());
  }

  disconnect(): void {
    // The address of a page does not change while it is open.
  }

  update(): void {
    this.callback(currentPage());
  }
}

function currentPage(): PageReference {
  const state = Object.fromEntries(new URLSearchParams(window.location.search));
  const record = /^\/lightning\/r\/(\w+)\/(\w+)\/(\w+)/.exec(window.location.pathname);
  if (record) {
    const [, objectApiName = '', recordId = '', actionName = ''] = record;
    return { type: 'standard__recordPage', attributes: { objectApiName, recordId, actionName }, state };
  }
  const list = /^\/lightning\/o\/(\w+)\/(\w+)/.exec(window.location.pathname);
  if (list)
    return { type: 'standard__objectPage', attributes: { objectApiName: list[1] ?? '', actionName: 'list' }, state };
  return { type: 'standard__namedPage', attributes: { pageName: 'home' }, state };
}
