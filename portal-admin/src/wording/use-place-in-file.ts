import { useI18n } from 'vue-i18n'
import type { Problem } from './permission'

const LINE = /^line (\d+)(?:, column (\d+))?$/

/** Words where in a file a problem stands: a line, a cell or a part of it; null where it concerns the whole. */
export function usePlaceInFile() {
  const { t } = useI18n()
  const worded = (step: string): string => {
    const [, line, column] = LINE.exec(step) ?? []
    if (line === undefined) return step
    return column === undefined
      ? t('wording.line', { line })
      : t('wording.lineAndColumn', { line, column })
  }
  return ({ path }: Problem): string | null => {
    const at = path.indexOf('ticket')
    return at < 0
      ? null
      : path
          .slice(at + 1)
          .map(worded)
          .join(', ') || null
  }
}
