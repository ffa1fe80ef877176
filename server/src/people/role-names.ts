import type { Locale, Role } from '#accounts'

const NAMES: Readonly<Record<Role, Readonly<Record<Locale, string>>>> = {
  CONTRIBUTOR: { EN: 'contributor', FR: 'contributeur' },
  COORDINATOR: { EN: 'coordinator', FR: 'coordonnateur' },
  APPROVER: { EN: 'approver', FR: 'approbateur' },
  VIEWER: { EN: 'viewer', FR: 'lecteur' },
  REVIEWER: { EN: 'reviewer', FR: 'examinateur' },
  LEAD_REVIEWER: { EN: 'lead reviewer', FR: 'examinateur principal' },
  METHODOLOGY_EDITOR: { EN: 'methodology editor', FR: 'éditeur de la méthodologie' },
  CYCLE_OFFICER: { EN: 'cycle officer', FR: 'responsable de cycle' },
  ADMINISTRATOR: { EN: 'administrator', FR: 'administrateur' },
  PMMPT_OBSERVER: { EN: 'PMMPT observer', FR: 'observateur du PMMPT' },
}

const LANGUAGE: Readonly<Record<Locale, string>> = { EN: 'en', FR: 'fr' }

/** The roles as a mail names them: "contributor and approver". */
export const roleNames = (roles: readonly Role[], locale: Locale): string =>
  new Intl.ListFormat(LANGUAGE[locale]).format(roles.map((role) => NAMES[role][locale]))
