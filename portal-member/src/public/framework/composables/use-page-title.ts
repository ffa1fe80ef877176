import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'

/** Names the document after what the page shows; the route can only name kinds of pages. */
export function usePageTitle(title: () => string | null | undefined): void {
  const { t } = useI18n()
  watchEffect(() => {
    const text = title()
    if (text) document.title = `${text} · ${t('kit.product')}`
  })
}
