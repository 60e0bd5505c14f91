import { useState } from 'react'
import { COMMITMENT_CLASSES, type CommitmentClass } from '#shared/domain/plan.ts'
import { tableFigure } from '#shared/i18n/format.ts'
import { AmountField } from '../../ui/amount-field.tsx'
import { useTranslator } from '../../ui/language.tsx'
import type { Source } from './types.ts'
import { useSourceCommands } from './use-source-commands.ts'

type Commitment = Source['commitments'][number]

const BIDANG = [1, 2, 3, 4, 5] as const

function keyOf({ class: kind, bidang }: Pick<Commitment, 'class' | 'bidang'>): string {
  return `${kind}/${bidang ?? 0}`
}

/** Money of the source that is spoken for outside this plan: change, take out and add in place; each is one step. */
export function Commitments({ source }: { readonly source: Source }) {
  const { t, language } = useTranslator()
  const taken = new Set(source.commitments.map(keyOf))
  return (
    <div className="column">
      <h3>{t('sources.detail.commitments')}</h3>
      <p className="fine soft">{t('sources.detail.commitmentsHint')}</p>
      <table className="ledger commitments">
        <thead>
          <tr>
            <th scope="col">{t('sources.detail.class')}</th>
            <th scope="col">{t('sources.detail.bidang')}</th>
            <th scope="col" className="num">{t('sources.detail.amount')}</th>
            <th scope="col"><span className="hidden">{t('sources.rules.columns.actions')}</span></th>
          </tr>
        </thead>
        <tbody>
          {source.commitments.map((one) => <Row key={keyOf(one)} source={source.label} commitment={one} taken={taken} />)}
          {source.commitments.length === 0 && <tr><td colSpan={4} className="soft">{t('sources.detail.noCommitments')}</td></tr>}
          <NewRow key={source.commitments.length} source={source.label} taken={taken} />
        </tbody>
        {source.commitments.length > 0 && (
          <tfoot>
            <tr className="total"><th scope="row" colSpan={2}>{t('sources.detail.committed')}</th><td className="num">{tableFigure(source.committed, language)}</td><td /></tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

interface PickProps {
  readonly class: CommitmentClass
  readonly bidang: number | null
  choose(kind: CommitmentClass, bidang: number | null): void
}

function Picks({ class: kind, bidang, choose }: PickProps) {
  const { t } = useTranslator()
  return (
    <>
      <td>
        <select aria-label={t('sources.detail.class')} value={kind} onChange={(event) => choose(COMMITMENT_CLASSES.find((one) => one === event.target.value) ?? kind, bidang)}>
          {COMMITMENT_CLASSES.map((one) => <option key={one} value={one}>{t(`terms.commitments.${one}`)}</option>)}
        </select>
      </td>
      <td>
        <select aria-label={t('sources.detail.bidang')} value={bidang ?? ''} onChange={(event) => choose(kind, event.target.value === '' ? null : Number(event.target.value))}>
          <option value="">{t('sources.detail.noBidang')}</option>
          {BIDANG.map((one) => <option key={one} value={one}>{one}</option>)}
        </select>
      </td>
    </>
  )
}

function Row({ source, commitment, taken }: { readonly source: string; readonly commitment: Commitment; readonly taken: ReadonlySet<string> }) {
  const { t } = useTranslator()
  const { setCommitment } = useSourceCommands()
  const [twice, setTwice] = useState(false)
  const { class: kind, bidang, amount } = commitment
  const asked = (to: Commitment, replaces?: Pick<Commitment, 'class' | 'bidang'>) =>
    ({ source, class: to.class, amount: to.amount, ...(to.bidang === null ? {} : { bidang: to.bidang }), ...(replaces ? { replaces } : {}) })
  const put = (to: Commitment, replaces?: Pick<Commitment, 'class' | 'bidang'>) => setCommitment.mutate(asked(to, replaces))
  const move = (toClass: CommitmentClass, toBidang: number | null) => {
    const to = { class: toClass, bidang: toBidang, amount }
    const blocked = taken.has(keyOf(to)) && keyOf(to) !== keyOf(commitment)
    setTwice(blocked)
    if (!blocked) put(to, { class: kind, bidang })
  }
  return (
    <tr>
      <Picks class={kind} bidang={bidang} choose={move} />
      <td className="num">
        <AmountField quiet label={`${t('sources.detail.amount')} ${t(`terms.commitments.${kind}`)}`} value={amount} save={(value) => setCommitment.mutateAsync(asked({ ...commitment, amount: value ?? 0 }))} />
        {twice && <p className="fine alarm" role="alert">▲ {t('sources.detail.twice')}</p>}
      </td>
      <td>
        <button type="button" className="plain" title={t('sources.detail.removeCommitment', { class: t(`terms.commitments.${kind}`) })} aria-label={t('sources.detail.removeCommitment', { class: t(`terms.commitments.${kind}`) })} onClick={() => put({ ...commitment, amount: 0 })}>×</button>
      </td>
    </tr>
  )
}

/** The row at the end: it becomes a commitment when its amount is typed. */
function NewRow({ source, taken }: { readonly source: string; readonly taken: ReadonlySet<string> }) {
  const { t } = useTranslator()
  const { setCommitment } = useSourceCommands()
  const [to, setTo] = useState<Pick<Commitment, 'class' | 'bidang'>>(() => ({ class: COMMITMENT_CLASSES.find((one) => !taken.has(`${one}/0`)) ?? 'other', bidang: null }))
  const twice = taken.has(keyOf(to))
  return (
    <tr className="new">
      <Picks class={to.class} bidang={to.bidang} choose={(kind, bidang) => setTo({ class: kind, bidang })} />
      <td className="num">
        {twice ? <p className="fine alarm" role="alert">▲ {t('sources.detail.twice')}</p> : (
          <AmountField
            quiet label={t('sources.detail.addCommitment')} value={null} placeholder={t('sources.detail.newAmount')}
            save={async (amount) => amount !== null && amount > 0 && setCommitment.mutateAsync({ source, class: to.class, amount, ...(to.bidang === null ? {} : { bidang: to.bidang }) })}
          />
        )}
      </td>
      <td />
    </tr>
  )
}
