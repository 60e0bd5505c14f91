import { type FormEvent, useId, useState } from 'react'
import type { RkpdOverview } from '#shared/contract/consolidation.ts'
import { number } from '#shared/i18n/format.ts'
import { parseAmount } from '#shared/i18n/parse.ts'
import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { useCommand } from '../../ui/use-command.ts'
import { ListImport } from './list-import.tsx'

const linesOf = (text: string) => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')

/** Typed or pasted lists of the regency's own documents, one thing a line. */
export function RkpdLists({ data }: { readonly data: RkpdOverview }) {
  const { t, language } = useTranslator()
  const api = useApi()
  const id = useId()
  const [programmes, setProgrammes] = useState(data.programmes.join('\n'))
  const [ceilings, setCeilings] = useState(data.ceilings.map(({ opd, amount }) => `${opd}\t${number(amount, language)}`).join('\n'))
  const [bad, setBad] = useState<string>()
  const save = useCommand(['consolidation', 'setRkpd'], (lists: { programmes: string[]; ceilings: { opd: string; amount: number }[] }) => api.consolidation.setRkpd.call(lists))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const codes = linesOf(programmes).map((line) => ({ line, code: /^\d\.\d{2}\.\d{2}/.exec(line)?.[0] }))
    const money = linesOf(ceilings).map((line) => {
      const [, opd = '', typed = ''] = /^(.+?)[\t;:]\s*(.+)$/.exec(line) ?? /^(\S+(?: \D\S*)*)\s+(.+)$/.exec(line) ?? []
      return { line, opd: opd.trim(), amount: parseAmount(typed, language)?.value }
    })
    const wrong = [...codes.filter(({ code }) => code === undefined), ...money.filter(({ opd, amount }) => opd === '' || amount === undefined)][0]
    setBad(wrong?.line)
    if (!wrong) save.mutate({ programmes: [...new Set(codes.flatMap(({ code }) => code ?? []))], ceilings: money.map(({ opd, amount }) => ({ opd, amount: amount ?? 0 })) })
  }
  return (
    <form onSubmit={submit}>
      <h2>{t('consolidation.rkpd.lists')}</h2>
      <div className="field"><label htmlFor={`${id}-programmes`}>{t('consolidation.rkpd.programmes')}</label><textarea id={`${id}-programmes`} rows={4} placeholder={t('consolidation.rkpd.programmesHint')} value={programmes} onChange={(event) => setProgrammes(event.target.value)} /><ListImport kind="programmes" /></div>
      <div className="field"><label htmlFor={`${id}-ceilings`}>{t('consolidation.rkpd.ceilings')}</label><textarea id={`${id}-ceilings`} rows={4} placeholder={t('consolidation.rkpd.ceilingsHint')} value={ceilings} onChange={(event) => setCeilings(event.target.value)} /><ListImport kind="ceilings" /></div>
      {bad !== undefined && <p className="alarm fine" role="alert">▲ {t('consolidation.rkpd.bad', { line: bad })}</p>}
      <button type="submit">{t('consolidation.rkpd.save')}</button>
    </form>
  )
}
