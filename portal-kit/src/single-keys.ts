import { onScopeDispose, readonly, ref } from 'vue'
import { readStored, writeStored } from './stored'

const storedKey = 'pmm.singleKeys'
const isOn = ref(readStored(storedKey) !== 'off')

function setSingleKeys(on: boolean) {
  isOn.value = on
  writeStored(storedKey, on ? 'on' : 'off')
}

/** Whether shortcuts of a single character act on this device, and the switch for them. */
export function useSingleKeyChoice() {
  return { isOn: readonly(isOn), setSingleKeys }
}

/**
 * Runs an action for a single key, unless somebody is typing, a modifier is held or the person has switched such keys
 * off: who speaks to the computer, or hits a key by chance, would set them off unawares.
 */
export function useSingleKeys(actions: Readonly<Record<string, () => void>>): void {
  function press(event: KeyboardEvent) {
    if (!isOn.value || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
      return
    const action = actions[event.key.toLowerCase()]
    if (!action) return
    event.preventDefault()
    action()
  }

  window.addEventListener('keydown', press)
  onScopeDispose(() => window.removeEventListener('keydown', press))
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('dialog')) return true
  if (target instanceof HTMLInputElement) return target.type !== 'radio'
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}
