/** Starts a Chromium or Chrome that is already on the machine; nothing is downloaded. */
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserServer } from 'playwright-core';

const PATHS: readonly string[] = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

/** Quiet: no sandbox (containers have none), no GPU, and no requests of the browser's own. */
const FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--mute-audio'
];

/** Path of the browser: `CHROMIUM_PATH`, or the first of the usual ones. Throws with the remedy when there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const wanted = environment['CHROMIUM_PATH'];
  if (wanted && !fs.existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, where there is no file.`);
  const found = wanted ?? PATHS.find((candidate) => fs.existsSync(candidate));
  if (found) return found;
  throw new Error(
    'No Chromium or Chrome was found. Install one (for example "apt-get install chromium"), or set CHROMIUM_PATH to it.'
  );
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: [...FLAGS] });
}

/** A browser in a process of its own that several test files can share, by its address: `wsEndpoint()`. */
export async function launchChromiumServer(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: findChromium(), args: [...FLAGS] });
}

export function connectToChromium(wsEndpoint: string): Promise<Browser> {
  return chromium.connect(wsEndpoint);
}
