import { LightningElement, api } from 'lwc';
import { pageContext } from 'shell/pageData';
import type { FieldView } from 'shell/pageData';

const LONG_TEXT_PREVIEW = 600;

/** One value, written as the platform writes values of its type. */
export default class FieldValue extends LightningElement {
  @api field?: FieldView;

  readonly timeZone = pageContext.timeZone;

  get isEmpty(): boolean {
    return this.field?.value === null || this.field?.value === '';
  }

  get isBoolean(): boolean {
    return this.field?.kind === 'boolean';
  }

  get isPhone(): boolean {
    return this.field?.kind === 'phone';
  }

  get isEmail(): boolean {
    return this.field?.kind === 'email';
  }

  get isUrl(): boolean {
    return this.field?.kind === 'url';
  }

  get isDateTime(): boolean {
    return this.field?.kind === 'dateTime';
  }

  get isDate(): boolean {
    return this.field?.kind === 'date';
  }

  get isNumber(): boolean {
    return this.field?.kind === 'number' || this.field?.kind === 'currency' || this.field?.kind === 'percent';
  }

  get isLink(): boolean {
    return this.field?.kind === 'reference' && this.field.address !== null;
  }

  get numberStyle(): string {
    const { kind } = this.field ?? {};
    return kind === 'currency' ? 'currency' : kind === 'percent' ? 'percent-fixed' : 'decimal';
  }

  get text(): string {
    const text = String(this.field?.text ?? this.field?.value ?? '');
    return text.length > LONG_TEXT_PREVIEW ? `${text.slice(0, LONG_TEXT_PREVIEW)}…` : text;
  }

  get checkmarkIcon(): string {
    return this.field?.value === true ? 'utility:check' : 'utility:dash';
  }

  get checkmarkText(): string {
    return this.field?.value === true ? 'Yes' : 'No';
  }
}
