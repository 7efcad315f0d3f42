/** Reads `--name value` and `--flag` arguments of the commands. */

export class UsageError extends Error {}

export interface Arguments {
  /** What is no option, in order. */
  readonly words: readonly string[];
  /** The value of an option, or undefined. @throws UsageError when it has no value */
  value(name: string): string | undefined;
  /** All values of an option that may be given several times, or as a list with commas. */
  values(name: string): readonly string[];
  flag(name: string): boolean;
}

/**
 * @param valued names of the options that take a value
 * @param flags names of those that take none
 * @throws UsageError for an unknown option or a missing value
 */
export function parseArguments(
  args: readonly string[],
  valued: readonly string[],
  flags: readonly string[]
): Arguments {
  const words: string[] = [];
  const valuesByName = new Map<string, string[]>();
  for (let i = 0; i < args.length; i++) {
    const argument = args[i] ?? '';
    if (!argument.startsWith('--')) {
      words.push(argument);
      continue;
    }
    const [name = '', inline] = argument.slice(2).split(/=(.*)/s);
    if (flags.includes(name)) {
      valuesByName.set(name, ['true']);
      continue;
    }
    if (!valued.includes(name))
      throw new UsageError(
        `Unknown option --${name}. Known: ${[...valued, ...flags].map((known) => `--${known}`).join(', ')}`
      );
    const value = inline ?? args[++i];
    if (value === undefined) throw new UsageError(`The option --${name} needs a value`);
    valuesByName.set(name, [...(valuesByName.get(name) ?? []), value]);
  }
  return {
    words,
    value: (name) => valuesByName.get(name)?.at(-1),
    values: (name) =>
      (valuesByName.get(name) ?? [])
        .flatMap((value) => value.split(','))
        .map((value) => value.trim())
        .filter((value) => value !== ''),
    flag: (name) => valuesByName.has(name)
  };
}
