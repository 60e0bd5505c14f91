import { dateWithWeekday } from '#shared/i18n/format.ts'
import { type Context, frame, section, signatoriesOf } from './input.ts'
import { type Row, type SheetDocument, text } from './sheet.ts'
import { fill } from './texts.ts'

/** Lines to be signed on two pages, with room for who led the meeting. */
const LINES = { F4: 50, A4: 40 } as const

/** Daftar hadir: an empty list to be signed on the day, each second name a little to the right so that signatures do not meet. The layout is ours. */
export function attendanceSheet(context: Context): SheetDocument {
  const { t, plan, meeting, language } = context
  const words = t.forms.attendance
  const dots = t.forms.minutes.blank
  const rows = Array.from({ length: LINES[context.paper] }, (_, index): Row => ({
    key: `guest:${index}`, role: 'line', least: 24,
    cells: { no: text(String(index + 1), { align: 'center' }), [index % 2 === 0 ? 'odd' : 'even']: text(`${index + 1}.`, { align: 'left' }) },
  }))
  const head = (content: string, column: string, columns = 1) => ({ text: content, column, columns, rows: 1 })
  return frame(context, 'attendance', {
    title: words.title, textSize: 9, orientation: 'portrait', draft: null,
    columns: [
      { key: 'no', share: 10, align: 'center' }, { key: 'name', share: 56, align: 'left' }, { key: 'sex', share: 12, align: 'center' }, { key: 'role', share: 44, align: 'left' }, { key: 'address', share: 40, align: 'left' },
      { key: 'odd', share: 26, align: 'left' }, { key: 'even', share: 26, align: 'left' },
    ],
    sections: [section({
      key: 'guests', rows, signatories: signatoriesOf(context, 'attendance'),
      facts: [
        [words.day, meeting ? dateWithWeekday(meeting.heldOn, language) : dots], [words.time, dots], [words.hall, meeting?.place || dots], [words.event, fill(words.eventIs, { year: plan.fiscalYear })],
      ],
      header: [[head(t.common.no, 'no'), head(words.name, 'name'), head(words.sex, 'sex'), head(words.role, 'role'), head(words.address, 'address'), head(words.sign, 'odd', 2)]],
    })],
  })
}
