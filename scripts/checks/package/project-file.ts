/** Rules for `sfdx-project.json` of an unlocked package, by the CLI's packaging library. */

export interface ProjectFile {
  readonly namespace?: string;
  readonly sourceApiVersion?: string;
  readonly packageDirectories?: readonly PackageDirectory[];
}

interface PackageDirectory {
  readonly path?: string;
  readonly package?: string;
  readonly versionNumber?: string;
  readonly definitionFile?: string;
  readonly apexTestAccess?: { readonly permissionSets?: readonly string[] };
  readonly [name: string]: unknown;
}

interface Surroundings {
  /** Names in lower case. */
  readonly permissionSets: ReadonlySet<string>;
  /** Whether a path, relative to the project, is there. */
  exists(path: string): boolean;
}

/** Settings that only managed packages may have. */
const MANAGED_ONLY = ['ancestorId', 'ancestorVersion', 'postInstallScript', 'uninstallScript'];

/** @returns messages; empty when the project can be packaged */
export function checkProject(project: ProjectFile, surroundings: Surroundings): string[] {
  const messages: string[] = [];
  if (project.namespace) messages.push('The package has no namespace: leave namespace empty');
  if (!/^\d+\.0$/.test(project.sourceApiVersion ?? ''))
    messages.push('sourceApiVersion must be a version of the API, as 66.0');
  const directories = project.packageDirectories ?? [];
  if (!directories.some((directory) => directory.package)) messages.push('No package directory names a package');
  return [...messages, ...directories.flatMap((directory) => checkDirectory(directory, surroundings))];
}

function checkDirectory(directory: PackageDirectory, { permissionSets, exists }: Surroundings): string[] {
  const { path = '', definitionFile } = directory;
  const messages: string[] = [];
  if (!exists(path)) messages.push(`The package directory ${path} does not exist`);
  if (directory.package && !/^\d+\.\d+\.\d+\.(NEXT|\d+)$/.test(directory.versionNumber ?? ''))
    messages.push('versionNumber must be major.minor.patch.NEXT');
  if (definitionFile && !exists(definitionFile)) messages.push(`The definition file ${definitionFile} does not exist`);
  for (const name of MANAGED_ONLY)
    if (name in directory) messages.push(`${name} is for managed packages; an unlocked package refuses it`);
  for (const name of directory.apexTestAccess?.permissionSets ?? []) {
    if (!permissionSets.has(name.toLowerCase()))
      messages.push(`apexTestAccess names the permission set ${name}, which does not exist`);
  }
  return messages;
}
