import { onScopeDispose, shallowRef, watchEffect } from 'vue'

export interface ReviewSubject {
  readonly id: string
  /** Name of the administration under review. */
  readonly administration: string
  /** Whether the viewer may read it already. */
  readonly isOpen: boolean
}

/** The review on the screen, for the banner and the navigation of the workspace. */
export const reviewSubject = shallowRef<ReviewSubject | null>(null)

/** Names the review on the screen while the view lives. */
export function useReviewSubject(subject: () => ReviewSubject | null): void {
  watchEffect(() => {
    reviewSubject.value = subject()
  })
  onScopeDispose(() => {
    reviewSubject.value = null
  })
}
