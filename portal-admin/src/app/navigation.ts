import type { NavItem, NavSection } from '@pmm/portal-kit'
import { useViewer } from '@pmm/portal-kit/accounts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Place } from '../generated/graphql'

/** Entries of the secretariat portal. */
export function useAdminNavigation() {
  const { t } = useI18n()
  return computed<NavSection[]>(() =>
    offered([
      {
        items: [
          { label: t('app.nav.overview'), icon: 'i-lucide-activity', to: '/' },
          {
            label: t('app.nav.cycles'),
            icon: 'i-lucide-calendar-range',
            to: '/cycles',
            place: 'CYCLES',
          },
          {
            label: t('app.nav.monitoring'),
            icon: 'i-lucide-square-kanban',
            to: '/monitoring',
            place: 'MONITORING',
          },
          { label: t('app.nav.reviews'), icon: 'i-lucide-users', to: '/reviews', place: 'REVIEWS' },
        ],
      },
      {
        heading: t('app.nav.framework'),
        items: [
          {
            label: t('app.nav.versions'),
            icon: 'i-lucide-layers',
            to: '/versions',
            place: 'FRAMEWORK',
          },
          {
            label: t('app.nav.proposals'),
            icon: 'i-lucide-message-square-plus',
            to: '/proposals',
            place: 'PROPOSALS',
          },
          {
            label: t('translation.terms.title'),
            icon: 'i-lucide-book-open',
            to: '/terms',
            place: 'FRAMEWORK',
          },
        ],
      },
      {
        heading: t('app.nav.publishing'),
        items: [
          {
            label: t('app.nav.releases'),
            icon: 'i-lucide-send',
            to: '/releases',
            place: 'RELEASES',
          },
        ],
      },
      {
        heading: t('app.nav.operation'),
        items: [
          {
            label: t('app.nav.administrations'),
            icon: 'i-lucide-globe',
            to: '/administrations',
            place: 'REGISTER',
          },
          {
            label: t('app.nav.staff'),
            icon: 'i-lucide-users-round',
            to: '/staff',
            place: 'PEOPLE',
          },
          {
            label: t('app.nav.reviewers'),
            icon: 'i-lucide-user-check',
            to: '/reviewers',
            place: 'PEOPLE',
          },
          {
            label: t('app.nav.support'),
            icon: 'i-lucide-eye',
            to: '/support',
            place: 'SUPPORT',
          },
          {
            label: t('app.nav.partners'),
            icon: 'i-lucide-plug',
            to: '/partners',
            place: 'PARTNERS',
          },
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
