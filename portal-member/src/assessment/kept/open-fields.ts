import { shallowReactive } from 'vue'

// Figures whose cell is on the screen: the cell itself sends them and shows what became of them.
const open = shallowReactive(new Map<string, number>())

/** Takes a figure to be on the screen; returns how to end that. */
export function fieldOpened(key: string): () => void {
  open.set(key, (open.get(key) ?? 0) + 1)
  return () => {
    const left = (open.get(key) ?? 1) - 1
    if (left > 0) open.set(key, left)
    else open.delete(key)
  }
}

export const isFieldOpen = (key: string): boolean => open.has(key)
