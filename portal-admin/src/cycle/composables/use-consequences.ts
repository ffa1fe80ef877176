import { serverNow, useFormat } from '@pmm/portal-kit'
import { useI18n } from 'vue-i18n'
import type { Level } from '../plan-form'

export type CycleStep = 'open' | 'close' | 'reopen' | 'report' | 'remove'

export interface SteppedCycle {
  closesAt: string
  reminderDays: readonly number[]
  invitesAll?: boolean | null
  defaultDisclosure: Level
  membersMinimum: number
  publicMinimum: number
  leastCoverage?: number | null
  frameworkVersion?: { name: string; status: string } | null
  progressSummary?: {
    administrationCount: number
    submittedCount: number
    lapsingCount: number
    goingOnCount: number
    stages: readonly { stage: string; administrationCount: number }[]
  } | null
}

/** What a step of a cycle brings about, with the numbers of today, and what stands in its way. */
export function useConsequences() {
  const { t } = useI18n()
  const { date, deadline, list } = useFormat()

  const counted = (key: string, count: number) => t(key, { count }, count)
  const at = ({ progressSummary }: SteppedCycle, ...stages: string[]) =>
    (progressSummary?.stages ?? [])
      .filter(({ stage }) => stages.includes(stage))
      .reduce((sum, { administrationCount }) => sum + administrationCount, 0)

  const reminded = ({ reminderDays }: SteppedCycle) =>
    reminderDays.length === 0
      ? t('cycle.reminder.none')
      : t(
          'cycle.effect.reminded',
          { days: list(reminderDays.map(String)) },
          Math.max(...reminderDays),
        )

  const invited = ({ progressSummary }: SteppedCycle) => progressSummary?.administrationCount ?? 0
  const disclosed = ({ defaultDisclosure }: SteppedCycle) =>
    t('cycle.effect.disclosure', { level: t(`kit.level.${defaultDisclosure}.name`) })
  const thresholds = ({ membersMinimum, publicMinimum, leastCoverage }: SteppedCycle) =>
    t('cycle.effect.thresholds', {
      members: membersMinimum,
      public: publicMinimum,
      coverage: leastCoverage
        ? t('cycle.effect.coverage', { percent: leastCoverage })
        : t('cycle.effect.coverageOfVersion'),
    })

  const lists: Record<CycleStep, (cycle: SteppedCycle) => string[]> = {
    open: (cycle) => [
      counted('cycle.effect.invited', invited(cycle)),
      ...(cycle.invitesAll === false ? [t('cycle.effect.others')] : []),
      t('cycle.effect.frozen'),
      t('cycle.effect.entryUntil', {
        date: date(cycle.closesAt),
        when: deadline(cycle.closesAt),
      }),
      reminded(cycle),
      ...(cycle.frameworkVersion
        ? [t('cycle.effect.measuredBy', { version: cycle.frameworkVersion.name })]
        : []),
      disclosed(cycle),
      thresholds(cycle),
      t('cycle.effect.endorsed'),
    ],
    close: (cycle) => [
      t(
        'cycle.effect.submittedOf',
        { done: cycle.progressSummary?.submittedCount ?? 0, count: invited(cycle) },
        cycle.progressSummary?.submittedCount ?? 0,
      ),
      counted('cycle.effect.lapse', cycle.progressSummary?.lapsingCount ?? 0),
      counted('cycle.effect.goOn', cycle.progressSummary?.goingOnCount ?? 0),
      counted('cycle.effect.undecided', at(cycle, 'SUBMITTED')),
      ...(at(cycle, 'RETURNED') > 0
        ? [counted('cycle.effect.returned', at(cycle, 'RETURNED'))]
        : []),
      t('cycle.effect.releasable'),
      thresholds(cycle),
      t('cycle.effect.reopenable'),
    ],
    reopen: (cycle) => [
      counted('cycle.effect.entryAgain', invited(cycle)),
      disclosed(cycle),
      counted('cycle.effect.revive', cycle.progressSummary?.lapsingCount ?? 0),
      reminded(cycle),
      t('cycle.effect.reasonKept'),
    ],
    remove: () => [
      t('cycle.effect.unlisted'),
      t('cycle.effect.untold'),
      t('cycle.effect.gone'),
      t('cycle.effect.codeFree'),
    ],
    report: (cycle) => [
      t('cycle.effect.approvalRecorded'),
      t('cycle.effect.final'),
      t('cycle.effect.correctionsOnly'),
      thresholds(cycle),
    ],
  }

  function obstaclesOf(
    step: CycleStep,
    cycle: SteppedCycle,
    others: readonly string[] = [],
  ): string[] {
    if (step !== 'open') return []
    const version = cycle.frameworkVersion
    return [
      ...(version?.status === 'PUBLISHED'
        ? []
        : [t('cycle.obstacle.version', { version: version?.name ?? t('cycle.column.version') })]),
      ...(Date.parse(cycle.closesAt) > serverNow().getTime() ? [] : [t('cycle.obstacle.over')]),
      ...tooFew(cycle),
      ...(others.length > 0 ? [t('cycle.obstacle.another', { cycles: list([...others]) })] : []),
    ]
  }

  // Thresholds are fixed by the opening: fewer invited than they ask for never make a group figure.
  function tooFew(cycle: SteppedCycle): string[] {
    const { membersMinimum: members, publicMinimum: everybody, progressSummary } = cycle
    const count = invited(cycle)
    if (!progressSummary || count >= everybody) return []
    const key = count < members ? 'cycle.obstacle.tooFew' : 'cycle.obstacle.tooFewForPublic'
    return [t(key, { count, members, public: everybody }, count)]
  }

  return { of: (step: CycleStep, cycle: SteppedCycle) => lists[step](cycle), obstaclesOf }
}
