/** `System.Savepoint` */
import { platformType } from '../registry';

export class SavepointValue {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

platformType({ name: 'System.Savepoint', jsClass: SavepointValue });
