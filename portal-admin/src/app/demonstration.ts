import { isDemonstration } from '@pmm/portal-kit'

/** Whether the server marked this page as showing invented data. */
export const demonstration = isDemonstration()
