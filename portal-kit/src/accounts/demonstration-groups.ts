export interface DemonstrationPerson {
  readonly roleId: string
  readonly name: string
  readonly roleName: string
  readonly administration?: { readonly code: string; readonly name: string } | null
}

/** People of one administration; the secretariat has neither code nor name. */
export interface PeopleGroup {
  readonly code: string
  readonly name: string | null
  readonly people: readonly DemonstrationPerson[]
}

const teamSize = 4

/** People whose name, role or administration holds every word looked for, accents and case aside. */
export function matching<T extends DemonstrationPerson>(people: readonly T[], wanted: string): T[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean)
  return people.filter(({ name, roleName, administration }) => {
    const text = plain(
      `${name} ${roleName} ${administration?.name ?? ''} ${administration?.code ?? ''}`,
    )
    return words.every((word) => text.includes(word))
  })
}

/** Administrations with a whole team first, then those that a few people stand for; each in the order given. */
export function groupPeople(people: readonly DemonstrationPerson[]): {
  readonly teams: readonly PeopleGroup[]
  readonly others: readonly PeopleGroup[]
} {
  const byCode = new Map<string, DemonstrationPerson[]>()
  for (const person of people) {
    const code = person.administration?.code ?? ''
    byCode.set(code, [...(byCode.get(code) ?? []), person])
  }
  const groups = [...byCode].map(([code, members]) => ({
    code,
    name: members[0]?.administration?.name ?? null,
    people: members,
  }))
  const isTeam = ({ code, people: { length } }: PeopleGroup) => code === '' || length >= teamSize
  return { teams: groups.filter(isTeam), others: groups.filter((group) => !isTeam(group)) }
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
