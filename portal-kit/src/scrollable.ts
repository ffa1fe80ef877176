import type { Directive } from 'vue'

const observers = new WeakMap<Element, ResizeObserver>()

function follow(region: HTMLElement): void {
  const observer = observers.get(region)
  if (!observer) return
  observer.disconnect()
  for (const part of [region, ...region.children]) observer.observe(part)
}

function letKeysIn(region: HTMLElement): void {
  const scrolls =
    region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight
  if (scrolls) region.tabIndex = 0
  else region.removeAttribute('tabindex')
}

/** Puts a region into the tab order while its content runs out of sight, so that arrow keys can scroll it. */
export const vScrollable: Directive<HTMLElement> = {
  mounted(region) {
    if (!('ResizeObserver' in globalThis)) return
    observers.set(region, new ResizeObserver(() => letKeysIn(region)))
    follow(region)
  },
  updated: follow,
  unmounted(region) {
    observers.get(region)?.disconnect()
  },
}
