/** `/session`: which users there are, who the page runs as, and switching between them. */
import type { OrgUser } from '../org';
import type { ServerContext } from './context';
import { methodNotAllowed, RestError } from './errors';
import { jsonBody } from './http';
import type { ServerAnswer, ServerRequest } from './http';

/** `GET` answers `{users, current}`; `POST {username}` switches and sets the cookie `sid`. */
export function answerSession(context: ServerContext, request: ServerRequest): ServerAnswer {
  if (request.method === 'GET')
    return answerCurrent(context, context.sessions.cookieUser(request) ?? context.org.user('rep'));
  if (request.method !== 'POST') throw methodNotAllowed(request.method, ['GET', 'POST']);
  const { username } = jsonBody(request);
  const user = people(context).find((candidate) => candidate.username === username);
  if (!user)
    throw new RestError(400, 'INVALID_LOGIN', `There is no user ${String(username)}. GET /session lists them.`);
  return answerCurrent(context, user);
}

function answerCurrent(context: ServerContext, current: OrgUser): ServerAnswer {
  const cookie = `sid=${encodeURIComponent(context.sessions.tokenFor(current))}; Path=/; HttpOnly; SameSite=Strict`;
  return {
    status: 200,
    headers: { 'Set-Cookie': cookie },
    body: { users: people(context).map(publicUser), current: publicUser(current) }
  };
}

function people(context: ServerContext): readonly OrgUser[] {
  return context.org.users.filter((user) => user.persona !== 'automated');
}

function publicUser({ id, username, name, persona }: OrgUser) {
  return { id, username, name, persona };
}
