/** A problem in both languages of those who hand files in. */
export interface Words {
  readonly message: string
  readonly french: string
}

interface Fault {
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  readonly message?: string
}

const TYPES: Readonly<Record<string, readonly [en: string, fr: string]>> = {
  string: ['a text', 'un texte'],
  integer: ['a whole number', 'un nombre entier'],
  number: ['a number', 'un nombre'],
  boolean: ['true or false', 'true ou false'],
  array: ['a list', 'une liste'],
  object: ['a group of fields', 'un groupe de champs'],
  null: ['nothing', 'rien'],
}

/** A list that is too long: how many entries it has, and how many are read. */
export const tooManyWords = (count: number, most: number): Words =>
  both(
    `There are ${count} entries, and at most ${most} are read.`,
    `Il y a ${count} entrées, et ${most} au plus sont lues.`,
  )

/** What the schema says of a place, in words. */
export function schemaWords({ keyword, params, message }: Fault): Words {
  const limit = String(params['limit'])
  switch (keyword) {
    case 'required':
      return both('This field is missing.', 'Ce champ manque.')
    case 'additionalProperties':
      return both('No such field belongs here.', 'Aucun champ de ce nom n’a sa place ici.')
    case 'enum': {
      const allowed = params['allowedValues'] as unknown[]
      return both(
        `Allowed are ${allowed.map((each) => each ?? 'nothing').join(', ')}.`,
        `Valeurs admises : ${allowed.map((each) => each ?? 'rien').join(', ')}.`,
      )
    }
    case 'const': {
      const value = String(params['allowedValue'])
      return both(`This must be ${value}.`, `La valeur doit être ${value}.`)
    }
    case 'type': {
      const types = [params['type']].flat().map(String)
      return both(
        `This must be ${types.map((type) => TYPES[type]?.[0] ?? type).join(' or ')}.`,
        `Il faut ici ${types.map((type) => TYPES[type]?.[1] ?? type).join(' ou ')}.`,
      )
    }
    case 'pattern':
      return both(
        'This is not written as it has to be: a code in letters, digits, hyphens; a decimal in digits with at most one point.',
        'Ce n’est pas écrit comme il faut : un code en lettres, chiffres et traits d’union ; un nombre décimal en chiffres avec un point au plus.',
      )
    case 'maxItems':
      return both(`At most ${limit} entries are read.`, `${limit} entrées au plus sont lues.`)
    case 'maxLength':
      return both(`At most ${limit} characters.`, `${limit} caractères au plus.`)
    case 'minLength':
      return both(`At least ${limit} characters.`, `${limit} caractères au moins.`)
    case 'minimum':
      return both(`The smallest value is ${limit}.`, `La plus petite valeur est ${limit}.`)
    case 'maximum':
      return both(`The largest value is ${limit}.`, `La plus grande valeur est ${limit}.`)
    case 'discriminator':
      return both('This names no kind that is known here.', 'Cela ne désigne aucun type connu ici.')
    default:
      return both(`This ${message ?? 'is not allowed'}.`, 'Cette valeur n’est pas admise.')
  }
}

export const FORMULA_CELL = both(
  'The cell holds a formula of the spreadsheet program; only what is typed in is read.',
  'La cellule contient une formule du tableur ; seul ce qui est saisi est lu.',
)

export const unknownParent = (sheet: string, code: string): Words =>
  both(
    `No row of "${sheet}" has the code "${code}".`,
    `Aucune ligne de « ${sheet} » ne porte le code « ${code} ».`,
  )

function both(message: string, french: string): Words {
  return { message, french }
}
