import { createOrg } from '../../create-org';
import { startServer } from '../../server/server';
import { COMPILE_CACHE, PACKAGE_SOURCE } from '../paths';
import { seedDemoData } from '../start/demo-data';
import { sendSamples } from '../start/send-samples';

it('shows a newcomer how the sample calls land on the demo Lead', async () => {
  const { org } = createOrg({ sources: [PACKAGE_SOURCE], cacheDirectory: COMPILE_CACHE });
  const running = await startServer(org, { port: 0 });
  const lines: string[] = [];
  try {
    expect(seedDemoData(org)).toMatchObject({ Lead: 4, Contact: 2 });
    const landed = await sendSamples(org, running.sessions, (line) => lines.push(line.trim()));
    expect(landed.map(({ object }) => object)).toEqual([
      'Lead',
      'Task',
      'Thoughtly_Call__c',
      'Task',
      'Thoughtly_Call__c'
    ]);
  } finally {
    await running.close();
  }
  expect(lines).toEqual(
    expect.arrayContaining([
      'Sent automation-canonical.json: HTTP 202',
      'Lead Dana Ortiz',
      'Call_Disposition__c: (empty) → Qualified',
      'Intent_Score__c: (empty) → 8',
      'Task “Thoughtly AI Call — Qualified”: Completed, owner Riley Rep'
    ])
  );
}, 60_000);
