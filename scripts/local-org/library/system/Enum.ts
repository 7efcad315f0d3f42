/** `System.Enum`: the methods of enum constants, of user enums and platform enums alike. */
import { ApexEnumValue } from '../../runtime/objects';
import { hashCode } from '../equality';
import { PlatformEnumValue, platformType } from '../registry';

type Constant = ApexEnumValue | PlatformEnumValue;

platformType({
  name: 'System.Enum',
  isInstance: (value) => value instanceof ApexEnumValue || value instanceof PlatformEnumValue,
  methods: {
    equals: (self: Constant, other: unknown) => self === other,
    hashCode: (self: Constant) => hashCode(`${self.typeName}.${self.name}`),
    name: (self: Constant) => self.name,
    ordinal: (self: Constant) => self.ordinal,
    toString: (self: Constant) => self.name
  }
});
