import { useHatName } from '@pmm/portal-kit/accounts'
import { useI18n } from 'vue-i18n'
import type { Permission } from '../../wording/permission'
import { useRefusalText } from '../../wording/use-refusal-text'
import type { HeldRole } from '../model'

interface Named {
  readonly en: string
  readonly fr: string
}

/** Words roles, the places they are held for, and why something is not offered. */
export function useRoleWords() {
  const { t, te, locale } = useI18n()
  const { roleName } = useHatName()
  const text = useRefusalText()
  const nameOf = (administration: Named) =>
    locale.value === 'fr' ? administration.fr : administration.en

  return {
    roleName,
    nameOf,
    roleOf: ({ role, isDeputy }: Pick<HeldRole, 'role' | 'isDeputy'>) =>
      isDeputy ? t('people.deputy') : roleName(role),
    placeOf: ({ administration }: HeldRole) => (administration ? nameOf(administration) : null),
    reasonOf: (permission: Permission) => {
      const key = `people.reason.${permission.code}`
      return te(key) ? t(key) : text.ofPermission(permission)
    },
  }
}
