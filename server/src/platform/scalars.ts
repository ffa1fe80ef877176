import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

const DECIMAL = /^-?(0|[1-9]\d{0,29})(\.\d{1,20})?$/

/** A decimal number as a string, exact; trailing zeros are trimmed, never an exponent. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'Exact decimal number as a string, such as "98.1". Never an exponent; trailing zeros are trimmed.',
  serialize: (value) => trimZeros(String(value)),
  parseValue: (value) => decimal(value),
  parseLiteral: (node) =>
    node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT
      ? decimal(node.value)
      : refuse('Decimal'),
})

/** A moment, ISO 8601 in UTC. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'Timestamp in UTC, ISO 8601 with offset, such as "2026-06-30T22:00:00.000Z".',
  serialize: (value) => new Date(value as string).toISOString(),
  parseValue: (value) => moment(value),
  parseLiteral: (node) => (node.kind === Kind.STRING ? moment(node.value) : refuse('DateTime')),
})

/** A calendar day. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'Calendar day without time, such as "2026-06-30".',
  serialize: (value) => String(value).slice(0, 10),
  parseValue: (value) => day(value),
  parseLiteral: (node) => (node.kind === Kind.STRING ? day(node.value) : refuse('Date')),
})

/** Structured content whose shape the field's description gives. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'Json',
  description: 'Structured content whose shape the field describes.',
  serialize: (value) => value,
  parseValue: () => refuse('Json'),
  parseLiteral: () => refuse('Json'),
})

export function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function decimal(value: unknown): string {
  return typeof value === 'string' && DECIMAL.test(value) ? trimZeros(value) : refuse('Decimal')
}

function moment(value: unknown): Date {
  const time = typeof value === 'string' ? new Date(value) : new Date(Number.NaN)
  // Beyond these years ISO 8601 and the databases no longer agree on how to write one.
  const year = time.getUTCFullYear()
  return year >= 1 && year <= 9999 ? time : refuse('DateTime')
}

function day(value: unknown): string {
  const valid =
    typeof value === 'string' &&
    /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(new Date(value).getTime())
  return valid ? value : refuse('Date')
}

function refuse(name: string): never {
  throw new GraphQLError(`This is not a ${name}.`, { extensions: { code: 'BAD_INPUT' } })
}
