/** A formula with units in place of its symbols, such as `100 × declarations ÷ declarations`. */
export function unitsInFormula(
  formula: string,
  units: Readonly<Record<string, string>>,
  unitName: (unit: string) => string,
): string {
  const tokens = formula.match(/\d+(?:\.\d+)?|[A-Za-z_]\w*(?:\[[^\]]*\])?|\S/g) ?? []
  const signs: Readonly<Record<string, string>> = {
    '*': ' × ',
    '/': ' ÷ ',
    '+': ' + ',
    '-': ' − ',
    ',': ', ',
  }
  return tokens
    .map((token) => {
      const unit = units[token] ?? units[token.replace(/\[.*$/, '')]
      return unit === undefined ? (signs[token] ?? token) : unitName(unit)
    })
    .join('')
    .trim()
}
