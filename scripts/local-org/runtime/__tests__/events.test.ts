/** When events are delivered, by how their transaction ends. */
import { join } from 'node:path';
import { createOrg } from '../../create-org';

const { org } = createOrg({ sources: [join(__dirname, 'events')], cacheDirectory: null });

async function namesAfter(method: 'succeed()' | 'exceedalimit()'): Promise<string[]> {
  const publisher = org.program.findType('Publisher')?.jsClass as unknown as Record<string, () => void>;
  const before = org.database.snapshot();
  try {
    org.execute(org.user('admin').id, 'synchronous', () => publisher[method]?.());
  } catch (error) {
    expect(String(error)).toContain('Too many SOQL queries');
  }
  await org.whenIdle();
  const table = [...org.database.tables.store.tables()].find(({ schema }) => schema.name === 'Account');
  const accounts = [...(table?.rows() ?? [])].map((row) => String(row['Name']));
  org.database.restore(before);
  return accounts.sort();
}

it('should deliver all events of a transaction that commits', async () => {
  expect(await namesAfter('succeed()')).toEqual(['Committed event', 'Told event']);
});

it('should deliver the events of a transaction that fails when they do not wait for the commit', async () => {
  expect(await namesAfter('exceedalimit()')).toEqual(['Told event']);
});

it('should count what does not wait for the commit against a limit of its own', () => {
  const publisher = org.program.findType('Publisher')?.jsClass as unknown as Record<string, () => unknown>;
  expect(org.execute(org.user('admin').id, 'synchronous', () => publisher['countlimits()']?.())).toBe('1 and 1');
});
