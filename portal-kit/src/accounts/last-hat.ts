import type { HeldRole } from './viewer'

const KEY = 'pmm.lastHat'

export type LastHat = Pick<HeldRole, 'role' | 'administration'>

/** Keeps in mind, for this tab, which role it acts in: should the role end, a page loaded anew can still name it. */
export function rememberHat({ role, administration }: LastHat): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ role, administration }))
  } catch {
    // Where storage is refused the role is not named.
  }
}

/** The role this tab acted in last; null where nobody knows. */
export function lastHat(): LastHat | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as LastHat | null
  } catch {
    return null
  }
}
