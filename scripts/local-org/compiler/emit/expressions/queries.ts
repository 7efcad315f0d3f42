/** SOQL and SOSL. */
import { mark } from '../marks';
import { quote } from '../unit-context';
import type { Emitters } from './table';

export const queryEmitters: Emitters<'soql' | 'sosl'> = {
  soql(node, emit) {
    const query = emit.unit.constant('Q', `$.queryText(${quote(JSON.stringify(node.query))})`);
    const binds = `[${emit.arguments(node.binds)}]`;
    switch (node.result) {
      case 'list':
        return `${mark(node.span)}$.queryList(${query}, ${binds}, ${quote(node.object)})`;
      case 'single':
        return `${mark(node.span)}$.querySingle(${query}, ${binds})`;
      case 'singleOrNull':
        return `${mark(node.span)}$.querySingleOrNull(${query}, ${binds})`;
      case 'count':
        return `${mark(node.span)}$.queryCount(${query}, ${binds})`;
    }
  },
  sosl: (node, emit) => `${mark(node.span)}$.search(${quote(node.text)}, [${emit.arguments(node.binds)}])`
};
