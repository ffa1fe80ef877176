import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'

/** Keeps the title of the document in step with route and language. */
export function useDocumentTitle(): void {
  const route = useRoute()
  const { t } = useI18n()
  watchEffect(() => {
    const product = t('kit.product')
    document.title = route.meta.title ? `${t(route.meta.title)} · ${product}` : product
  })
}
