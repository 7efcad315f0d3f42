/** Modifiers and annotations of declarations, in the binder's terms. */
import type { Modifiers } from '../../ast';
import type { BoundAnnotation, SharingMode } from '../../bound';
import type { Access } from './symbols';

/** The access that is written, or `fallback`. `webservice` makes global. */
export function accessOf(modifiers: Modifiers, fallback: Access): Access {
  const { names } = modifiers;
  if (names.has('global') || names.has('webservice')) return 'global';
  if (names.has('public')) return 'public';
  if (names.has('protected')) return 'protected';
  return names.has('private') ? 'private' : fallback;
}

export function sharingOf(modifiers: Modifiers): SharingMode {
  if (modifiers.names.has('with sharing')) return 'with';
  if (modifiers.names.has('without sharing')) return 'without';
  return modifiers.names.has('inherited sharing') ? 'inherited' : 'none';
}

/** Annotation names and value keys in lower case. */
export function annotationsOf(modifiers: Modifiers): readonly BoundAnnotation[] {
  return modifiers.annotations.map((annotation) => ({
    name: annotation.name.toLowerCase(),
    values: Object.fromEntries(Object.entries(annotation.values).map(([key, value]) => [key.toLowerCase(), value]))
  }));
}

export function hasAnnotation(annotations: readonly BoundAnnotation[], name: string): boolean {
  return annotations.some((annotation) => annotation.name === name);
}
