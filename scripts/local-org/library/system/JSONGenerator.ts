/** `System.JSONGenerator`. */
import { newException } from '../../runtime/exceptions';
import { writeJson } from '../json/serialize';
import { JsonWriter } from '../json/writer';
import { required } from '../null-argument';
import { platformType } from '../registry';
import type { Implementation } from '../registry';

export class ApexJsonGenerator {
  readonly #writer: JsonWriter;
  isClosed = false;

  constructor(isPretty: boolean) {
    this.#writer = new JsonWriter(isPretty);
  }

  /** For writing. @throws System.JSONException when the generator is closed */
  get writer(): JsonWriter {
    if (this.isClosed) throw newException('System.JSONException', 'JSON generator is closed');
    return this.#writer;
  }

  get text(): string {
    return this.#writer.text;
  }

  close(): void {
    if (!this.isClosed) this.#writer.close();
    this.isClosed = true;
  }
}

const methods: Record<string, Implementation> = {
  close: (self: ApexJsonGenerator) => self.close(),
  getAsString: (self: ApexJsonGenerator) => {
    self.close();
    return self.text;
  },
  isClosed: (self: ApexJsonGenerator) => self.isClosed,
  writeEndArray: (self: ApexJsonGenerator) => self.writer.endArray(),
  writeEndObject: (self: ApexJsonGenerator) => self.writer.endObject(),
  writeFieldName: (self: ApexJsonGenerator, name: string | null) => self.writer.fieldName(required(name)),
  writeNull: (self: ApexJsonGenerator) => self.writer.raw('null'),
  writeNullField: (self: ApexJsonGenerator, name: string | null) => {
    self.writer.fieldName(required(name));
    self.writer.raw('null');
  },
  writeStartArray: (self: ApexJsonGenerator) => self.writer.startArray(),
  writeStartObject: (self: ApexJsonGenerator) => self.writer.startObject()
};

// All values have the same forms as in JSON.serialize.
for (const kind of ['Blob', 'Boolean', 'Date', 'DateTime', 'Id', 'Number', 'Object', 'String', 'Time']) {
  methods[`write${kind}`] = (self: ApexJsonGenerator, value: unknown) => writeJson(self.writer, value);
  methods[`write${kind}Field`] = (self: ApexJsonGenerator, name: string | null, value: unknown) => {
    self.writer.fieldName(required(name));
    writeJson(self.writer, value);
  };
}

platformType({ name: 'System.JSONGenerator', jsClass: ApexJsonGenerator, methods });
