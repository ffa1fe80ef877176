import { languageOf } from './languages.ts'
import { NAMED_PEOPLE } from './named-people.ts'
import { unit } from './prng.ts'
import type { DemoPerson, DemoRole, Locale, MemberInput, RoleCode } from './world.ts'

const GIVEN =
  `Ada Alma Anton Aron Beata Bela Boris Brita Celin Clara Corin Dalia Damir Della Edda Elias Elin
Emil Enora Ewan Fabian Fatou Felix Flora Galen Gerda Hana Harun Hedda Hugo Ida Ilan Inka Isak Jana
Jasper Jelena Joram Juna Kaira Kasimir Kira Lara Lasse Leandro Leila Lionel Lorna Luan Malik Marta
Matti Mila Nadir Nara Nils Noor Odile Olan Oskar Paloma Petra Quim Rana Remi Rosa Ruben Sana Selim
Silvan Sofia Taro Tessa Thea Tilda Umar Vera Viggo Wanda Yara Yann Zeno Zora`.split(/\s+/)

const FAMILY =
  `Abrand Adanna Almor Ansari Barrow Belling Bordan Brenk Calder Caroy Corlett Dacosta Delmar Dorvan
Ekholt Elring Fandor Farrow Ferrin Gallo Garrel Granth Halden Hartov Idowan Imber Jarvet Jorund
Kalinde Karst Kestrel Lamar Larsund Lindo Maddox Marel Merrin Morvan Nadeau Norling Okar Oland
Orbel Pastor Pellin Quist Ravel Renner Rossan Sabel Sandor Sorrel Tamsin Tarrant Thorne Ulven
Valder Varga Vess Wexel Wolmar Yorick Zandt Zeller`.split(/\s+/)

const OFFICES: readonly RoleCode[] = ['COORDINATOR', 'APPROVER']

/** Everybody: the people with a part in the stories, and two signatures in each other administration. */
export function demoPeople(
  members: readonly MemberInput[],
  participating: ReadonlySet<string>,
): readonly DemoPerson[] {
  const people: DemoPerson[] = NAMED_PEOPLE.map(({ key, name, locale, roles, accreditation }) =>
    person(key ?? keyOf(name), name, locale ?? 'en', roles, accreditation),
  )
  const taken = new Set(people.map(({ key }) => key))

  for (const member of members) {
    if (!participating.has(member.code)) continue
    for (const role of OFFICES) {
      const held = people.some(({ roles }) =>
        roles.some((r) => r.role === role && r.administration === member.code),
      )
      if (held) continue
      const name = freeName(member.code, role, taken)
      taken.add(keyOf(name))
      people.push(
        person(keyOf(name), name, languageOf(member), [{ role, administration: member.code }]),
      )
    }
  }
  return people
}

function person(
  key: string,
  name: string,
  locale: Locale,
  roles: readonly DemoRole[],
  accreditation?: DemoPerson['accreditation'],
): DemoPerson {
  const email = `${key.replaceAll('-', '.')}@demo.invalid`
  return { key, name, email, locale, roles, ...(accreditation && { accreditation }) }
}

function freeName(code: string, role: string, taken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const given = GIVEN[Math.floor(unit('given', code, role, attempt) * GIVEN.length)]
    const family = FAMILY[Math.floor(unit('family', code, role, attempt) * FAMILY.length)]
    const name = `${given} ${family}`
    if (!taken.has(keyOf(name))) return name
  }
}

const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .trim()
    .toLowerCase()
    .replaceAll(' ', '-')
