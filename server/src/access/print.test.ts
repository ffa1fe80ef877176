import { buildSchema, parse } from 'graphql'
import { expect, test } from 'vitest'
import { printMatrix } from './matrix'
import { printWithAccess } from './print'
import { schemaFromSdl } from './schema-from-sdl.fixture'
import { applyAccess } from './transform'

const schema = () =>
  applyAccess(
    schemaFromSdl(`
      type Query { kpi(drafts: Boolean @access(to: [SECRETARIAT])): Kpi @access(to: [PUBLIC]) }
      type Mutation { kpiSave(input: KpiInput! @access(to: [SECRETARIAT])): Kpi @access(to: [SECRETARIAT]) }
      input KpiInput { "Name of the KPI." name: String @access(to: [SECRETARIAT]) }
      interface Node { code: ID! @access(to: [PUBLIC]) }
      "A KPI."
      type Kpi implements Node @rows(class: CATALOGUE) @access(to: [PUBLIC]) {
        "Note of the editor."
        note: String @access(to: [MEMBER, SECRETARIAT], when: STAFF)
        code: ID! @access(to: [PUBLIC])
        old: String @access(to: [PUBLIC]) @deprecated(reason: "Use \`code\`.")
      }
    `),
  )

const definitionOf = (sdl: string, start: string) => {
  const from = sdl.indexOf(start)
  return sdl.slice(from, sdl.indexOf('\n}', from) + 2)
}

test('the printed schema carries every rule, sorted by name', () => {
  const sdl = printWithAccess(schema())

  expect(definitionOf(sdl, 'type Kpi ')).toMatchInlineSnapshot(`
    "type Kpi implements Node @access(to: [PUBLIC]) @rows(class: CATALOGUE) {
      """Access: PUBLIC."""
      code: ID! @access(to: [PUBLIC])
      """
      Note of the editor.
      
      Access: MEMBER, SECRETARIAT when STAFF.
      """
      note: String @access(to: [MEMBER, SECRETARIAT], when: STAFF)
      """Access: PUBLIC."""
      old: String @deprecated(reason: "Use \`code\`.") @access(to: [PUBLIC])
    }"
  `)
  expect(definitionOf(sdl, 'type Query ')).toMatchInlineSnapshot(`
    "type Query {
      """Access: PUBLIC."""
      kpi(
        """Access: SECRETARIAT."""
        drafts: Boolean @access(to: [SECRETARIAT])
      ): Kpi @access(to: [PUBLIC])
    }"
  `)
  expect(definitionOf(sdl, 'input KpiInput ')).toMatchInlineSnapshot(`
    "input KpiInput {
      """
      Name of the KPI.
      
      Access: SECRETARIAT.
      """
      name: String @access(to: [SECRETARIAT])
    }"
  `)
  const names = parse(sdl).definitions.flatMap((each) =>
    'name' in each ? (each.name?.value ?? []) : [],
  )
  expect(names).toEqual([
    'access',
    'rows',
    'AccessCondition',
    'Audience',
    'Kpi',
    'KpiInput',
    'Mutation',
    'Node',
    'Query',
    'RowClass',
  ])
})

test('the printed schema is a schema, and printed alike each time', () => {
  const sdl = printWithAccess(schema())

  expect(() => buildSchema(sdl)).not.toThrow()
  expect(printWithAccess(schema())).toBe(sdl)
})

test('the matrix tells for each field, argument and input who, how and when', () => {
  expect(printMatrix(schema()).replace(/^[^]*?(?=## Kpi)/, '')).toMatchInlineSnapshot(`
    "## Kpi

    Rows: CATALOGUE. Open at most to PUBLIC.

    | | PUBLIC | PARTNER | MEMBER | OWNER | REVIEWER | SECRETARIAT |
    |---|---|---|---|---|---|---|
    | Kpi.code | yes | public | public | public | public | public |
    | Kpi.note |  |  | yes |  |  | STAFF |
    | Kpi.old | yes | public | public | public | public | public |

    ## Mutation

    There is no row here: audiences are hats.

    | | PUBLIC | PARTNER | MEMBER | OWNER | REVIEWER | SECRETARIAT |
    |---|---|---|---|---|---|---|
    | Mutation.kpiSave |  |  |  |  |  | yes |
    | Mutation.kpiSave(input:) |  |  |  |  |  | yes |

    ## Query

    There is no row here: audiences are hats.

    | | PUBLIC | PARTNER | MEMBER | OWNER | REVIEWER | SECRETARIAT |
    |---|---|---|---|---|---|---|
    | Query.kpi | yes | public | public | public | public | public |
    | Query.kpi(drafts:) |  |  |  |  |  | yes |

    ## Node

    An interface: its types may be narrower, never wider.

    | | PUBLIC | PARTNER | MEMBER | OWNER | REVIEWER | SECRETARIAT |
    |---|---|---|---|---|---|---|
    | Node.code | yes | public | public | public | public | public |

    ## KpiInput

    An input.

    | | PUBLIC | PARTNER | MEMBER | OWNER | REVIEWER | SECRETARIAT |
    |---|---|---|---|---|---|---|
    | KpiInput.name |  |  |  |  |  | yes |
    "
  `)
  expect(printMatrix(schema())).toBe(printMatrix(schema()))
})
