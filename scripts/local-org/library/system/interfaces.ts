/** The interfaces that user classes implement and platform code calls, and that Apex code may call itself. */
import { interfaceMethod } from '../async/interface';
import { platformType } from '../registry';
import { ApexIterator } from './Iterator';
import { ApexList } from './List';
import { ApexSet } from './Set';

platformType({ name: 'System.Callable', methods: { call: interfaceMethod('call', ['String', 'Map<String,Object>']) } });
platformType({ name: 'System.Comparable', methods: { compareTo: interfaceMethod('compareTo', ['Object']) } });
platformType({ name: 'System.Comparator', methods: { compare: interfaceMethod('compare', ['Object', 'Object']) } });
platformType({ name: 'System.HttpCalloutMock', methods: { respond: interfaceMethod('respond', ['HttpRequest']) } });

platformType({
  name: 'System.Iterable',
  isInstance: (value) => value instanceof ApexList || value instanceof ApexSet,
  methods: {
    iterator: interfaceMethod(
      'iterator',
      [],
      (self: ApexList | ApexSet) => new ApexIterator(self instanceof ApexList ? self.items : self.values())
    )
  }
});
