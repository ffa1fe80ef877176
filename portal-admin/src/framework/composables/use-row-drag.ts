import { ref } from 'vue'

/** Rows that are taken by pointer and let go on another one. */
export function useRowDrag(isMovable: () => boolean, onDrop: (code: string, onto: string) => void) {
  const dragged = ref<string | null>(null)
  const target = ref<string | null>(null)

  function take(event: DragEvent, code: string) {
    dragged.value = code
    event.dataTransfer?.setData('text/plain', code)
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
  }

  function over(event: DragEvent, code: string) {
    if (!dragged.value || dragged.value === code) return
    event.preventDefault()
    target.value = code
  }

  function drop(event: DragEvent, code: string) {
    event.preventDefault()
    if (dragged.value && dragged.value !== code) onDrop(dragged.value, code)
    release()
  }

  function release() {
    dragged.value = null
    target.value = null
  }

  /** What a row needs to be taken and to take another. */
  const handles = (code: string) =>
    isMovable()
      ? {
          draggable: true,
          onDragstart: (event: DragEvent) => take(event, code),
          onDragover: (event: DragEvent) => over(event, code),
          onDrop: (event: DragEvent) => drop(event, code),
          onDragend: release,
        }
      : {}

  return { dragged, target, handles }
}
