import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const prefix = 'virtual:pmm-document/'
const call =
  /\bgraphql\(\s*(?:\/\*[^*]*\*\/\s*)?(`[^`]*`|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*,?\s*\)/g
const definition = /\b(query|mutation|subscription|fragment)\s+([_A-Za-z]\w*)/

/**
 * Replaces each `graphql(…)` call by the one generated document it names. Left alone, the generated lookup table
 * pulls every document of the portal into the first chunk.
 */
export function splitDocuments(generatedDir: string): Plugin {
  return {
    name: 'pmm:split-documents',
    enforce: 'post',
    apply: 'build',
    resolveId(id) {
      return id.startsWith(prefix) ? `\0${id}` : undefined
    },
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return
      const [kind = '', name = ''] = id.slice(prefix.length + 1).split('/')
      return `export default ${generatedDocument(generatedDir, kind, name)}`
    },
    transform(code, id) {
      if (id.includes('/node_modules/') || id.startsWith(generatedDir)) return
      if (!code.includes('graphql(')) return
      return inlineDocuments(code)
    },
  }
}

/** Rewrites the calls of one module to imports of their documents; `undefined` when there are none. */
export function inlineDocuments(code: string): { code: string; map: null } | undefined {
  const imports = new Set<string>()
  const rewritten = code.replace(call, (whole, literal: string) => {
    const [, operation, name] = definition.exec(literal) ?? []
    if (!operation || !name) return whole
    const kind = operation === 'fragment' ? 'fragment' : 'operation'
    const local = `__pmm_${kind}_${name}`
    imports.add(`import ${local} from '${prefix}${kind}/${name}'`)
    return local
  })
  if (imports.size === 0) return
  return { code: `${[...imports].join('\n')}\n${rewritten}`, map: null }
}

/** The generated document whose first definition has this name, as JSON. */
function generatedDocument(generatedDir: string, kind: string, name: string): string {
  const wanted = `"kind":"${kind === 'fragment' ? 'Fragment' : 'Operation'}Definition"`
  const source = readFileSync(join(generatedDir, 'graphql.ts'), 'utf8')
  for (const line of source.split('\n')) {
    const [, json = ''] = /^export const \w+ = (\{.*\}) as unknown as /.exec(line) ?? []
    const first = json.slice(json.indexOf('"definitions":['))
    const [, found] = /"name":\{"kind":"Name","value":"(\w+)"\}/.exec(first) ?? []
    if (found === name && first.startsWith(`"definitions":[{${wanted}`)) return json
  }
  throw new Error(`No generated document ${name}; run the generate script.`)
}
