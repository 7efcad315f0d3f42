import { UnsupportedSoqlError } from '../lower';
import { parseSoql, SoqlSyntaxError } from '../parse';

describe('parseSoql', () => {
  it('reads fields, parents, functions, aliases and sub-queries', () => {
    const query = parseSoql(
      'SELECT Id, Owner.Name, toLabel(Status) label, COUNT_DISTINCT(Email), (SELECT Id FROM Tasks ORDER BY CreatedDate DESC LIMIT 5) FROM Lead l'
    );
    expect(query.from).toEqual({ name: 'Lead', alias: 'l' });
    expect(query.select).toMatchObject([
      { kind: 'field', path: ['Id'], alias: null },
      { kind: 'field', path: ['Owner', 'Name'] },
      { kind: 'function', name: 'TOLABEL', arguments: [{ path: ['Status'] }], alias: 'label' },
      { kind: 'function', name: 'COUNT_DISTINCT' },
      { kind: 'subquery', query: { from: { name: 'Tasks' }, orderBy: [{ descending: true }], limit: { text: '5' } } }
    ]);
  });

  it('nests conditions as written', () => {
    expect(
      parseSoql("SELECT Id FROM Lead WHERE (Name LIKE 'a%' OR (NOT Email = null)) AND Score__c >= -1.5").where
    ).toMatchObject({
      kind: 'and',
      conditions: [
        {
          kind: 'or',
          conditions: [
            { operator: 'LIKE', value: { value: 'a%' } },
            { kind: 'not', condition: { value: { kind: 'null' } } }
          ]
        },
        { operator: '>=', value: { kind: 'number', text: '-1.5' } }
      ]
    });
  });

  it('reads every kind of value', () => {
    const where = parseSoql(
      "SELECT Id FROM Lead WHERE A__c = TRUE AND B__c = 2026-05-24 AND C__c < 2026-05-24T15:31:10Z AND D__c = LAST_N_DAYS:30 AND E__c NOT IN ('x', :y) AND F__c IN (SELECT Id FROM Account) AND G__c INCLUDES ('a;b') AND H__c = TODAY AND I__c = USD5000"
    ).where;
    expect(
      where?.kind === 'and' &&
        where.conditions.map((item) => item.kind === 'comparison' && [item.operator, item.value.kind])
    ).toEqual([
      ['=', 'boolean'],
      ['=', 'date'],
      ['<', 'datetime'],
      ['=', 'dateliteral'],
      ['NOT IN', 'list'],
      ['IN', 'subquery'],
      ['INCLUDES', 'list'],
      ['=', 'dateliteral'],
      ['=', 'currency']
    ]);
    expect(where).toMatchObject({
      conditions: {
        3: { value: { name: 'LAST_N_DAYS', n: 30 } },
        4: { value: { values: [{}, { kind: 'bind', index: 0, name: 'y' }] } }
      }
    });
  });

  it('reads grouping, having, paging, modes and locks', () => {
    expect(
      parseSoql(
        'SELECT Status, COUNT(Id) n FROM Lead WITH USER_MODE GROUP BY ROLLUP(Status) HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC NULLS LAST LIMIT 10 OFFSET :o'
      )
    ).toMatchObject({
      with: 'USER_MODE',
      groupByKind: 'rollup',
      having: { operator: '>' },
      orderBy: [{ nulls: 'last' }],
      offset: { name: 'o' }
    });
    expect(parseSoql('SELECT COUNT() FROM Lead').isCount).toBe(true);
    expect(parseSoql('SELECT FIELDS(ALL) FROM Lead LIMIT 200 ALL ROWS').allRows).toBe(true);
    expect(parseSoql('SELECT Id FROM Lead FOR UPDATE').forClause).toEqual(['UPDATE']);
    expect(parseSoql('SELECT TYPEOF What WHEN Account THEN Phone, Name ELSE Id END FROM Task').select).toMatchObject([
      { kind: 'typeof', when: [{ type: 'Account', fields: [['Phone'], ['Name']] }] }
    ]);
  });

  it('refuses what is no query, and what follows one', () => {
    expect(() => parseSoql('SELECT FROM Lead')).toThrow(SoqlSyntaxError);
    expect(() => parseSoql('SELECT Id FROM Lead; DROP')).toThrow(SoqlSyntaxError);
    expect(() => parseSoql("SELECT Id FROM Account WHERE DISTANCE(Loc__c, GEOLOCATION(1, 2), 'km') < 5")).toThrow(
      UnsupportedSoqlError
    );
  });
});
