/** The two documents that the page host sends: a page, and what to do when it cannot be built. */
import { formatPageDiagnostic } from './build/diagnostics';
import type { PageDiagnostic } from './build/diagnostics';
import type { ServerContext } from './stand-ins/runtime/context';

const STYLES = ['/slds/slds2.cosmos.css', '/app/shell.css'];

/** A page: styles, import map, who looks at it, and the application. */
export function pageDocument(context: ServerContext, imports: Readonly<Record<string, string>>): string {
  return document(
    context.appName,
    context.language.replace('_', '-'),
    `${STYLES.map((address) => `<link rel="stylesheet" href="${address}">`).join('\n')}
<script type="application/json" id="page-context">${embedJson(context)}</script>
<script type="importmap">${embedJson({ imports })}</script>
<script type="module" src="/app/app.js"></script>`,
    '<div id="page"></div>'
  );
}

/** Shown instead of a page when its components do not build. Reloading builds again. */
export function failureDocument(diagnostics: readonly PageDiagnostic[]): string {
  const items = diagnostics.map(
    (diagnostic) => `<li><code>${escapeHtml(formatPageDiagnostic(diagnostic))}</code></li>`
  );
  return document(
    'Components do not build',
    'en',
    '<link rel="stylesheet" href="/app/shell.css">',
    `<main class="build-failure"><h1>The components do not build</h1><p>Correct this, then reload the page.</p><ol>${items.join('')}</ol></main>`
  );
}

/** Salesforce marks the body so that styles know the platform's fonts and form factor. */
function document(title: string, language: string, head: string, body: string): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="/app/favicon.svg" type="image/svg+xml">
${head}
</head>
<body class="slds-scope">${body}</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON that cannot end the script element it stands in. */
function embedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
