/** Collects what is wrong in the metadata, so that one bad file does not hide the others. */
import type { DiagnosticNumber } from '../../compiler/diagnostics';
import type { MetadataDiagnostic } from '../model';
import type { MetadataFile } from './files';

export class Problems {
  readonly found: MetadataDiagnostic[] = [];

  /** Notes a problem of a file. `near` is a piece of the file's text by which the line is found. */
  add(
    number: Extract<DiagnosticNumber, 6001 | 6002 | 6003>,
    file: Pick<MetadataFile, 'path' | 'text'>,
    message: string,
    near?: string
  ): void {
    this.found.push({
      code: `APX${number}`,
      message,
      path: file.path,
      line: near === undefined ? 1 : lineOf(file.text, near)
    });
  }

  addAtLine(number: Extract<DiagnosticNumber, 6001 | 6002 | 6003>, path: string, line: number, message: string): void {
    this.found.push({ code: `APX${number}`, message, path, line });
  }
}

function lineOf(text: string, near: string): number {
  const at = text.toLowerCase().indexOf(near.toLowerCase());
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
