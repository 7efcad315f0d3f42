/** From a JavaScript stack to lines of Apex: compiled scripts register here, exceptions ask. */
import { resolve } from 'node:path';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { SourceMapInput } from '@jridgewell/trace-mapping';

/** A piece of Apex that a stack frame can lie in. */
export interface CodeRange {
  /** As the platform prints it: `Class.Foo.bar`, `Class.Foo.<init>`, `Trigger.OnLead`, `AnonymousBlock`. */
  readonly label: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ScriptInfo {
  readonly path: string;
  /** Lines that the loader puts before the generated text. */
  readonly lineOffset: number;
  readonly map: SourceMapInput;
  readonly ranges: readonly CodeRange[];
}

export interface ApexFrame {
  readonly label: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

const scriptByUrl = new Map<string, ScriptInfo>();
const scriptByPath = new Map<string, ScriptInfo>();
const traceByUrl = new Map<string, TraceMap>();
let loads = 0;

/** Scripts of compiled Apex have names of this scheme in JavaScript stacks. */
const SCHEME = 'apex:';
const FRAME = /(apex:[^\s()]+):(\d+):(\d+)\)?$/;
/** With a debugger attached Node maps the frames itself: they name the Apex source. */
const MAPPED_FRAME = /(?:file:\/\/)?(\/[^()]+\.(?:cls|trigger|apex)):(\d+):(\d+)\)?$/i;

/** A script name that no other load has: the same class may be loaded several times in one process. */
export function newScriptUrl(name: string): string {
  loads += 1;
  return `${SCHEME}${loads}/${encodeURIComponent(name)}`;
}

/** Makes a compiled script known. Its source map is decoded only when a frame of it is asked for. */
export function registerScript(url: string, info: ScriptInfo): void {
  scriptByUrl.set(url, info);
  scriptByPath.set(resolve(info.path), info);
}

/** The Apex frames of a JavaScript stack, innermost first. Frames of the runtime itself are left out. */
export function apexFrames(stack: string): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of stack.split('\n')) {
    const frame = frameOf(text);
    if (frame) frames.push(frame);
  }
  return frames;
}

/** As `getStackTraceString()` gives it: `Class.Foo.bar: line 12, column 1`, one line for each frame. */
export function formatFrames(frames: readonly ApexFrame[]): string {
  return frames.map((frame) => `${frame.label}: line ${frame.line}, column 1`).join('\n');
}

function frameOf(text: string): ApexFrame | null {
  const match = FRAME.exec(text);
  if (match) return apexFrame(match[1] as string, Number(match[2]), Number(match[3]));
  const mapped = MAPPED_FRAME.exec(text);
  const script = mapped && scriptByPath.get(decodeURIComponent(mapped[1] as string));
  return script ? frameAt(script, Number(mapped[2]), Number(mapped[3]) - 1) : null;
}

function apexFrame(url: string, line: number, column: number): ApexFrame | null {
  const script = scriptByUrl.get(url);
  if (!script) return null;
  const position = originalPositionFor(traceMap(url, script), { line: line - script.lineOffset, column: column - 1 });
  return position.line === null ? null : frameAt(script, position.line, position.column);
}

function frameAt(script: ScriptInfo, line: number, column: number): ApexFrame | null {
  const range = innermostRange(script.ranges, line, column);
  return range && { label: range.label, path: script.path, line, column };
}

function traceMap(url: string, script: ScriptInfo): TraceMap {
  let trace = traceByUrl.get(url);
  if (!trace) traceByUrl.set(url, (trace = new TraceMap(script.map)));
  return trace;
}

function innermostRange(ranges: readonly CodeRange[], line: number, column: number): CodeRange | null {
  let best: CodeRange | null = null;
  for (const range of ranges) {
    const isAfterStart = line > range.line || (line === range.line && column >= range.column);
    const isBeforeEnd = line < range.endLine || (line === range.endLine && column <= range.endColumn);
    if (!isAfterStart || !isBeforeEnd) continue;
    if (!best || range.line > best.line || (range.line === best.line && range.column >= best.column)) best = range;
  }
  return best;
}
