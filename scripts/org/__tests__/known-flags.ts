/** Flags of the CLI's commands, as its plugins declare them: a command with another one would fail at once. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Step } from '../steps';

const PLUGINS = resolve(__dirname, '..', '..', '..', 'node_modules', '@salesforce');

interface Manifest {
  readonly commands: Readonly<
    Record<
      string,
      { readonly flags: Readonly<Record<string, { readonly char?: string; readonly required?: boolean }>> }
    >
  >;
}

let flagsByCommand: Map<string, Manifest['commands'][string]['flags']> | undefined;

function knownFlags(): Map<string, Manifest['commands'][string]['flags']> {
  flagsByCommand ??= new Map(
    readdirSync(PLUGINS)
      .map((name) => join(PLUGINS, name, 'oclif.manifest.json'))
      .filter((file) => existsSync(file))
      .flatMap((file) =>
        Object.entries((JSON.parse(readFileSync(file, 'utf8')) as Manifest).commands).map(
          ([name, { flags }]) => [name, flags] as const
        )
      )
  );
  return flagsByCommand;
}

/** What the CLI would say against the step; empty when it would start. */
export function complaints(step: Step): string[] {
  if (step.kind !== 'sf') return [];
  const firstFlag = step.args.findIndex((argument) => argument.startsWith('--'));
  const words = step.args.slice(0, firstFlag < 0 ? undefined : firstFlag);
  const flags = knownFlags().get(words.join(':'));
  if (!flags) return [`There is no command sf ${words.join(' ')}`];
  const used = step.args.filter((argument) => argument.startsWith('--')).map((argument) => argument.slice(2));
  const unknown = used.filter((name) => !(name in flags)).map((name) => `sf ${words.join(' ')} has no flag --${name}`);
  const optional = new Set(['target-org', 'target-dev-hub']);
  const missing = Object.entries(flags).filter(
    ([name, flag]) => flag.required && !optional.has(name) && !used.includes(name)
  );
  return [...unknown, ...missing.map(([name]) => `sf ${words.join(' ')} needs --${name}`)];
}
