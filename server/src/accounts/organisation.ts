import type { Hat } from '#access'
import { localized, type Locale, type Texts } from './locale'

const SECRETARIAT: Texts = { en: 'PMM secretariat', fr: 'Secrétariat du MMP' }
const PROJECT_TEAM: Texts = { en: 'PMM project team', fr: 'Équipe de projet du MMP' }

/** Name of the organisation somebody acts for under a hat. */
export function organisationName(
  hat: Hat | null,
  administrationName: Texts | null | undefined,
  locale: Locale,
): string {
  if (administrationName) return localized(administrationName, locale)
  return localized(hat === 'PMMPT_OBSERVER' ? PROJECT_TEAM : SECRETARIAT, locale)
}
