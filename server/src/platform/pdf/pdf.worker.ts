import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { drawable } from './drawable.ts'
import { coverageOf } from './font-coverage.ts'

export interface PdfRequest {
  /** Markup of ours, which reads what it prints from `sys.inputs`. */
  readonly template: string
  readonly data: object
  /** Where no file is: templates read none. */
  readonly folder: string
}

export type PdfResult =
  | { readonly kind: 'PDF'; readonly bytes: Uint8Array }
  | { readonly kind: 'FAILED'; readonly why: string }

const FONTS = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
]

function draw({ template, data, folder }: PdfRequest): PdfResult {
  const { resolve } = createRequire(import.meta.url)
  const fontBlobs = FONTS.map((name) => readFileSync(resolve(join('@expo-google-fonts', name))))
  const covered = new Set(fontBlobs.flatMap((font) => [...coverageOf(font)]))
  const { value, isReduced } = drawable(data, covered)
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] })
  try {
    const compiled = compiler.compile({
      mainFileContent: template,
      inputs: { data: JSON.stringify(value), reduced: isReduced ? 'yes' : 'no' },
    })
    const document = compiled.result
    if (!document) {
      return { kind: 'FAILED', why: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics) }
    }
    const bytes = compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 })
    return { kind: 'PDF', bytes: new Uint8Array(bytes) }
  } finally {
    // The cache is one for the whole process and would keep what was printed for others.
    compiler.evictCache(0)
  }
}

parentPort?.postMessage(draw(workerData as PdfRequest))
