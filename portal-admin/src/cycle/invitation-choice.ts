/** An administration of the register, and where it stands in a cycle. */
export interface Invitee {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly region: string
  readonly isInvited: boolean
  readonly hasStarted: boolean
}

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase()

/** Those of a region whose name or code has what is searched for; accents and case do not matter. */
export function narrowed(
  all: readonly Invitee[],
  { region, search }: { readonly region: string; readonly search: string },
): readonly Invitee[] {
  const wanted = folded(search)
  return all.filter(
    (each) =>
      (region === '' || each.region === region) &&
      (wanted === '' || folded(`${each.code} ${each.name}`).includes(wanted)),
  )
}

/** The choice with these added, or taken out as far as they have not started. */
export function changed(
  chosen: ReadonlySet<string>,
  those: readonly Invitee[],
  isWanted: boolean,
): ReadonlySet<string> {
  const after = new Set(chosen)
  for (const { id, hasStarted } of those) {
    if (isWanted) after.add(id)
    else if (!hasStarted) after.delete(id)
  }
  return after
}

/** Whom a choice adds and whom it takes out, against who is invited now. */
export function difference(all: readonly Invitee[], chosen: ReadonlySet<string>) {
  return {
    added: all.filter(({ id, isInvited }) => !isInvited && chosen.has(id)),
    removed: all.filter(({ id, isInvited }) => isInvited && !chosen.has(id)),
  }
}
