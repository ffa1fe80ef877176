import { expect, test } from 'vitest'
import { useStage } from './stage.ts'
import { Officer } from './people/officer.ts'
import { Person } from './people/person.ts'

const stage = useStage()

test('S10 (build, publish): Ines builds the pilot’s release, Jonas publishes it, and everybody reads it', async () => {
  const ines = await Officer.named('Ines Calder', stage())
  await ines.builds({
    cycle: 'Pilot cycle',
    code: 'C2020-R1',
    name: 'Results of the pilot (demonstration)',
    french: 'Résultats du pilote (démonstration)',
  })
  await ines.opens('/admin/releases/C2020-R1')
  await ines.sees('Passed')
  expect(await ines.cannotPress('Publish')).toBe(true)

  const stranger = new Person(await stage().opens())
  await stranger.opens('/results')
  expect(await stranger.reads('Results of the pilot (demonstration)')).toBe(false)

  const jonas = await Officer.named('Jonas Lindt', stage())
  await jonas.publishes('C2020-R1')
  await jonas.seesStatus('Published')

  await stranger.opens('/results/C2020-R1')
  await stranger.sees(/^Results of the pilot \(demonstration\)/)
})
