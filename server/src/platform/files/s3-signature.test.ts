import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { s3Authorization } from './s3-signature'

// The examples of the manual of Amazon S3, "Signature Calculations for the Authorization Header".
const LOGIN = {
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const HOST = 'examplebucket.s3.amazonaws.com'
const AT = '20130524T000000Z'
const EMPTY = createHash('sha256').update('').digest('hex')
const WELCOME = createHash('sha256').update('Welcome to Amazon S3.').digest('hex')
const signatureOf = (authorization: string) => /Signature=(\w+)$/.exec(authorization)?.[1]

test('a part of an object is asked for as the manual does', () => {
  const authorization = s3Authorization(LOGIN, {
    method: 'GET',
    url: new URL(`https://${HOST}/test.txt`),
    headers: { host: HOST, range: 'bytes=0-9', 'x-amz-content-sha256': EMPTY, 'x-amz-date': AT },
    bodyHash: EMPTY,
  })

  expect(authorization).toContain('SignedHeaders=host;range;x-amz-content-sha256;x-amz-date')
  expect(signatureOf(authorization)).toBe(
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
})

test('an object with signs in its name is sent as the manual does', () => {
  const authorization = s3Authorization(LOGIN, {
    method: 'PUT',
    url: new URL(`https://${HOST}/test$file.text`),
    headers: {
      date: 'Fri, 24 May 2013 00:00:00 GMT', host: HOST, 'x-amz-content-sha256': WELCOME, 'x-amz-date': AT,
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
    },
    bodyHash: WELCOME,
  }) // prettier-ignore

  expect(signatureOf(authorization)).toBe(
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  )
})
