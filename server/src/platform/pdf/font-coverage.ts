/** The code points a TrueType font has a glyph for, from its table `cmap`. */
export function coverageOf(font: Buffer): ReadonlySet<number> {
  const cmap = tableOf(font, 'cmap')
  const covered = new Set<number>()
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4)
    const format = font.readUInt16BE(table)
    if (format === 4) addSegments(font, table, covered)
    if (format === 12) addGroups(font, table, covered)
  }
  return covered
}

function tableOf(font: Buffer, wanted: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === wanted) return font.readUInt32BE(record + 8)
  }
  throw new Error(`The font has no table ${wanted}.`)
}

function addSegments(font: Buffer, table: number, covered: Set<number>): void {
  const length = font.readUInt16BE(table + 6)
  const [ends, starts] = [table + 14, table + 16 + length]
  for (let at = 0; at < length; at += 2) {
    const start = font.readUInt16BE(starts + at)
    const delta = font.readUInt16BE(starts + length + at)
    const rangeAt = starts + 2 * length + at
    const range = font.readUInt16BE(rangeAt)
    for (let code = start; code <= font.readUInt16BE(ends + at) && code !== 0xffff; code += 1) {
      const glyph =
        range === 0
          ? (code + delta) & 0xffff
          : font.readUInt16BE(rangeAt + range + 2 * (code - start))
      if (glyph !== 0) covered.add(code)
    }
  }
}

function addGroups(font: Buffer, table: number, covered: Set<number>): void {
  for (let index = 0; index < font.readUInt32BE(table + 12); index += 1) {
    const group = table + 16 + index * 12
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code += 1) {
      covered.add(code)
    }
  }
}
