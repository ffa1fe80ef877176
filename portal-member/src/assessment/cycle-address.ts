import { shallowRef } from 'vue'
import type { RouteLocationResolvedGeneric, Router } from 'vue-router'

/**
 * The cycle that every address of work names while there is work in more than one: a page read again, kept as a
 * bookmark or opened beside stays in its cycle. Null while there is one at most.
 */
export const cycleOfWork = shallowRef<string | null>(null)

/** A cycle that an address named and that is none of theirs; said until they go on. */
export const cycleUnknown = shallowRef<string | null>(null)

/** Has links and navigations to pages of a cycle name it where they do not. */
export function nameCycleOfWork(router: Router): void {
  const resolve = router.resolve.bind(router)
  const lacks = ({ meta, query }: Pick<RouteLocationResolvedGeneric, 'meta' | 'query'>) =>
    cycleOfWork.value !== null && meta.ofCycle === true && query['cycle'] === undefined
  const named = ({
    path,
    query,
    hash,
  }: Pick<RouteLocationResolvedGeneric, 'path' | 'query' | 'hash'>) => ({
    path,
    query: { ...query, cycle: cycleOfWork.value },
    hash,
  })

  router.resolve = ((
    to: Parameters<Router['resolve']>[0],
    from?: Parameters<Router['resolve']>[1],
  ) => {
    const found = resolve(to, from)
    return lacks(found) ? resolve(named(found)) : found
  }) as Router['resolve']
  router.beforeEach((to, from) => {
    // Whoever comes in next may have other cycles.
    if (to.meta.open) cycleOfWork.value = null
    if (to.path !== from.path) cycleUnknown.value = null
    return lacks(to) ? named(to) : undefined
  })
}
