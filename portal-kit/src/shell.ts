import {
  inject,
  onScopeDispose,
  provide,
  shallowReactive,
  watchEffect,
  type InjectionKey,
} from 'vue'
import type { RouteLocationRaw } from 'vue-router'

export interface Breadcrumb {
  label: string
  /** Absent for the page itself. */
  to?: RouteLocationRaw
}

export interface NavItem {
  label: string
  icon: string
  to: RouteLocationRaw
  /** Number shown at the end of the entry; absent or zero shows none. */
  count?: number
}

export interface NavSection {
  heading?: string
  items: NavItem[]
}

export interface ShellStatus {
  text: string
  kind: 'ok' | 'busy' | 'warn'
}

interface ShellState {
  breadcrumbs: Breadcrumb[]
  status: ShellStatus | null
}

const shellKey: InjectionKey<ShellState> = Symbol('shell')

/** Called by the shells; views below fill the state. */
export function provideShell(): ShellState {
  const state = shallowReactive<ShellState>({ breadcrumbs: [], status: null })
  provide(shellKey, state)
  return state
}

/** Shows these breadcrumbs in the bar of the surrounding shell while the view lives. */
export function useBreadcrumbs(breadcrumbs: () => Breadcrumb[]): void {
  const state = inject(shellKey, null)
  if (!state) return
  let own: Breadcrumb[] = []
  watchEffect(() => {
    own = breadcrumbs()
    state.breadcrumbs = own
  })
  onScopeDispose(() => {
    if (state.breadcrumbs === own) state.breadcrumbs = []
  })
}

/** Shows a short state of saving in the bar of the surrounding shell, such as "2 figures saved, 14:02". */
export function useShellStatus(status: () => ShellStatus | null): void {
  const state = inject(shellKey, null)
  if (!state) return
  watchEffect(() => {
    state.status = status()
  })
  onScopeDispose(() => {
    state.status = null
  })
}
