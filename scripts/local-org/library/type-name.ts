/** Names of types as text: `Map<Id, List<Account>>`, `Account[]`, `Outer.Inner`. */

export interface ParsedTypeName {
  /** Without type arguments: `Map`, `Outer.Inner`. */
  readonly name: string;
  readonly arguments: readonly ParsedTypeName[];
}

/** Reads a type name; null when it is none. `X[]` is `List<X>`. */
export function parseTypeName(text: string): ParsedTypeName | null {
  const tokens = text.match(/[\w.$]+|[<>,]|\[\]|\S/g) ?? [];
  let at = 0;
  const read = (): ParsedTypeName | null => {
    const name = tokens[at++] ?? '';
    if (!/^[\w.$]+$/.test(name)) return null;
    const args: ParsedTypeName[] = [];
    if (tokens[at] === '<') {
      do {
        at++;
        const argument = read();
        if (!argument) return null;
        args.push(argument);
      } while (tokens[at] === ',');
      if (tokens[at++] !== '>') return null;
    }
    let parsed: ParsedTypeName = { name, arguments: args };
    while (tokens[at] === '[]') {
      at++;
      parsed = { name: 'List', arguments: [parsed] };
    }
    return parsed;
  };
  const parsed = read();
  return at === tokens.length ? parsed : null;
}

/** As `typeName()` of the compiler prints it: `Map<Id,List<Account>>`. */
export function printTypeName({ name, arguments: args }: ParsedTypeName): string {
  return args.length === 0 ? name : `${name}<${args.map(printTypeName).join(',')}>`;
}
