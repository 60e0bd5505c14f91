import { type Context, frame, plainHeader, section } from './input.ts'
import { type SheetDocument, text } from './sheet.ts'

/** Catatan Pemeriksaan: the notes on a plan, most serious first. Only on request. */
export function findingsSheet(context: Context): SheetDocument {
  const { t } = context
  const order = ['error', 'warning', 'info']
  const findings = (context.findings ?? []).toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  return frame(context, 'findings', {
    title: t.titles.findings, letterhead: false, textSize: 9,
    columns: [
      { key: 'no', share: 12, align: 'center' }, { key: 'severity', share: 38, align: 'left' }, { key: 'where', share: 76, align: 'left' },
      { key: 'text', share: 170, align: 'left' },
    ],
    sections: [section({
      key: 'findings', notes: findings.length === 0 ? [t.findings.none] : [],
      header: plainHeader([['no', t.common.no], ['severity', t.findings.severity], ['where', t.findings.where], ['text', t.findings.text]]),
      rows: findings.map((finding, index) => ({
        key: `finding:${index}`, role: 'line',
        cells: {
          no: text(String(index + 1), { align: 'center' }), severity: text(t.findings[finding.severity]), where: text(finding.where),
          text: text(finding.text),
        },
      })),
    })],
  })
}
