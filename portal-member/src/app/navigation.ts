import type { NavSection } from '@pmm/portal-kit'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** Entries of the member portal; counts arrive with the screens that know them. */
export function useMemberNavigation() {
  const { t } = useI18n()
  return computed<NavSection[]>(() => [
    {
      items: [
        { label: t('app.nav.home'), icon: 'i-lucide-house', to: '/' },
        { label: t('app.nav.assessment'), icon: 'i-lucide-list-checks', to: '/assessment' },
        { label: t('app.nav.disclosure'), icon: 'i-lucide-eye', to: '/disclosure' },
      ],
    },
    {
      heading: t('app.nav.analysis'),
      items: [
        { label: t('app.nav.results'), icon: 'i-lucide-chart-column', to: '/results' },
        { label: t('app.nav.peerReview'), icon: 'i-lucide-shield-check', to: '/peer-review' },
      ],
    },
  ])
}

/** Entries of the Review workspace, kept apart from one's own administration. */
export function useReviewNavigation() {
  const { t } = useI18n()
  return computed<NavSection[]>(() => [
    { items: [{ label: t('app.nav.assignments'), icon: 'i-lucide-inbox', to: '/review' }] },
  ])
}
