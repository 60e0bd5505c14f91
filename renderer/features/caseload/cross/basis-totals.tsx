import { NOTHING, number, rupiah } from '#shared/i18n/format.ts'
import { useApi } from '../../../ui/api.tsx'
import { useTranslator } from '../../../ui/language.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import type { SeriesSummary } from '../../../ui/trend.ts'
import { useCommand } from '../../../ui/use-command.ts'
import type { Answer } from '../answers.ts'
import { signed } from '../figures.ts'
import { groupName } from '../group-name.ts'

type Basis = Answer<'crossCheck'>['basis']

interface BasisTotalsProps {
  readonly series: SeriesSummary
  readonly basis: Basis
  readonly totals: Answer<'crossCheck'>['totals']
}

/** Counts by the file and by us, always both; the one that counts is said, the other can be chosen as one step that is taken back. */
export function BasisTotals({ series, basis, totals }: BasisTotalsProps) {
  const translator = useTranslator()
  const { t, language } = translator
  const api = useApi()
  const show = useNotices((state) => state.show)
  const undo = useCommand(['history', 'undo'], () => api.history.undo.call({}))
  const choose = useCommand(['caseload', 'setBasis'], (chosen: Basis) => api.caseload.setBasis.call({ series: series.id, basis: chosen }))
  const figure = (value: number | null) => (value === null ? NOTHING : number(value, language))
  const use = (chosen: Basis) => choose.mutate(chosen, {
    onSuccess: ({ totals: now, need }) => {
      const stunted = now.find(({ group }) => group === 'stunted')?.[chosen] ?? null
      const said = t('truth.cross.done', { series: series.name, basis: t(`validity.basis.${chosen}`), count: figure(stunted) })
      const money = need && need.before !== need.after ? ` ${t('truth.cross.doneNeed', { before: rupiah(need.before, language), after: rupiah(need.after, language) })}` : ''
      show({ text: said + money, alarm: false, action: { label: t('truth.cross.undo'), run: () => undo.mutate() } })
    },
  })
  const head = (of: Basis) => (
    <th scope="col" className="num">
      {t(of === 'file' ? 'truth.cross.file' : 'truth.cross.own')}
      {of === basis
        ? <span className="good"><span aria-hidden="true">● </span>{t('truth.cross.counts')}</span>
        : <button type="button" className="follow" disabled={choose.isPending} aria-label={t(of === 'file' ? 'truth.cross.useFile' : 'truth.cross.useOwn', { series: series.name })} onClick={() => use(of)}>{t('truth.cross.use')}</button>}
    </th>
  )
  return (
    <section>
      <table className="plain-table totals" aria-label={t('truth.cross.totals')}>
        <thead>
          <tr>
            <th scope="col">{t('truth.cross.group')}</th>
            {head('file')}
            {head('own')}
            <th scope="col" className="num">{t('truth.cross.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ group, file, own }) => (
            <tr key={group} className={group === 'stunted' ? 'main' : undefined}>
              <th scope="row">{groupName(group, translator)}</th>
              <td className={basis === 'file' ? 'num' : 'num soft'}>{figure(file)}</td>
              <td className={basis === 'own' ? 'num' : 'num soft'}>{figure(own)}</td>
              <td className="num">{file === null || own === null ? NOTHING : own === file ? <span className="faint">0</span> : signed(own - file, figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fine soft">{t('truth.cross.note')}</p>
    </section>
  )
}
