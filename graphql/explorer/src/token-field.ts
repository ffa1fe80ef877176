import { createElement, useId } from 'react'
import { language, words } from './device'
import { useToken } from './fetcher'

/** Where a partner pastes a token for this page. */
export function TokenField() {
  const id = useId()
  return createElement(
    'form',
    { className: 'token', lang: language, onSubmit: (event: Event) => event.preventDefault() },
    createElement('a', { href: '/' }, 'PMM Platform'),
    createElement('label', { htmlFor: id }, words.token),
    createElement('input', {
      id,
      type: 'password',
      autoComplete: 'off',
      spellCheck: false,
      placeholder: words.hint,
      onChange: (event: { target: HTMLInputElement }) => useToken(event.target.value),
    }),
  )
}
