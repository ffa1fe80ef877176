import { createElement, useId } from 'react'
import { useToken } from './fetcher'

/** Where a partner pastes a token for this page. */
export function TokenField() {
  const id = useId()
  return createElement(
    'form',
    { className: 'token', onSubmit: (event: Event) => event.preventDefault() },
    createElement('a', { href: '/' }, 'PMM Platform'),
    createElement('label', { htmlFor: id }, 'Partner token'),
    createElement('input', {
      id,
      type: 'password',
      autoComplete: 'off',
      spellCheck: false,
      placeholder: 'pmm_… (optional; without it you ask as nobody)',
      onChange: (event: { target: HTMLInputElement }) => useToken(event.target.value),
    }),
  )
}
