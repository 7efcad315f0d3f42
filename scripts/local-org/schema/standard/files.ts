/** Files, notes, attachments. */
import type { StandardTable } from './table';
import { FILE_PARENTS } from './values';

export const CONTENT_VERSION: StandardTable = {
  name: 'ContentVersion',
  label: 'Content Version',
  sharingModel: 'Private',
  isOpen: true,
  fields: `
    @id ContentVersion ID
    ContentDocumentId reference(ContentDocument) as:ContentVersions create nofls
    IsLatest boolean ro nofls
    ContentUrl url(1300) create nofls "Content URL"
    VersionNumber string(20) ro nofls
    Title string(255) name
    Description textarea(1000) nofls
    ReasonForChange string(1000) create nofls
    SharingOption picklist(A*|R) given restricted "Prevent others from sharing and unsharing"
    SharingPrivacy picklist(N*|P) given restricted "File Privacy on Records"
    PathOnClient string(500) create nofls
    ContentModifiedDate datetime ro nofls
    ContentModifiedById reference(User) ro nofls
    @owner User
    TagCsv textarea(2000) nofls "Tags"
    FileType string(20) sys
    PublishStatus picklist(U|P|R) sys restricted
    VersionData base64 nofls
    ContentSize int ro nofls "Size"
    FileExtension string(40) ro nofls
    FirstPublishLocationId reference(${FILE_PARENTS}) create nofls
    Origin picklist(C*|H) create given restricted
    ContentLocation picklist(S*|E|L) create given restricted
    Checksum string(50) ro nofls
    IsMajorVersion boolean create nofls
    IsAssetEnabled boolean create nofls
    ExternalDocumentInfo1 string(1000) nofls
    ExternalDocumentInfo2 string(1000) nofls
    TextPreview string(255) ro nofls
    VersionDataUrl url(255) ro nofls
    @deleted
    @audit`
};

export const CONTENT_DOCUMENT: StandardTable = {
  name: 'ContentDocument',
  label: 'Content Document',
  sharingModel: 'Private',
  fields: `
    @id ContentDocument ID
    IsArchived boolean nofls
    ArchivedById reference(User) ro nofls
    ArchivedDate date ro nofls
    @deleted
    @owner User
    Title string(255) given name
    PublishStatus picklist(U|P|R) sys restricted
    LatestPublishedVersionId reference(ContentVersion) ro nofls
    ParentId reference(ContentWorkspace) nofls
    Description textarea(1000) nofls
    ContentSize int ro nofls "Size"
    FileType string(20) ro nofls
    FileExtension string(40) ro nofls
    SharingOption picklist(A*|R) nofls restricted
    SharingPrivacy picklist(N*|P) nofls restricted
    ContentModifiedDate datetime ro nofls
    ContentAssetId reference(ContentAsset) ro nofls
    @audit
    @viewed`
};

export const CONTENT_DOCUMENT_LINK: StandardTable = {
  name: 'ContentDocumentLink',
  label: 'Content Document Link',
  sharingModel: 'ControlledByParent',
  fields: `
    @id ContentDocumentLink ID
    LinkedEntityId reference(${FILE_PARENTS}) ! create as:ContentDocumentLinks cascade
    ContentDocumentId reference(ContentDocument) ! create as:ContentDocumentLinks cascade
    @deleted
    SystemModstamp datetime sys
    ShareType picklist(V|C|I) nofls restricted
    Visibility picklist(AllUsers*|InternalUsers|SharedUsers) nofls restricted`
};

export const ATTACHMENT: StandardTable = {
  name: 'Attachment',
  sharingModel: 'ControlledByParent',
  fields: `
    @id Attachment ID
    @deleted
    ParentId reference(${FILE_PARENTS}) ! create as:Attachments cascade
    Name string(255) ! name "File Name"
    IsPrivate boolean nofls "Private"
    ContentType string(120) nofls
    BodyLength int ro nofls
    Body base64 !
    @owner User
    Description textarea(500) nofls
    @audit`
};

export const NOTE: StandardTable = {
  name: 'Note',
  sharingModel: 'ControlledByParent',
  fields: `
    @id Note Id
    @deleted
    ParentId reference(${FILE_PARENTS}) ! create as:Notes cascade
    Title string(80) ! name
    IsPrivate boolean nofls "Private"
    Body textarea(32000) nofls
    @owner User
    @audit`
};

export const FEED_ITEM: StandardTable = {
  name: 'FeedItem',
  label: 'Feed Item',
  sharingModel: 'ControlledByParent',
  isOpen: true,
  fields: `
    @id Feed Item ID
    ParentId reference(${FILE_PARENTS}) ! create as:Feeds cascade
    Type picklist(TextPost*|TrackedChange|UserStatus|LinkPost|ContentPost|PollPost|ActivityEvent) create nofls
    Title string(255) nofls
    Body textarea(10000) nofls
    LinkUrl url(1000) nofls
    IsRichText boolean nofls
    RelatedRecordId reference(ContentVersion) create nofls rel:-
    InsertedById reference(User) ro nofls
    CommentCount int ro nofls
    LikeCount int ro nofls
    Visibility picklist(AllUsers*|InternalUsers) nofls
    @deleted
    @audit`
};
