import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './explorer.css'
import { GraphiQL } from 'graphiql'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { theme } from './device'
import { brought } from './brought'
import { examples } from './examples'
import { asNobodyOrToken } from './fetcher'
import { TokenField } from './token-field'
import { DemonstrationMark } from './demonstration-mark'

const tabs = brought ? [brought, ...examples] : examples
const [first] = tabs

function Explorer() {
  return createElement(
    'div',
    { className: `explorer is-${theme()}` },
    createElement(DemonstrationMark),
    createElement(TokenField),
    createElement(
      GraphiQL,
      {
        fetcher: asNobodyOrToken,
        storage: noStorage,
        defaultTabs: tabs.map(({ query, variables }) => ({ query, variables })),
        defaultQuery: first?.query ?? '',
        // The tabs fill the editors on a change of tab only; the first one is filled from here.
        initialQuery: first?.query ?? '',
        initialVariables: first?.variables ?? '',
        shouldPersistHeaders: false,
        isHeadersEditorEnabled: false,
        forcedTheme: theme(),
      } as never,
      createElement(GraphiQL.Logo, null, 'PMM Platform'),
    ),
  )
}

// Nothing is kept between visits: a query may hold what its writer would not leave on this machine.
const noStorage = {
  length: 0,
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
  clear: () => {},
}

createRoot(document.getElementById('explorer')!).render(createElement(Explorer))
