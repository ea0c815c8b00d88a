import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentIn, documentType, documentTypes, documentUrl, largestDocument } from './document'

const begins = { 'application/pdf': '%PDF-1.7', 'image/jpeg': '\xff\xd8\xff\xe0', 'image/png': '\x89PNG\r\n\x1a\n' }

test.each(Object.entries(begins))('%s is known by how it begins, and comes back as it was', (type, begin) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
      const bytes = Buffer.concat([Buffer.from(begin, 'latin1'), rest])
      expect(documentType(bytes)).toBe(type)
      expect(documentIn(documentUrl(bytes) ?? '')).toEqual({ type, ending: type.split('/')[1], bytes })
    }),
  )
  expect(documentTypes.split(',')).toContain(type)
})

test.each([
  ['nothing', ''],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a drawing that may hold a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
  ['an archive', 'PK\x03\x04'],
  ['a program', '\x7fELF'],
  ['what only mentions a document', ' %PDF-1.7'],
  ['half of a beginning', '\x89PNG\r\n'],
])('%s is none', (_, begin) => expect(documentUrl(Buffer.from(begin, 'latin1'))).toBeUndefined())

test('a document may be so large, and no larger', () => {
  const bytes = Buffer.alloc(largestDocument + 1, '%PDF-')
  expect(documentUrl(bytes)).toBeUndefined()
  expect(documentUrl(bytes.subarray(1))).toBeUndefined()
  expect(documentUrl(bytes.subarray(0, -1))).toMatch(/^data:application\/pdf;base64,/)
})
