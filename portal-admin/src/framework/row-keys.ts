interface Line {
  readonly code: string
  readonly name: string
}

/** Line a key leads to from another; null where it leads nowhere. */
export function lineOf(key: string, from: number, count: number): number | null {
  const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: count - 1 }[key]
  return to === undefined || to < 0 || to >= count ? null : to
}

/**
 * The next line whose code or name begins as typed, from the top again after the last. A first letter looks
 * beyond the line one stands on, further ones may confirm it.
 */
export function lineBeginning(typed: string, lines: readonly Line[], from: number): number | null {
  const wanted = typed.toLocaleLowerCase()
  const start = typed.length === 1 ? from + 1 : from
  for (let step = 0; step < lines.length; step += 1) {
    const at = (start + step) % lines.length
    const { code, name } = lines[at]!
    if ([code, name].some((text) => text.toLocaleLowerCase().startsWith(wanted))) return at
  }
  return null
}

/** Whether a key types a character that a line may begin with. */
export const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && /^[\p{L}\p{N}-]$/u.test(key)
