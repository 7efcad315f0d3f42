/** `System.SelectOption`. */
import { platformType } from '../registry';

export class ApexSelectOption {
  value: string | null;
  label: string | null;
  isDisabled: boolean;
  isEscaped = true;

  constructor(value: string | null, label: string | null, isDisabled: boolean) {
    this.value = value;
    this.label = label;
    this.isDisabled = isDisabled;
  }
}

platformType({
  name: 'System.SelectOption',
  jsClass: ApexSelectOption,
  constructors: {
    '/2': (value: string | null, label: string | null) => new ApexSelectOption(value, label, false),
    '/3': (value: string | null, label: string | null, isDisabled: boolean | null) =>
      new ApexSelectOption(value, label, isDisabled === true)
  },
  methods: {
    getDisabled: (self: ApexSelectOption) => self.isDisabled,
    getEscapeItem: (self: ApexSelectOption) => self.isEscaped,
    getLabel: (self: ApexSelectOption) => self.label,
    getValue: (self: ApexSelectOption) => self.value,
    setDisabled: (self: ApexSelectOption, isDisabled: boolean) => {
      self.isDisabled = isDisabled;
    },
    setEscapeItem: (self: ApexSelectOption, isEscaped: boolean) => {
      self.isEscaped = isEscaped;
    },
    setLabel: (self: ApexSelectOption, label: string | null) => {
      self.label = label;
    },
    setValue: (self: ApexSelectOption, value: string | null) => {
      self.value = value;
    }
  }
});
