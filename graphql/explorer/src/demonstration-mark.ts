import { createElement } from 'react'

/** Says that the figures are invented, unless the server says that they are not. */
export function DemonstrationMark() {
  const mark = document.querySelector<HTMLMetaElement>('meta[name="pmm-demonstration"]')
  if (mark?.content === 'no') return null
  return createElement(
    'aside',
    { className: 'demonstration' },
    createElement('b', null, 'Demonstration data'),
    ' Invented administrations and synthetic figures. Not WCO content, not endorsed by the WCO.',
  )
}
