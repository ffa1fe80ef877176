import type { GraphQLSchema } from 'graphql'
import { accessOf, type AccessRule } from './access.decorator'
import { AUDIENCES, PUBLIC } from './audience'
import { CONDITIONS } from './conditions'
import { compileRule, ruleInWords } from './rule'
import {
  argumentsOf,
  fieldsOf,
  inputFieldsOf,
  inputTypes,
  interfaceTypes,
  isRoot,
  objectTypes,
} from './schema-walk'

/**
 * The printed matrix: every field, argument and input field against every audience. A cell holds
 * `yes`, `public` where the audience enters because the rule names PUBLIC, or the condition.
 */
export function printMatrix(schema: GraphQLSchema): string {
  const sections = [
    ...objectTypes(schema).map((type) => {
      const { rowClass, access } = accessOf(type)
      const lead = isRoot(schema, type)
        ? 'There is no row here: audiences are hats.'
        : `Rows: ${rowClass}. Open at most to ${access ? ruleInWords(access) : 'nobody'}.`
      return section(type.name, lead, outputLines(type))
    }),
    ...interfaceTypes(schema).map((type) =>
      section(
        type.name,
        'An interface: its types may be narrower, never wider.',
        outputLines(type),
      ),
    ),
    ...inputTypes(schema).map((type) =>
      section(
        type.name,
        'An input.',
        inputFieldsOf(type).map((field) =>
          line(`${type.name}.${field.name}`, accessOf(field).access),
        ),
      ),
    ),
  ]
  return `${INTRODUCTION}\n${sections.join('\n')}`
}

const INTRODUCTION = `# Who may read and give what

Generated from the schema; do not edit. A cell holds \`yes\`, \`public\` where the audience enters because
the rule names PUBLIC, or the condition under which it enters.

| Condition | Means |
|---|---|
${Object.entries(CONDITIONS)
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, { description }]) => `| ${name} | ${description} |`)
  .join('\n')}
`

const HEAD = `| | ${AUDIENCES.map(({ name }) => name).join(' | ')} |\n|---|${AUDIENCES.map(() => '---|').join('')}`

const section = (title: string, lead: string, lines: readonly string[]) =>
  `## ${title}\n\n${lead}\n\n${[HEAD, ...lines].join('\n')}\n`

const outputLines = (type: Parameters<typeof fieldsOf>[0]): readonly string[] =>
  fieldsOf(type).flatMap((field) => [
    line(`${type.name}.${field.name}`, accessOf(field).access),
    ...argumentsOf(field).map((argument) =>
      line(`${type.name}.${field.name}(${argument.name}:)`, accessOf(argument).access),
    ),
  ])

const line = (at: string, rule: AccessRule | undefined): string =>
  `| ${at} | ${AUDIENCES.map(({ bit }) => (rule ? cell(rule, bit) : '')).join(' | ')} |`

function cell(rule: AccessRule, bit: number): string {
  const { free, asked } = compileRule(rule, CONDITIONS)
  if (asked & bit) return rule.when!
  if ((free & bit) === 0) return ''
  return rule.audiences & bit || bit === PUBLIC ? 'yes' : 'public'
}
