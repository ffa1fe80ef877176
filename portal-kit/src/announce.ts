import {
  inject,
  onScopeDispose,
  provide,
  readonly,
  shallowRef,
  type InjectionKey,
  type Ref,
} from 'vue'

export const QUIET_FOR_MS = 5000

interface Announcer {
  announce: (text: string) => void
  spoken: Readonly<Ref<string>>
}

const announcerKey: InjectionKey<Announcer> = Symbol('announcer')

/** Called by the shells, which hold the live region: it speaks at most once in five seconds, the latest text. */
export function provideAnnouncer(): Announcer {
  const spoken = shallowRef('')
  let waiting: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function speak() {
    timer = undefined
    if (waiting === null) return
    spoken.value = waiting
    waiting = null
    timer = setTimeout(speak, QUIET_FOR_MS)
  }

  const announcer: Announcer = {
    spoken: readonly(spoken),
    announce(text) {
      waiting = text
      if (!timer) speak()
    },
  }
  onScopeDispose(() => clearTimeout(timer))
  provide(announcerKey, announcer)
  return announcer
}

/** Tells screen readers of something that happened without moving the focus: "3 figures saved, 14:02". */
export function useAnnounce(): (text: string) => void {
  return inject(announcerKey, null)?.announce ?? (() => undefined)
}
