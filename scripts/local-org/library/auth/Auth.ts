/** The parts of `Auth` that say something of the running session, and JSON Web Tokens. */
import { currentTransaction } from '../../runtime/transaction';
import { platformType } from '../registry';
import { ApexMap } from '../system/Map';
import { serializeJson } from '../json/serialize';
import { valueClass, type ValueObject } from '../value-object';

platformType({ name: 'Auth.SessionLevel', enumConstants: ['LOW', 'STANDARD', 'HIGH_ASSURANCE'] });

function currentSession(): ApexMap {
  const session = new ApexMap('String', 'String');
  const { userId } = currentTransaction();
  const values = {
    SessionId: `0Ak${userId.slice(3)}`,
    SessionType: 'ApexTest',
    LoginType: 'Application',
    NumSecondsValid: '7200',
    UserType: 'Standard',
    UsersId: userId,
    SourceIp: '127.0.0.1',
    SessionSecurityLevel: 'STANDARD'
  };
  for (const [name, value] of Object.entries(values)) session.put(name, value);
  return session;
}

platformType({ name: 'Auth.SessionManagement', statics: { 'getCurrentSession/0': currentSession } });
platformType({
  name: 'Auth.CommunitiesUtil',
  statics: { isGuestUser: () => false, isInternalUser: () => true }
});

const SECONDS_VALID = 300;

/** The claims as text. `iat`, `exp` and `nbf` are in seconds. */
function toJson(self: ValueObject): string {
  const now = Math.floor(currentTransaction().org.now() / 1000);
  const claims = new ApexMap('String', 'Object');
  const put = (name: string, value: unknown) => {
    if (value !== null) claims.put(name, value);
  };
  put('iss', self.get('Iss'));
  put('sub', self.get('Sub'));
  put('aud', self.get('Aud'));
  put('nbf', now - ((self.get('NbfClockSkew') as number | null) ?? 0));
  put('iat', now);
  put('exp', now + ((self.get('ValidityLength') as number | null) ?? SECONDS_VALID));
  const additional = self.get('AdditionalClaims') as ApexMap | null;
  for (const name of additional?.keys() ?? []) put(String(name), additional?.get(name) ?? null);
  return serializeJson(claims, { isPretty: false, suppressNulls: true });
}

valueClass('Auth.JWT', ['AdditionalClaims', 'Aud', 'Iss', 'NbfClockSkew', 'Sub', 'ValidityLength'], {
  initial: { ValidityLength: () => SECONDS_VALID },
  methods: { toJSONString: toJson }
});
