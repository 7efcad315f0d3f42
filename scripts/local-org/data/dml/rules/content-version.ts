/** Files: a version belongs to a document, which is linked to its owner and to the record it was published on. */
import { currentTransaction } from '../../../runtime/transaction';
import { ApexBlob } from '../../../library/system/Blob';
import type { Tables } from '../../tables';
import type { ObjectRules } from '../object-rules';
import { writeSystemRow } from '../system-rows';
import type { WorkItem } from '../work-item';

export const contentVersionRules: ObjectRules = {
  derive(tables, item) {
    const { draft } = item;
    const path = String(draft['PathOnClient'] ?? draft['Title'] ?? '');
    const extension = /\.([^./\\]+)$/.exec(path)?.[1] ?? null;
    draft['Title'] ??= path.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, '') || null;
    draft['FileExtension'] = extension;
    draft['FileType'] = extension?.toUpperCase() ?? 'UNKNOWN';
    if (draft['VersionData'] instanceof ApexBlob) draft['ContentSize'] = draft['VersionData'].bytes.length;
  },

  /** Only a version that is otherwise fine gets its document. */
  validate(tables, item) {
    if (item.old === null) startVersion(tables, item);
  },

  afterSave(tables, { draft, id }) {
    if (draft['IsLatest'] !== true) return;
    writeSystemRow(tables, 'ContentDocument', { Id: draft['ContentDocumentId'], LatestPublishedVersionId: id });
  }
};

function startVersion(tables: Tables, { draft }: WorkItem): void {
  let documentId = (draft['ContentDocumentId'] as string | null | undefined) ?? null;
  const earlier = documentId === null ? [] : tables.table('ContentVersion').find('ContentDocumentId', documentId);
  for (const row of earlier)
    tables.store.write(tables.table('ContentVersion'), row['Id'] as string, { ...row, IsLatest: false });
  draft['VersionNumber'] = String(earlier.length + 1);
  draft['IsLatest'] = true;
  if (documentId === null) {
    documentId = writeSystemRow(tables, 'ContentDocument', { OwnerId: currentTransaction().userId });
    draft['ContentDocumentId'] = documentId;
    link(tables, documentId, currentTransaction().userId, 'I');
    const place = draft['FirstPublishLocationId'] as string | null | undefined;
    if (place && place !== currentTransaction().userId) link(tables, documentId, place, 'V');
  }
  const document = tables.row(documentId) ?? {};
  tables.store.write(tables.table('ContentDocument'), documentId, {
    ...document,
    Title: draft['Title'],
    FileExtension: draft['FileExtension'],
    FileType: draft['FileType'],
    ContentSize: draft['ContentSize'] ?? 0
  });
}

function link(tables: Tables, documentId: string, recordId: string, shareType: 'I' | 'V'): void {
  writeSystemRow(tables, 'ContentDocumentLink', {
    ContentDocumentId: documentId,
    LinkedEntityId: recordId,
    ShareType: shareType,
    Visibility: 'AllUsers'
  });
}
