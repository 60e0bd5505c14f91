import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { date, shortDate } from '#shared/i18n/format.ts'
import { parseDate } from '#shared/i18n/parse-date.ts'

const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))

describe('a date that Rembuk wrote', () => {
  test.each(['id', 'en'] as const)('%s is read back as it was', (language) => {
    fc.assert(fc.property(days, (iso) => {
      const [year = '', month = '', day = ''] = iso.split('-')
      for (const text of [date(iso, language), shortDate(iso, language), `${day}/${month}/${year}`, `${Number(day)}-${Number(month)}-${year}`, `${day}.${month}.${year}`, iso]) {
        expect(parseDate(text)).toEqual({ iso })
      }
    }))
  })
})

test.each([
  ['21/11/2026', '2026-11-21'], ['21-11-2026', '2026-11-21'], ['21 Nov 2026', '2026-11-21'], [' 1 / 2 / 2027 ', '2027-02-01'], ['1 Nop 2026', '2026-11-01'], ['17 agt 26', '2026-08-17'],
  ['5 Peb. 2026', '2026-02-05'], ['03/04/26', '2026-04-03'], ['29 Februari 2028', '2028-02-29'],
])('%s is %s: the day comes first', (text, iso) => {
  expect(parseDate(text)).toEqual({ iso })
})

test.each(['31/02/2026', '29/02/2027', '11/21/2026', '0/1/2026', '32 Jan 2026'])('%s is no day of the calendar, and no other day', (text) => {
  expect(parseDate(text)).toEqual({ fault: 'no_such_day' })
})

test.each(['', 'besok', '21', '21/11', '2026', '21 Foo 2026', '21/11/126', '21/11/2026 12.00', '21 marmut 2026', 'x/11/2026', '46347'])('%s is not read as a date', (text) => {
  expect(parseDate(text)).toEqual({ fault: 'unreadable' })
})
