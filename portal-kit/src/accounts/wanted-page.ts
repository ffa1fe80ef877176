const KEY = 'pmm.wanted'

/** Keeps the page somebody wanted while they are away at their organisation's sign-in. */
export function keepWanted(path: unknown): void {
  try {
    if (typeof path === 'string') sessionStorage.setItem(KEY, path)
    else sessionStorage.removeItem(KEY)
  } catch {
    // Where storage is refused the person arrives at the first page.
  }
}

/** The page that was wanted, once. */
export function takeWanted(): string | null {
  try {
    const path = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
    return path
  } catch {
    return null
  }
}
