import { computed, nextTick, reactive, ref, type Ref } from 'vue'

/** What a cycle officer does with a submission. */
export type Step = 'return' | 'accept' | 'reopen' | 'extend' | 'decline'

/** What a reopening opens: what the administration asked for, everything, or KPIs chosen here. */
export type Scope = 'ASKED' | 'WHOLE' | 'ITEMS'

/** What the administration asks to be opened; no code means all of it. */
export interface Asked {
  readonly codes: readonly string[]
  readonly reason: string
}

/** What a form begins with: a KPI chosen already, or what was asked for. */
export interface StepBeginning {
  readonly codes?: readonly string[]
  readonly asked?: Asked
}

/** The answers of the officer to one step, and what is missing among them once it was tried. */
export function useStepForm(step: Ref<Step>) {
  const form = reactive({
    day: '',
    reason: '',
    requestedBy: 'MEMBER' as 'MEMBER' | 'LEAD_REVIEWER',
    scope: 'ITEMS' as Scope,
    chosen: {} as Record<string, string>,
    cleared: [] as string[],
  })
  const isTried = ref(false)

  const isOfItems = computed(
    () => step.value === 'return' || (step.value === 'reopen' && form.scope === 'ITEMS'),
  )
  const missing = computed(() => ({
    day: !['accept', 'decline'].includes(step.value) && form.day === '',
    reason: ['reopen', 'extend', 'decline'].includes(step.value) && form.reason.trim() === '',
    items: isOfItems.value && Object.keys(form.chosen).length === 0,
    codes:
      step.value === 'return'
        ? Object.keys(form.chosen).filter((code) => form.chosen[code]!.trim() === '')
        : [],
  }))
  const isComplete = computed(() => {
    const { day, reason, items, codes } = missing.value
    return !day && !reason && !items && codes.length === 0
  })
  /** What is shown as missing: nothing before the first try. */
  const wrong = computed(() =>
    isTried.value
      ? missing.value
      : { day: false, reason: false, items: false, codes: [] as readonly string[] },
  )

  function begin({ codes = [], asked }: StepBeginning, cleared: readonly string[]) {
    Object.assign(form, {
      day: '',
      reason: asked?.reason ?? '',
      requestedBy: 'MEMBER',
      scope: asked ? 'ASKED' : 'ITEMS',
      chosen: Object.fromEntries(codes.map((code) => [code, ''])),
      cleared: [...cleared],
    })
    isTried.value = false
  }

  /** Whether it can be sent; otherwise says what is missing and leads to the first of it. */
  function check(): boolean {
    if (isComplete.value) return true
    isTried.value = true
    void nextTick(() => document.querySelector<HTMLElement>('dialog[open] .is-missing')?.focus())
    return false
  }

  return { form, isOfItems, wrong, begin, check }
}
