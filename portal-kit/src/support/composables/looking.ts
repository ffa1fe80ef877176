const KEY = 'pmm.support'

/** Keeps in mind, for this tab, that it shows what somebody else sees. */
export const markLooking = (): void => sessionStorage.setItem(KEY, 'yes')

export const unmarkLooking = (): void => sessionStorage.removeItem(KEY)

/** Whether this tab showed what somebody else sees: its own session then waits behind the one that ended. */
export const wasLooking = (): boolean => sessionStorage.getItem(KEY) === 'yes'
