/** `System.Pattern`. */
import { required } from '../null-argument';
import { compilePattern, JavaPattern } from '../regex/compiled';
import { platformType } from '../registry';
import { ApexList } from './List';
import { ApexMatcher } from './Matcher';

function split(self: JavaPattern, text: string | null, limit?: number): ApexList {
  return new ApexList('String', self.split(required(text), limit));
}

platformType({
  name: 'System.Pattern',
  jsClass: JavaPattern,
  statics: {
    compile: (pattern: string | null) => compilePattern(required(pattern)),
    matches: (pattern: string | null, text: string | null) =>
      compilePattern(required(pattern)).match(required(text), 0, 'matches') !== null,
    quote: (text: string | null) => `\\Q${required(text).replaceAll('\\E', '\\E\\\\E\\Q')}\\E`
  },
  methods: {
    matcher: (self: JavaPattern, text: string | null) => new ApexMatcher(self, required(text)),
    pattern: (self: JavaPattern) => self.pattern,
    split
  }
});
