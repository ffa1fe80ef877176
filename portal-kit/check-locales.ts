import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'vue/compiler-sfc'

export interface LocaleCheck {
  /** Source folder of a portal: one folder per noun, texts in `<noun>/locales/{en,fr}.json`. */
  src: string
  /** Folders inside `src` that belong to another portal or are generated. */
  except?: string[]
  /** Prefix of the keys of texts that stand directly in `src`, under no noun. */
  prefix?: string
  /** Whether French must keep to the words of the member portal, one for each thing. */
  oneWord?: boolean
}

type Texts = { [key: string]: string | Texts }

const spokenAttributes = ['label', 'title', 'placeholder', 'aria-label', 'alt', 'text', 'subtitle']
const hasWords = /\p{L}{2,}/u
// French sets these apart, English does not: they belong into the texts.
const punctuation = /^[:;?!](?:\s|$)|\s[:;?!]$/
const punctuationInCode =
  /\$\{(?:[^{}]|\{[^{}]*\})*\}\s?[:;?!](?=[\s`])|join\((['"`])\s?[:;?!]\s?\1\)/
// Names and signs that are the same in both languages.
const neutral = /^(PMM Platform|KPI|SDG|GraphQL|Ctrl|Enter|Esc|Alt|[A-Z]{2})$/

/** Everything wrong with the texts of one portal, one sentence each; an empty list when all is well. */
export function localeProblems({ src, except = [], prefix, oneWord }: LocaleCheck): string[] {
  const files = sourceFiles(src, except)
  const keys = new Set<string>()
  const problems: string[] = []

  for (const file of files.filter((path) => path.endsWith('/locales/en.json'))) {
    const [folder = ''] = relative(src, file).split('/')
    const noun = folder === 'locales' ? (prefix ?? '') : folder
    const english = flatten(readTexts(file), noun)
    const french = flatten(readTexts(file.replace('en.json', 'fr.json')), noun)
    problems.push(
      ...differences(english, french),
      ...misprints(french),
      ...(oneWord ? strayWords(french) : []),
    )
    for (const key of english.keys()) keys.add(key)
  }

  const sources = files.filter((path) => /\.(vue|ts)$/.test(path) && !path.includes('.test.'))
  const used = usedKeys(sources.map((file) => readFileSync(file, 'utf8')))
  for (const key of keys) if (!used(key)) problems.push(`${key} is used nowhere`)
  for (const file of sources) {
    const source = readFileSync(file, 'utf8')
    const found = file.endsWith('.vue') ? literalTexts(source) : []
    problems.push(
      ...[...found, ...punctuationIn(source)].map(
        (text) => `${relative(src, file)} says "${text}" itself`,
      ),
    )
  }
  return problems
}

// One word per thing in French too: the words on the left were once used for what the words on the right mean.
const otherWords: readonly (readonly [RegExp, string])[] = [
  [/\bKPIs?\b/u, 'ICP'],
  [/\brevues?\b/iu, 'examen'],
  [/évaluat(?:eur|rice)/iu, 'examinateur'],
  [/\bdiffus(?:er|ion|ions)\b/iu, 'publier, publication'],
]

function differences(english: Map<string, string>, french: Map<string, string>): string[] {
  const problems: string[] = []
  for (const [key, text] of english) {
    const translated = french.get(key)
    if (translated === undefined) problems.push(`${key} has no French text`)
    else if (placeholders(text) !== placeholders(translated))
      problems.push(
        `${key} fills in ${placeholders(text)} but in French ${placeholders(translated)}`,
      )
  }
  for (const key of french.keys())
    if (!english.has(key)) problems.push(`${key} has no English text`)
  return problems
}

/** French wants a space before tall punctuation and inside guillemets, and a curved apostrophe. */
function misprints(french: Map<string, string>): string[] {
  return [...french]
    .filter(([, text]) => /[^\s?!][;?!»]|[^\s\d]:(?!\/\/)|«\S|[\p{L}]['"]|["']\p{L}/u.test(text))
    .map(([key, text]) => `${key} is not set as French is: ${text}`)
}

function strayWords(french: Map<string, string>): string[] {
  return [...french].flatMap(([key, text]) =>
    otherWords.filter(([word]) => word.test(text)).map(([, right]) => `${key} should say ${right}`),
  )
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted().join(' ') || 'nothing'
}

/** Whether some string of the sources is this key, or some template string could become it. */
function usedKeys(sources: string[]): (key: string) => boolean {
  const exact = new Set<string>()
  const patterns: RegExp[] = []
  for (const source of sources) {
    for (const [, quoted] of source.matchAll(/['"]([\w-]+(?:\.[\w-]+)+)['"]/g))
      exact.add(quoted ?? '')
    for (const [, template = ''] of source.matchAll(/`([^`]*\$\{[^`]*)`/g)) {
      const pattern = template.split(/\$\{[^}]*\}/).map(escapePattern)
      if (/^[\w-]+\\\./.test(pattern[0] ?? '')) patterns.push(new RegExp(`^${pattern.join('.+')}$`))
    }
  }
  return (key) => exact.has(key) || patterns.some((pattern) => pattern.test(key))
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

interface TemplateNode {
  type: number
  content?: unknown
  children?: TemplateNode[]
  branches?: TemplateNode[]
  props?: { type: number; name: string; value?: { content: string } }[]
}

const TEXT = 2
const ATTRIBUTE = 6

/** Words and punctuation that stand in the template of a component, instead of among the texts. */
export function literalTexts(source: string): string[] {
  const { descriptor } = parse(source)
  const found: string[] = []
  const visit = (node: TemplateNode) => {
    if (node.type === TEXT && typeof node.content === 'string') found.push(node.content.trim())
    for (const { type, name, value } of node.props ?? [])
      if (type === ATTRIBUTE && spokenAttributes.includes(name) && value) found.push(value.content)
    for (const child of [...(node.children ?? []), ...(node.branches ?? [])]) visit(child)
  }
  if (descriptor.template?.ast) visit(descriptor.template.ast as unknown as TemplateNode)
  return found.filter(
    (text) => (hasWords.test(text) || punctuation.test(text)) && !neutral.test(text),
  )
}

/** Punctuation put between two texts by code: `${label}: ${text}`. */
export function punctuationIn(source: string): string[] {
  return source.split('\n').flatMap((line) => punctuationInCode.exec(line)?.[0] ?? [])
}

function sourceFiles(src: string, except: string[]): string[] {
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !except.some((folder) => file.startsWith(join(src, folder, '/'))))
}

function readTexts(file: string): Texts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Texts
  } catch {
    return {}
  }
}

function flatten(texts: Texts, path: string): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(texts)) {
    const name = `${path}.${key}`
    if (typeof value === 'string') flat.set(name, value)
    else for (const [inner, text] of flatten(value, name)) flat.set(inner, text)
  }
  return flat
}
