import { newException } from '../../runtime/exceptions';

/**
 * `String.format`: the patterns of Java's `MessageFormat`. `{0}` is the first argument, two single quotes are one, text
 * between single quotes stands for itself. Arguments are text already, so formats such as `{0,number}` are refused, as
 * on the platform.
 *
 * @throws System.StringException for open braces and for what is no argument number
 */
export function formatMessage(template: string, args: readonly string[]): string {
  let result = '';
  let isQuoted = false;
  for (let i = 0; i < template.length; i++) {
    const character = template.charAt(i);
    if (character === "'") {
      if (template.charAt(i + 1) === "'") {
        result += "'";
        i++;
      } else isQuoted = !isQuoted;
    } else if (character === '{' && !isQuoted) {
      const end = closingBrace(template, i);
      result += argument(template.slice(i + 1, end), args);
      i = end;
    } else result += character;
  }
  return result;
}

function closingBrace(template: string, start: number): number {
  let depth = 0;
  for (let i = start; i < template.length; i++) {
    if (template.charAt(i) === '{') depth++;
    else if (template.charAt(i) === '}' && --depth === 0) return i;
  }
  throw newException('System.StringException', 'Unmatched braces in the pattern.');
}

function argument(placeholder: string, args: readonly string[]): string {
  const [number = '', format] = placeholder.split(',');
  if (!/^\d+$/.test(number)) throw newException('System.StringException', `can't parse argument number: ${number}`);
  if (format !== undefined) {
    const kind = /^\s*(?:date|time)/.test(format) ? 'Date' : 'Number';
    throw newException('System.StringException', `Cannot format given Object as a ${kind}`);
  }
  return args[Number(number)] ?? `{${Number(number)}}`;
}
