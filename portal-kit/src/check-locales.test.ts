import { expect, test } from 'vitest'
import { literalTexts, punctuationIn } from '../check-locales'

const component = (template: string) => `<template>${template}</template>`

test('punctuation that French sets apart may not stand between two texts of a template', () => {
  expect(literalTexts(component('<p>{{ a }}: {{ b }}</p>'))).toEqual([':'])
  expect(literalTexts(component('<p>{{ a }} ?</p>'))).toEqual(['?'])
  expect(literalTexts(component('<b v-if="a">{{ a }};</b>'))).toEqual([';'])
})

test('commas, dots and brackets are the same in both languages', () => {
  expect(literalTexts(component('<p>{{ a }}, {{ b }} · {{ c }} ({{ d }}).</p>'))).toEqual([])
})

test('nor may code put it there', () => {
  expect(punctuationIn('const title = `${t(`a.${b}`)}: ${c}`')).toEqual(['${t(`a.${b}`)}:'])
  expect(punctuationIn("rows.join('; ')")).toEqual(["join('; ')"])
})

test('a time and the types of an argument are no punctuation', () => {
  expect(punctuationIn('const left = `${minutes}:${seconds}`')).toEqual([])
  expect(punctuationIn('function f({ a }: { a: string }) {}')).toEqual([])
})
