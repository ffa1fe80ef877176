import { useI18n } from 'vue-i18n'
import { NO_BREAK_SPACE } from './format'
import { useFormat } from './use-format'

/** Units come in English from the catalogue; the portals word the ones they know in the viewer's language. */
export function useUnit() {
  const { t, te } = useI18n()
  const format = useFormat()

  const known = (unit: string) => {
    const key = `kit.unit.${unit.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
    return te(key) ? t(key) : null
  }

  /** Name of a unit, for the head of a column; a unit made of others, such as "hours / cases", part by part. */
  function name(unit: string): string {
    return (
      known(unit) ??
      unit
        .split(/(\s*[/*()·]\s*)/)
        .map((part) => known(part) ?? part)
        .join('')
    )
  }

  /** What stands beside a number: nothing beside a bare count. */
  function beside(unit: string): string {
    if (unit === 'count') return ''
    return unit === 'level 0-4' ? t('kit.unitBeside.level') : name(unit)
  }

  /** A value in words: "44.1 %", "yes", "3 of 4". */
  function written(value: string, unit: string, decimals?: number): string {
    if (unit === 'yes/no') return t(value === '0' ? 'kit.no' : 'kit.yes')
    const digits = decimals === undefined ? undefined : { digits: decimals }
    return `${format.number(value, digits)}${NO_BREAK_SPACE}${beside(unit)}`.trimEnd()
  }

  return { name, beside, written }
}
