import { expect, test } from 'vitest'
import { faultsOf } from './html-faults'

test.each([
  ['<p id="a"></p><p id="a"></p>', 'id a twice'],
  ['<label for="x">Naam</label>', 'for x leads nowhere'],
  ['<input name="x"/>', 'a control without a label'],
  ['<label>Naam</label><input name="x"/>', 'a control without a label'],
  ['<p><div></div></p>', '<div> in <p>'],
  ['<a href="#"><button type="button">x</button></a>', '<button> in <a>'],
  ['<form><form></form></form>', '<form> in <form>'],
  ['<button>x</button>', '<button> without type'],
  ['<button type="button"><svg></svg></button>', 'a link or button without a name'],
  ['<img src="x"/>', '<img> without alt'],
  ['<p style="color:red">x</p>', 'style on <p>'],
  ['<div><span></div>', '</div> closes something else'],
  ['<div>', '<div> is never closed'],
  ['<!doctype html><main></main>', 'not exactly one h1'],
  ['<!doctype html><h1>a</h1><h1>b</h1>', 'not exactly one h1'],
])('%s is found out', (html, fault) => {
  expect(faultsOf(html)).toContain(fault)
})

test('sound HTML passes', () => {
  expect(
    faultsOf('<label for="x">Naam</label><input id="x" name="x"/><label>Ja <input type="checkbox"/></label><a href="#x">x</a>'),
  ).toEqual([])
})
