import type { LocaleCode } from '../definition'
import { symbolOf, type Formula, type FunctionName, type Operator } from './formula'
import { leftNeedsBrackets, needsBrackets, rightNeedsBrackets } from './print'

interface Words {
  readonly operators: Readonly<Record<Operator, string>>
  readonly functions: Readonly<Record<FunctionName, string>>
  readonly minus: string
  readonly and: string
  readonly number: (value: string) => string
  readonly quoted: (label: string) => string
}

const WORDS: Readonly<Record<LocaleCode, Words>> = {
  en: {
    operators: { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by' },
    functions: {
      min: 'the smallest of',
      max: 'the largest of',
      sum: 'the sum of',
      mean: 'the mean of',
      abs: 'the absolute value of',
    },
    minus: 'minus',
    and: 'and',
    number: (value) => value,
    quoted: (label) => `“${label}”`,
  },
  fr: {
    operators: { '+': 'plus', '-': 'moins', '*': 'fois', '/': 'divisé par' },
    functions: {
      min: 'le plus petit de',
      max: 'le plus grand de',
      sum: 'la somme de',
      mean: 'la moyenne de',
      abs: 'la valeur absolue de',
    },
    minus: 'moins',
    and: 'et',
    number: (value) => value.replace('.', ','),
    quoted: (label) => `«\u00a0${label}\u00a0»`,
  },
}

/** The formula as a sentence part, with the labels of the data elements in place of its symbols. */
export function inWords(
  formula: Formula,
  labels: Readonly<Record<string, string>>,
  locale: LocaleCode,
): string {
  const words = WORDS[locale]

  function say(node: Formula): string {
    switch (node.kind) {
      case 'NUMBER':
        return words.number(node.value)
      case 'SYMBOL': {
        const label = labels[symbolOf(node)]
        return label === undefined ? symbolOf(node) : words.quoted(label)
      }
      case 'NEGATE':
        return `${words.minus} ${bracketed(node.operand, needsBrackets(node.operand))}`
      case 'BINARY': {
        const left = bracketed(node.left, leftNeedsBrackets(node))
        const right = bracketed(node.right, rightNeedsBrackets(node))
        return `${left} ${words.operators[node.operator]} ${right}`
      }
      case 'CALL':
        return `${words.functions[node.name]} ${listed(node.args)}`
    }
  }

  // A list of more than one stands in brackets, so that what follows is not read as its last member.
  function listed(args: readonly Formula[]): string {
    const spoken = args.map((arg) => bracketed(arg, args.length === 1 && needsBrackets(arg)))
    const last = spoken.at(-1) ?? ''
    return spoken.length < 2 ? last : `(${spoken.slice(0, -1).join(', ')} ${words.and} ${last})`
  }

  function bracketed(node: Formula, brackets: boolean): string {
    return brackets ? `(${say(node)})` : say(node)
  }

  return say(formula)
}
