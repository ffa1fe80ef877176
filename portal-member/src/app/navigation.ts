import type { NavItem, NavSection } from '@pmm/portal-kit'
import { useViewer } from '@pmm/portal-kit/accounts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Place } from '../generated/graphql'
import { reviewSubject, type ReviewSubject } from '../review/composables/review-subject'

/** Entries of the member portal; counts arrive with the screens that know them. */
export function useMemberNavigation() {
  const { t } = useI18n()
  return computed<NavSection[]>(() =>
    offered([
      {
        items: [
          { label: t('app.nav.home'), icon: 'i-lucide-house', to: '/' },
          {
            label: t('app.nav.assessment'),
            icon: 'i-lucide-list-checks',
            to: '/assessment',
            place: 'ASSESSMENT',
          },
          {
            label: t('app.nav.evidence'),
            icon: 'i-lucide-paperclip',
            to: '/evidence',
            place: 'ASSESSMENT',
          },
          {
            label: t('app.nav.disclosure'),
            icon: 'i-lucide-eye',
            to: '/disclosure',
            place: 'DISCLOSURE',
          },
          { label: t('app.nav.people'), icon: 'i-lucide-users', to: '/people', place: 'PEOPLE' },
        ],
      },
      {
        heading: t('app.nav.analysis'),
        items: [
          {
            label: t('app.nav.results'),
            icon: 'i-lucide-chart-column',
            to: '/results',
            place: 'RESULTS',
          },
          {
            label: t('app.nav.peerReview'),
            icon: 'i-lucide-shield-check',
            to: '/peer-review',
            place: 'PEER_REVIEW',
          },
        ],
      },
      {
        heading: t('app.nav.transparency'),
        items: [
          { label: t('app.nav.readers'), icon: 'i-lucide-eye', to: '/readers', place: 'READERS' },
          {
            label: t('app.nav.audit'),
            icon: 'i-lucide-file-text',
            to: '/audit',
            place: 'AUDIT_LOG',
          },
        ],
      },
    ]),
  )
}

/** Entries of the Review workspace, kept apart from one's own administration. */
export function useReviewNavigation() {
  const { t } = useI18n()
  return computed<NavSection[]>(() => [
    {
      items: [
        { label: t('app.nav.assignments'), icon: 'i-lucide-inbox', to: '/review/assignments' },
      ],
    },
    ...(reviewSubject.value?.isOpen ? [ofReview(reviewSubject.value)] : []),
  ])

  function ofReview({ id, administration }: ReviewSubject): NavSection {
    return {
      heading: administration,
      items: [
        { label: t('review.desk.title'), icon: 'i-lucide-shield-check', to: `/review/desk/${id}` },
        { label: t('review.report.open'), icon: 'i-lucide-file-text', to: `/review/report/${id}` },
      ],
    }
  }
}

interface PlacedSection extends Omit<NavSection, 'items'> {
  readonly items: readonly (NavItem & { readonly place?: Place })[]
}

/** Leaves out what the server does not name as a place of the hat; entries without a place are for everybody. */
function offered(sections: readonly PlacedSection[]): NavSection[] {
  const places: readonly Place[] = useViewer().value?.places ?? []
  return sections
    .map((section) => ({
      ...section,
      items: section.items.filter(({ place }) => !place || places.includes(place)),
    }))
    .filter(({ items }) => items.length > 0)
}
