import type { ElementEntry } from './model'

/** Words to choose from where a figure is a level or yes and no; null where it is a number. */
export function choicesOf(
  element: Pick<ElementEntry, 'valueType' | 'scale'>,
  t: (key: string) => string,
): { value: string; text: string }[] | null {
  if (element.valueType === 'BOOLEAN') {
    return [
      { value: '1', text: t('kit.yes') },
      { value: '0', text: t('kit.no') },
    ]
  }
  return element.valueType === 'LEVEL' && element.scale
    ? element.scale.levels.map(({ level, label }) => ({
        value: String(level),
        text: `${level} ${label}`,
      }))
    : null
}
