/** `System.PageReference`: an address with parameters. Pages themselves are not part of the local org. */
import { newException } from '../../runtime/exceptions';
import { required } from '../null-argument';
import { platformType } from '../registry';
import { ApexMap } from './Map';

export class ApexPageReference {
  readonly path: string;
  readonly parameters = new ApexMap('String', 'String');
  readonly headers = new ApexMap('String', 'String');
  anchor: string | null;
  isRedirect = false;

  constructor(url: string) {
    const [, path = '', query = '', anchor] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(url) ?? [];
    this.path = path;
    this.anchor = anchor ?? null;
    for (const [name, value] of new URLSearchParams(query)) this.parameters.put(name, value);
  }

  get url(): string {
    const query = new URLSearchParams(
      this.parameters.entries().map(([name, value]) => [String(name), String(value ?? '')])
    ).toString();
    return `${this.path}${query === '' ? '' : `?${query}`}${this.anchor === null ? '' : `#${this.anchor}`}`;
  }

  toString(): string {
    return `System.PageReference[${this.url}]`;
  }
}

function contentOf(): never {
  throw newException(
    'System.VisualforceException',
    'The local org has no Visualforce pages: getContent is not available'
  );
}

platformType({
  name: 'System.PageReference',
  jsClass: ApexPageReference,
  constructors: { '(String)': (url: string | null) => new ApexPageReference(required(url)) },
  methods: {
    getAnchor: (self: ApexPageReference) => self.anchor,
    getContent: contentOf,
    getContentAsPDF: contentOf,
    getHeaders: (self: ApexPageReference) => self.headers,
    getParameters: (self: ApexPageReference) => self.parameters,
    getRedirect: (self: ApexPageReference) => self.isRedirect,
    getUrl: (self: ApexPageReference) => self.url,
    setAnchor: (self: ApexPageReference, anchor: string | null) => {
      self.anchor = anchor;
      return self;
    },
    setRedirect: (self: ApexPageReference, isRedirect: boolean | null) => {
      self.isRedirect = isRedirect === true;
      return self;
    }
  }
});
