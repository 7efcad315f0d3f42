/** The users that every local org has. */
import type { Persona } from '../org';

export interface PersonaDefinition {
  readonly persona: Persona;
  readonly firstName: string;
  readonly lastName: string;
  readonly profile: string;
  /** Assigned when the source has it. */
  readonly permissionSet: string | null;
}

/** `automated` runs tests that name no user, and what no person started. */
export const PERSONAS: readonly PersonaDefinition[] = [
  {
    persona: 'automated',
    firstName: 'Automated',
    lastName: 'Process',
    profile: 'System Administrator',
    permissionSet: null
  },
  {
    persona: 'admin',
    firstName: 'Ada',
    lastName: 'Admin',
    profile: 'System Administrator',
    permissionSet: 'Thoughtly_Admin'
  },
  {
    persona: 'integration',
    firstName: 'Thoughtly',
    lastName: 'Integration',
    profile: 'Minimum Access - API Only Integrations',
    permissionSet: 'Thoughtly_Integration'
  },
  { persona: 'rep', firstName: 'Riley', lastName: 'Rep', profile: 'Standard User', permissionSet: 'Thoughtly_User' },
  { persona: 'stranger', firstName: 'Sam', lastName: 'Stranger', profile: 'Standard User', permissionSet: null }
];

/** The user name of a persona: an address that no mail reaches. */
export function usernameOf(persona: Persona): string {
  return `${persona}@thoughtly.localhost`;
}
