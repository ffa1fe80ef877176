import { expect, test } from 'vitest'
import { networkHash, networkOf } from './network'

test.for([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['2001:db8::ffff:1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('%s is of the network %s', ([address, network]) => {
  expect(networkOf(address!)).toBe(network)
})

test('every address of a /64 has one hash, the next network another', () => {
  expect(networkHash('2001:db8::1')).toEqual(networkHash('2001:db8:0:0:ffff:ffff:ffff:ffff'))
  expect(networkHash('2001:db8::1')).not.toEqual(networkHash('2001:db8:0:1::1'))
  expect(networkHash('192.0.2.7')).not.toEqual(networkHash('192.0.2.8'))
})
