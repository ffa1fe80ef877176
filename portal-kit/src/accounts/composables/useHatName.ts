import { useI18n } from 'vue-i18n'
import type { HeldRole } from '../viewer'

type Named = Pick<HeldRole, 'role' | 'administration'>

/** Words a role: "Coordinator, Almendra Islands". */
export function useHatName() {
  const { t, locale } = useI18n()
  const roleName = (role: string) => t(`accounts.hat.${role}`)
  const organisation = ({ role, administration }: Named) => {
    if (administration) return locale.value === 'fr' ? administration.fr : administration.en
    return t(role === 'PMMPT_OBSERVER' ? 'accounts.projectTeam' : 'accounts.secretariat')
  }
  return { roleName, organisation }
}
