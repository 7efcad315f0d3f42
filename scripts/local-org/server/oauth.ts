/** `POST /services/oauth2/token` (client credentials) and `/services/oauth2/userinfo`. */
import { timingSafeEqual } from 'node:crypto';
import type { OrgUser } from '../org';
import type { ServerAnswer, ServerRequest } from './http';
import type { ServerContext } from './context';

/** Answers a token for the integration user: the "run as" user of the client credentials flow. */
export function answerToken(context: ServerContext, request: ServerRequest): ServerAnswer {
  const form = tokenForm(request);
  if (request.method !== 'POST') return oauthError('invalid_request', 'must use HTTP POST');
  if (form.get('grant_type') !== 'client_credentials') {
    return oauthError('unsupported_grant_type', 'grant type not supported: the local org offers client_credentials');
  }
  const { sessions } = context;
  if (!equalTexts(form.get('client_id'), sessions.clientId))
    return oauthError('invalid_client_id', 'client identifier invalid');
  if (!equalTexts(form.get('client_secret'), sessions.clientSecret))
    return oauthError('invalid_client', 'invalid client credentials');
  const user = context.org.user('integration');
  return {
    status: 200,
    body: {
      access_token: sessions.tokenFor(user),
      scope: 'api',
      instance_url: context.org.instanceUrl,
      id: identityUrl(context, user),
      token_type: 'Bearer',
      issued_at: String(context.org.now())
    }
  };
}

/** Who the token's user is, as the Salesforce CLI asks at login. */
export function answerUserInfo(context: ServerContext, user: OrgUser): ServerAnswer {
  const { org } = context;
  return {
    status: 200,
    body: {
      sub: identityUrl(context, user),
      user_id: user.id,
      organization_id: org.organizationId,
      preferred_username: user.username,
      nickname: user.persona,
      name: user.name,
      email: user.username,
      email_verified: true,
      zoneinfo: 'GMT',
      locale: 'en_US',
      language: 'en_US',
      active: true,
      user_type: 'STANDARD',
      is_salesforce_integration_user: user.persona === 'integration',
      urls: {
        rest: `${org.instanceUrl}/services/data/v{version}/`,
        sobjects: `${org.instanceUrl}/services/data/v{version}/sobjects/`
      }
    }
  };
}

/** `GET /services/oauth2/singleaccess`: where `sf org open` sends the browser. Pages of the local org need no login. */
export function answerSingleAccess({ org }: ServerContext, request: ServerRequest): ServerAnswer {
  const path = request.query.get('redirect_uri') ?? '';
  return { status: 200, body: { frontdoor_uri: new URL(path, `${org.instanceUrl}/`).href } };
}

function identityUrl({ org }: ServerContext, user: OrgUser): string {
  return `${org.instanceUrl}/id/${org.organizationId}/${user.id}`;
}

/** The parameters, from the body (a form) and, as Salesforce allows, from `Authorization: Basic`. */
function tokenForm(request: ServerRequest): URLSearchParams {
  const form = new URLSearchParams(request.body.toString('utf8'));
  for (const [name, value] of request.query) form.append(name, value);
  const [, basic] = /^Basic\s+(\S+)$/i.exec(request.headers['authorization'] ?? '') ?? [];
  if (basic !== undefined) {
    const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    form.set('client_id', id);
    form.set('client_secret', secret);
  }
  return form;
}

function oauthError(error: string, description: string): ServerAnswer {
  return { status: 400, body: { error, error_description: description } };
}

function equalTexts(given: string | null, wanted: string): boolean {
  const a = Buffer.from(given ?? '');
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}
