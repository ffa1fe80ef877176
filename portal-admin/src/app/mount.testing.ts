import { ApolloLink, Observable } from '@apollo/client'
import { createApollo, provideApollo } from '@pmm/portal-kit'
import { mountKit, type KitMounting } from '@pmm/portal-kit/testing'
import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import englishEntrance from './entrance-en'
import frenchEntrance from './entrance-fr'
import englishNouns from './texts-en'
import frenchNouns from './texts-fr'

const routes = Object.values(
  import.meta.glob<RouteRecordRaw[]>('../*/routes.ts', { eager: true, import: 'default' }),
).flat()

type Texts = Record<string, Record<string, unknown>>
const all = (first: Texts, rest: Texts): Texts =>
  Object.fromEntries(
    Object.keys({ ...first, ...rest }).map((noun) => [noun, { ...first[noun], ...rest[noun] }]),
  )
const texts = {
  en: all(englishEntrance, englishNouns),
  fr: all(frenchEntrance, frenchNouns),
}

type Answer = Record<string, unknown>

/** What the server answers to an operation, by name. */
export type Answers = Record<string, (variables: Record<string, unknown>) => Answer>

/** Mounts a part of the secretariat portal with all its texts, before a server that answers as told. */
export function mountAdmin(
  component: Component,
  { answers = {}, locale = 'en', ...mounting }: KitMounting & { answers?: Answers } = {},
) {
  const sent: { name: string; variables: Record<string, unknown> }[] = []
  const terminatingLink = new ApolloLink(
    ({ operationName = '', variables }) =>
      new Observable((observer) => {
        sent.push({ name: operationName, variables })
        const answer = answers[operationName]
        if (!answer) return observer.error(new Error(`Nobody answers ${operationName}.`))
        observer.next({ data: { __typename: 'Query', ...answer(variables) } })
        observer.complete()
      }),
  )
  const wrapper = mountKit(component, {
    ...mounting,
    routes,
    locale,
    messages: texts[locale],
    plugins: [{ install: (app) => void provideApollo(createApollo({ terminatingLink }), app) }],
  })
  return { wrapper, sent }
}
