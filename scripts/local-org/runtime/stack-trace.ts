/** From a JavaScript stack to lines of Apex: compiled scripts register here, exceptions ask. */
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
const traceByUrl = new Map<string, TraceMap>();
let loads = 0;

/** Scripts of compiled Apex have names of this scheme in JavaScript stacks. */
const SCHEME = 'apex:';
const FRAME = /(apex:[^\s()]+):(\d+):(\d+)\)?$/;

/** A script name that no other load has: the same class may be loaded several times in one process. */
export function newScriptUrl(name: string): string {
  loads += 1;
  return `${SCHEME}${loads}/${encodeURIComponent(name)}`;
}

/** Makes a compiled script known. Its source map is decoded only when a frame of it is asked for. */
export function registerScript(url: string, info: ScriptInfo): void {
  scriptByUrl.set(url, info);
}

/** The Apex frames of a JavaScript stack, innermost first. Frames of the runtime itself are left out. */
export function apexFrames(stack: string): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of stack.split('\n')) {
    const match = FRAME.exec(text);
    if (!match) continue;
    const frame = apexFrame(match[1] as string, Number(match[2]), Number(match[3]));
    if (frame) frames.push(frame);
  }
  return frames;
}

/** As `getStackTraceString()` gives it: `Class.Foo.bar: line 12, column 1`, one line for each frame. */
export function formatFrames(frames: readonly ApexFrame[]): string {
  return frames.map((frame) => `${frame.label}: line ${frame.line}, column 1`).join('\n');
}

function apexFrame(url: string, line: number, column: number): ApexFrame | null {
  const script = scriptByUrl.get(url);
  if (!script) return null;
  const position = originalPositionFor(traceMap(url, script), { line: line - script.lineOffset, column: column - 1 });
  if (position.line === null) return null;
  const range = innermostRange(script.ranges, position.line, position.column);
  return range && { label: range.label, path: script.path, line: position.line, column: position.column };
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
