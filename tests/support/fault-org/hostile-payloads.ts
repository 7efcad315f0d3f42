/** Payloads that nobody should send. */
import { callOf, type Row } from './story';

/** By what is wrong with them; each is a body as it is sent. */
export function hostilePayloads(): Record<string, unknown> {
  const call = (number: number, values: Row) => callOf(960 + number, {}, values);
  let deep: unknown = 'bottom';
  for (let level = 0; level < 500; level++) deep = { down: deep };
  return {
    'deep nesting': call(1, { variables: { disposition: 'Qualified', deep } }),
    'deep arrays as text': `${'['.repeat(2000)}${']'.repeat(2000)}`,
    'huge strings': call(2, {
      call_summary: 'x'.repeat(400_000),
      contact: { name: 'y'.repeat(50_000) },
      outcome: 'z'.repeat(9000)
    }),
    'wrong types everywhere': call(3, {
      agent: 7,
      contact: ['a'],
      transcript: { a: 1 },
      variables: [1, 2],
      start_time: {},
      duration_ms: 'long',
      recording_url: false,
      channel: 5,
      metadata: 'no'
    }),
    'numbers beyond all limits': call(4, {
      duration_ms: 1e300,
      version: -1e300,
      variables: { intent_score: 1e99, budget: '9'.repeat(400) }
    }),
    'SOQL in every value': call(5, {
      caller_number: "+14155550100' OR Name != '",
      contact: { name: "x' OR Id != null LIMIT 1 --", email: "a'b@example.com", id: "' OR '1'='1" },
      metadata: { salesforce_record_id: "' OR Id != '" },
      variables: { disposition: "Qualified'; DELETE" }
    }),
    HTML: call(6, { contact: { name: '<script>alert(1)</script>' }, call_summary: '<img src=x onerror=alert(1)>' }),
    unicode: call(7, { contact: { name: '𝒟𝒶𝓃𝒶 🦄 \u202Eمرحبا' }, call_summary: '\u0000\uFFFF\uD800 zero' }),
    'a record id of another object': call(8, { metadata: { salesforce_record_id: '001000000000001AAA' } }),
    'a call id of 5,000 characters': call(9, { call_id: 'c'.repeat(5000) }),
    'dates that are none': call(10, {
      start_time: '2026-99-99T99:99:99Z',
      end_time: 'yesterday',
      variables: { appointment_time: 'soon', callback_time: '0000-00-00' }
    }),
    'dates beyond the calendar': call(11, {
      start_time: '9999-12-31T23:59:59Z',
      end_time: '0001-01-01T00:00:00Z',
      variables: { disposition: 'Appointment Booked', appointment_time: '99999-01-01T00:00:00Z' }
    }),
    'a __proto__ key': JSON.stringify(call(12, {})).replace('"event"', '"__proto__":{"call_id":"x"},"event"'),
    'a script as a recording': call(13, { recording_url: 'javascript:alert(1)' }),
    'templates in values': call(14, {
      contact: { name: '{{ customer_name }}' },
      call_summary: '{{ transcript }}',
      variables: { disposition: '{{ disposition }}' }
    }),
    'the same key twice': JSON.stringify(call(15, {})).replace('"event"', '"call_id":"other","event"'),
    'thousands of variables': call(16, {
      variables: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`variable_${index}`, index]))
    }),
    'a number as a call id': call(17, { call_id: 12345 }),
    'numbers as phone and name': call(18, { caller_number: 14155550199, contact: { name: 42 } }),
    'half a text': JSON.stringify(call(19, {})).slice(0, 200),
    'bytes that are no text': '\u0000\u0001\u0002',
    'only blanks': '   ',
    null: 'null',
    'a number': '7'
  };
}
