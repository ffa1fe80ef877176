import type { NavSection } from '@pmm/portal-kit'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** Entries of the secretariat portal. */
export function useAdminNavigation() {
  const { t } = useI18n()
  return computed<NavSection[]>(() => [
    {
      items: [
        { label: t('app.nav.overview'), icon: 'i-lucide-activity', to: '/' },
        { label: t('app.nav.cycles'), icon: 'i-lucide-calendar-range', to: '/cycles' },
        { label: t('app.nav.monitoring'), icon: 'i-lucide-square-kanban', to: '/monitoring' },
        { label: t('app.nav.reviews'), icon: 'i-lucide-users', to: '/reviews' },
      ],
    },
    {
      heading: t('app.nav.framework'),
      items: [{ label: t('app.nav.versions'), icon: 'i-lucide-layers', to: '/versions' }],
    },
    {
      heading: t('app.nav.publishing'),
      items: [{ label: t('app.nav.releases'), icon: 'i-lucide-send', to: '/releases' }],
    },
    {
      heading: t('app.nav.operation'),
      items: [
        { label: t('app.nav.administrations'), icon: 'i-lucide-globe', to: '/administrations' },
        { label: t('app.nav.audit'), icon: 'i-lucide-file-text', to: '/audit' },
      ],
    },
  ])
}
