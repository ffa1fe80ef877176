import { isNonNullType, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import { accessOf, placesOf, type AccessRule } from './access.decorator'
import { OWNER } from './audience'
import { sourceGaps } from './gaps.sources'
import { InputPaths } from './input-paths'
import { losesByUnwrapping, plainPropertyOf } from './plain-field'
import { needsOrigin } from './origin'
import { ruleOf } from './row-class'
import {
  compileRule,
  isRestricted,
  isWider,
  opensToAll,
  reach,
  ruleInWords,
  type ConditionRules,
} from './rule'
import {
  argumentsOf,
  fieldsOf,
  inputFieldsOf,
  inputTypes,
  interfaceTypes,
  isRoot,
  objectTypes,
  type Argument,
  type InputField,
  type OutputField,
} from './schema-walk'
import type { Gap, GapKind } from './uncovered-schema'

type Note = (kind: GapKind, at: string, detail: string) => void

/** Everything the schema leaves open or contradicts, all at once and in the order of names. */
export function findGaps(schema: GraphQLSchema, conditions: ConditionRules): readonly Gap[] {
  const gaps: Gap[] = []
  const note: Note = (kind, at, detail) => gaps.push({ kind, at, detail })

  checkConditions(conditions, note)
  for (const type of interfaceTypes(schema)) {
    for (const field of fieldsOf(type)) requireRule(field, `${type.name}.${field.name}`, note)
  }
  for (const type of objectTypes(schema)) {
    if (isRoot(schema, type)) checkRoot(schema, type, conditions, note)
    else checkType(type, conditions, note)
  }
  for (const type of inputTypes(schema)) {
    for (const field of inputFieldsOf(type)) {
      checkInput(field, `${type.name}.${field.name}`, false, conditions, note)
    }
  }
  gaps.push(...sourceGaps(schema, conditions))
  return gaps
}

function checkConditions(conditions: ConditionRules, note: Note): void {
  for (const [name, { holds }] of Object.entries(conditions)) {
    if (holds.constructor.name === 'AsyncFunction') {
      note('ASYNCHRONOUS_CONDITION', name, 'a condition must answer at once, from viewer and row')
    }
  }
}

function requireRule(
  element: { readonly extensions?: unknown },
  at: string,
  note: Note,
): AccessRule | null {
  const rule = accessOf(element).access
  if (rule && rule.audiences !== 0) return rule
  note('NO_RULE', at, 'no @Access names who may use it')
  return null
}

function checkEffect(rule: AccessRule, at: string, conditions: ConditionRules, note: Note): void {
  if (rule.when && compileRule(rule, conditions).asked === 0) {
    note(
      'CONDITION_WITHOUT_EFFECT',
      at,
      `${rule.when} narrows none of ${ruleInWords({ ...rule, when: null })}`,
    )
  }
}

function checkType(type: GraphQLObjectType, conditions: ConditionRules, note: Note): void {
  const { rowClass, access: ceiling } = accessOf(type)
  if (!rowClass) note('NO_ROW_CLASS', type.name, 'no @Rows names the class of its rows')
  if (!ceiling?.audiences)
    note('NO_CEILING', type.name, 'no @Access names who may see anything of it')
  for (const field of fieldsOf(type)) {
    const at = `${type.name}.${field.name}`
    const rule = requireRule(field, at, note)
    if (rule) {
      checkEffect(rule, at, conditions, note)
      checkAgainstInterfaces(type, field, rule, conditions, note)
      if (rowClass && (reach(rule.audiences) & ruleOf(rowClass).gives) === 0) {
        note('NEVER_READABLE', at, `no row of class ${rowClass} has ${ruleInWords(rule)}`)
      }
      if (ceiling?.audiences) checkAgainstCeiling(field, at, rule, ceiling, conditions, note)
    }
    checkPlain(field, at, note)
    checkSingleRule(field, at, note)
    checkArguments(field, at, false, conditions, note)
  }
}

function checkAgainstCeiling(
  field: OutputField,
  at: string,
  rule: AccessRule,
  ceiling: AccessRule,
  conditions: ConditionRules,
  note: Note,
): void {
  if (isWider(rule, ceiling, conditions)) {
    note(
      'WIDER_THAN_CEILING',
      at,
      `${ruleInWords(rule)} exceeds ${ruleInWords(ceiling)} of its type`,
    )
  }
  if (isNonNullType(field.type) && !opensToAll(rule, ceiling, conditions)) {
    note('NOT_NULLABLE', at, 'not every reader of the type may read it, so it must be nullable')
  }
}

function checkAgainstInterfaces(
  type: GraphQLObjectType,
  field: OutputField,
  rule: AccessRule,
  conditions: ConditionRules,
  note: Note,
): void {
  for (const parent of type.getInterfaces()) {
    const declared = parent.getFields()[field.name]
    const limit = declared && accessOf(declared).access
    if (limit && isWider(rule, limit, conditions)) {
      const at = `${type.name}.${field.name}`
      note(
        'WIDER_THAN_INTERFACE',
        at,
        `${ruleInWords(rule)} exceeds ${ruleInWords(limit)} of ${parent.name}`,
      )
    }
  }
}

function checkPlain(field: OutputField, at: string, note: Note): void {
  const property = plainPropertyOf(field)
  if (property !== null && losesByUnwrapping(field, property)) {
    note('LOST_MIDDLEWARE', at, 'a plain property would lose its middleware or @Authorized')
  }
}

// A parent class may declare wider; property and resolver of one field must say the same.
function checkSingleRule(field: OutputField, at: string, note: Note): void {
  const places = placesOf(field).filter(({ access }) => access)
  const ofMethod = places.find(({ site }) => site?.isMethod)?.access
  const ofProperty = places.find(({ site }) => !site?.isMethod)?.access
  if (ofMethod && ofProperty && ruleInWords(ofMethod) !== ruleInWords(ofProperty)) {
    note('TWO_RULES', at, 'its property and its resolver carry different rules')
  }
}

function checkRoot(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  conditions: ConditionRules,
  note: Note,
): void {
  for (const field of fieldsOf(type)) {
    const at = `${type.name}.${field.name}`
    const rule = requireRule(field, at, note)
    if (rule) {
      checkEffect(rule, at, conditions, note)
      checkWithoutRow(rule, at, conditions, note)
    }
    if (needsOrigin(schema, field, conditions)) {
      note(
        'EMBEDDED_WITHOUT_ROW',
        at,
        'an embedded type with restricted fields has no row at the root',
      )
    }
    checkArguments(field, at, true, conditions, note)
  }
}

function checkWithoutRow(
  rule: AccessRule,
  at: string,
  conditions: ConditionRules,
  note: Note,
): void {
  if (rule.audiences & OWNER) {
    note('OWNER_WITHOUT_ROW', at, 'there is no row to own; the action policy decides ownership')
  }
  if (rule.when && conditions[rule.when].asksRow) {
    note('CONDITION_WITHOUT_ROW', at, `${rule.when} asks a row, and there is none`)
  }
}

function checkArguments(
  field: OutputField,
  at: string,
  atRoot: boolean,
  conditions: ConditionRules,
  note: Note,
): void {
  for (const argument of argumentsOf(field)) {
    checkInput(argument, `${at}(${argument.name}:)`, !atRoot, conditions, note)
  }
  if (!atRoot && isNonNullType(field.type) && new InputPaths(conditions).of(field).length > 0) {
    note('NOT_NULLABLE', at, 'one of its arguments can be refused, so it must be nullable')
  }
}

function checkInput(
  input: Argument | InputField,
  at: string,
  hasRow: boolean,
  conditions: ConditionRules,
  note: Note,
): void {
  const rule = requireRule(input, at, note)
  if (!rule) return
  checkEffect(rule, at, conditions, note)
  if (!hasRow) checkWithoutRow(rule, at, conditions, note)
  if (isRestricted(compileRule(rule, conditions)) && input.defaultValue !== undefined) {
    note(
      'RESTRICTED_DEFAULT',
      at,
      'its default would count as given by viewers who may not give it',
    )
  }
}
