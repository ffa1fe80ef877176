import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Access, PUBLIC, PageInfo, Rows, SECRETARIAT } from '#access'
import { DateTimeScalar } from '#platform'
import type { FieldChange, ImportEntry, PlacedProblem } from './import-entry'

export enum FrameworkImportState {
  READY = 'READY',
  REJECTED = 'REJECTED',
  APPLIED = 'APPLIED',
}

export enum ImportEntryState {
  NEW = 'NEW',
  CHANGED = 'CHANGED',
  UNCHANGED = 'UNCHANGED',
  KEPT = 'KEPT',
  REMOVED = 'REMOVED',
  IGNORED = 'IGNORED',
  REJECTED = 'REJECTED',
}

export enum AbsentEntries {
  KEEP = 'KEEP',
  REMOVE = 'REMOVE',
}

export enum FileFormat {
  JSON = 'JSON',
  XLSX = 'XLSX',
}

registerEnumType(FrameworkImportState, {
  name: 'FrameworkImportState',
  description: 'How far the import of a file has come.',
  valuesConfig: {
    READY: { description: 'Nothing is rejected: it can be applied.' },
    REJECTED: { description: 'Something is rejected: it cannot be applied.' },
    APPLIED: { description: 'Its content is in a draft.' },
  },
})
registerEnumType(ImportEntryState, {
  name: 'ImportEntryState',
  description: 'What an import would do with an entry.',
  valuesConfig: {
    NEW: { description: 'It would be added.' },
    CHANGED: { description: 'Fields of it would change.' },
    UNCHANGED: { description: 'The file says the same.' },
    KEPT: { description: 'The file does not have it; it would stay.' },
    REMOVED: { description: 'The file does not have it; it would be removed.' },
    IGNORED: {
      description: 'It speaks of another version than the base of the draft, and is not read.',
    },
    REJECTED: { description: 'Something is wrong with it; the problems say where and what.' },
  },
})
registerEnumType(AbsentEntries, {
  name: 'AbsentEntries',
  description: 'What happens to entries that the lists of a file do not have.',
  valuesConfig: {
    KEEP: { description: 'They stay.' },
    REMOVE: { description: 'They are removed.' },
  },
})
registerEnumType(FileFormat, {
  name: 'FileFormat',
  description: 'Format of a file.',
  valuesConfig: {
    JSON: { description: 'JSON by the published schema.' },
    XLSX: { description: 'Workbook with a sheet for each kind of entry.' },
  },
})

@ObjectType('ImportFieldChange', { description: 'One field that an import would change.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class ImportFieldChange implements FieldChange {
  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Path of the field inside its entry, such as `name.en`.' })
  readonly field!: string

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'What is there now. Null for nothing.' })
  readonly before!: string | null

  @Access(SECRETARIAT)
  @Field(() => String, { nullable: true, description: 'What the file says. Null for nothing.' })
  readonly after!: string | null
}

@ObjectType('ImportProblem', { description: 'What is wrong at one place of a file.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class ImportProblem implements PlacedProblem {
  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Cell of the workbook, such as `KPIs!F12`, or path of the JSON text.',
  })
  readonly at!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'What is wrong, in upper snake case.' })
  readonly reason!: string

  readonly message!: string
  readonly french!: string
}

@ObjectType('FrameworkImportEntry', { description: 'What an import would do with one entry.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class FrameworkImportEntry implements ImportEntry {
  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'List of the file the entry stands in; `version` for the catalogue as a whole.',
  })
  readonly section!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the entry; `*` for the order of the whole list.' })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => ImportEntryState, { description: 'What would happen.' })
  readonly state!: ImportEntryState

  @Access(SECRETARIAT)
  @Field(() => [ImportFieldChange], { description: 'Fields that would change.' })
  readonly changes!: readonly ImportFieldChange[]

  @Access(SECRETARIAT)
  @Field(() => [ImportProblem], { description: 'What is wrong, all at once.' })
  readonly problems!: readonly ImportProblem[]
}

@ObjectType('FrameworkImportEntryConnection', { description: 'Page of the entries of an import.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class FrameworkImportEntryConnection {
  @Access(SECRETARIAT)
  @Field(() => [FrameworkImportEntry], { description: 'Entries of the page.' })
  readonly nodes!: readonly FrameworkImportEntry[]

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of entries that fit the filter.' })
  readonly totalCount!: number

  @Access(SECRETARIAT)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}

@ObjectType('ImportEntryCount', { description: 'Number of entries in one state.' })
@Rows('EMBEDDED')
@Access(SECRETARIAT)
export class ImportEntryCount {
  @Access(SECRETARIAT)
  @Field(() => ImportEntryState, { description: 'State the entries are in.' })
  readonly state!: ImportEntryState

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'How many there are.' })
  readonly count!: number
}

@ObjectType('FrameworkImport', {
  description:
    'A file that was read and compared with a draft or its base: a dry run, kept with what it found.',
})
@Rows('CATALOGUE')
@Access(SECRETARIAT)
export class FrameworkImport {
  /** Status of a version such content belongs to, which decides who may read it. */
  readonly status!: 'DRAFT'
  readonly uuid!: string
  readonly draftId!: string | null
  readonly baseId!: string | null
  readonly comparedHash!: string | null
  readonly versionId!: string | null
  readonly authorId!: string
  readonly found!: readonly ImportEntry[]

  @Access(SECRETARIAT)
  @Field(() => ID, { description: 'Opaque id of the import.' })
  readonly id!: string

  @Access(SECRETARIAT)
  @Field(() => FrameworkImportState, { description: 'How far the import has come.' })
  readonly state!: FrameworkImportState

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Name of the file, as it was handed in.' })
  readonly fileName!: string

  @Access(SECRETARIAT)
  @Field(() => FileFormat, { description: 'Format the file was read in.' })
  readonly format!: FileFormat

  @Access(SECRETARIAT)
  @Field(() => Int, { description: 'Number of bytes of the file.' })
  readonly size!: number

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'SHA-256 over the bytes of the file, in hexadecimal.' })
  readonly sha256!: string

  @Access(SECRETARIAT)
  @Field(() => String, { description: 'Code of the draft it goes into.' })
  readonly code!: string

  @Access(SECRETARIAT)
  @Field(() => AbsentEntries, {
    description: 'What happens to entries that the lists of the file do not have.',
  })
  readonly absent!: AbsentEntries

  @Access(SECRETARIAT)
  @Field(() => String, {
    description: 'Hash over what was read and what it was compared with; given again to apply it.',
  })
  readonly contentHash!: string

  @Access(SECRETARIAT)
  @Field(() => [ImportEntryCount], { description: 'Number of entries by state.' })
  readonly counts!: readonly ImportEntryCount[]

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, { description: 'Timestamp of the dry run.' })
  readonly createdAt!: string

  @Access(SECRETARIAT)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Timestamp of the import. Null before it.',
  })
  readonly appliedAt!: string | null
}

@ObjectType('FrameworkImportConnection', { description: 'Page of imports, the newest first.' })
@Rows('PAYLOAD')
@Access(PUBLIC)
export class FrameworkImportConnection {
  @Access(PUBLIC)
  @Field(() => [FrameworkImport], { description: 'Imports of the page.' })
  readonly nodes!: readonly FrameworkImport[]

  @Access(PUBLIC)
  @Field(() => Int, { description: 'Number of imports in the whole list.' })
  readonly totalCount!: number

  @Access(PUBLIC)
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  readonly pageInfo!: PageInfo
}
