/** Small pieces of HTTP that the handlers share. */
import fs from 'node:fs';
import path from 'node:path';
import type { ServerResponse } from 'node:http';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml'
};

export function sendText(response: ServerResponse, status: number, extension: string, text: string): void {
  response.writeHead(status, {
    'content-type': CONTENT_TYPES[extension] ?? 'text/plain; charset=utf-8',
    'cache-control': 'no-store'
  });
  response.end(text);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, '.json', JSON.stringify(value));
}

/**
 * Sends a file below a folder. What is not in the folder is answered with 404.
 *
 * @param isImmutable true when the address changes with the content, so that browsers may keep the answer
 */
export function sendFile(response: ServerResponse, directory: string, name: string, isImmutable: boolean): void {
  const file = path.resolve(directory, name);
  const isInside = file.startsWith(path.resolve(directory) + path.sep);
  if (!isInside || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) {
    sendText(response, 404, '.txt', 'Not found');
    return;
  }
  response.writeHead(200, {
    'content-type': CONTENT_TYPES[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': isImmutable ? 'public, max-age=86400' : 'no-cache'
  });
  fs.createReadStream(file).pipe(response);
}
