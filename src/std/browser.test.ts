import { expect, test } from 'vitest'
import { deviceOf, isRobot } from './browser'

test.each([
  [
    'phone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari/604.1',
  ],
  ['phone', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'],
  ['phone', 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'],
  ['tablet', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'],
  ['tablet', 'Mozilla/5.0 (iPad; CPU OS 15_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Safari/604.1'],
  ['tablet', 'Mozilla/5.0 (Android 15; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0'],
  ['desktop', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  ['desktop', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'],
])('a %s is known by what its browser says: %s', (device, agent) => {
  expect([deviceOf(agent), isRobot(agent)]).toEqual([device, false])
})

test.each([
  'Mozilla/5.0 (compatible; Examplebot/2.1)',
  'curl/8.5.0',
  'Mozilla/5.0 (X11) HeadlessChrome/140.0',
  'python-requests/2.31',
])('a robot is none: %s', (agent) => {
  expect([deviceOf(agent), isRobot(agent)]).toEqual([undefined, true])
})

test('what says nothing is no browser', () => {
  expect([deviceOf(''), deviceOf('gemini'), isRobot('')]).toEqual([undefined, undefined, false])
})
