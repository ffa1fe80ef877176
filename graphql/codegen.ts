import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset'
import type { CodegenConfig } from '@graphql-codegen/cli'

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url))

interface Portal {
  /** Name of the manifest in `documents/`; the kit needs none, its documents stand in those of both portals. */
  name?: string
  documents: string[]
  /** Folder of the generated types, with a slash at the end. */
  generated: string
}

// What both portals have; the tests of the kit write documents of their own.
const kit = [path('../portal-kit/src/{accounts,audit,notification,support}/**/*.{ts,vue}')]

const portals: Portal[] = [
  { documents: kit, generated: path('../portal-kit/src/generated/') },
  {
    name: 'member',
    documents: [
      path('../portal-member/src/**/*.{ts,vue}'),
      `!${path('../portal-member/src/public/**')}`,
      `!${path('../portal-member/src/generated/**')}`,
      ...kit,
    ],
    generated: path('../portal-member/src/generated/'),
  },
  {
    name: 'public',
    documents: [
      path('../portal-member/src/public/**/*.{ts,vue}'),
      `!${path('../portal-member/src/public/generated/**')}`,
    ],
    generated: path('../portal-member/src/public/generated/'),
  },
  {
    name: 'admin',
    documents: [
      path('../portal-admin/src/**/*.{ts,vue}'),
      `!${path('../portal-admin/src/generated/**')}`,
      ...kit,
    ],
    generated: path('../portal-admin/src/generated/'),
  },
]

const output = ({ documents, generated }: Portal): CodegenConfig['generates'] => ({
  [generated]: {
    preset: 'client',
    documents,
    // The server never sees a document it does not know, so what the client cache adds is added here.
    documentTransforms: [addTypenameSelectionDocumentTransform],
    presetConfig: {
      fragmentMasking: { unmaskFunctionName: 'readFragment' },
      persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
    },
    config: {
      scalars: { Decimal: 'string', DateTime: 'string', Date: 'string', JSON: 'unknown' },
      defaultScalarType: 'unknown',
      enumsAsTypes: true,
      useTypeImports: true,
    },
  },
})

/** The preset writes each manifest beside the types; the server reads all of them from one folder. */
async function collectManifests() {
  for (const { name, generated } of portals) {
    const written = `${generated}persisted-documents.json`
    const manifest = await readFile(written, 'utf8').catch(() => null)
    if (manifest === null) continue
    await rm(written)
    if (!name) continue
    const target = path(`documents/${name}.json`)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, `${manifest.trimEnd()}\n`)
  }
}

const config: CodegenConfig = {
  schema: path('schema.graphql'),
  ignoreNoDocuments: true,
  generates: Object.assign({}, ...portals.map(output)),
  hooks: { afterAllFileWrite: [collectManifests] },
}

export default config
