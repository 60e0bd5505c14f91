import { useApi } from '../../ui/api.tsx'
import { useTranslator } from '../../ui/language.tsx'
import { FailureNote } from './failure-note.tsx'
import { Progress } from './progress.tsx'
import { follow, type Opening } from './use-opening.ts'

const AT = 'sample'

/** The door to the samples: made at the first click, opened again as they are afterwards. */
export function Samples({ opening }: { readonly opening: Opening }) {
  const { t } = useTranslator()
  const api = useApi()
  const open = (which: 'village' | 'city' | 'regency') => opening.run(AT, async (tools) => follow(await api.home.sample.call({ which }, { signal: tools.signal }), tools))
  return (
    <section className="door">
      <h2>{t('home.doors.sample')}</h2>
      <p className="soft">{t('home.doors.sampleAbout')}</p>
      <div className="row">
        <button type="button" disabled={opening.busy !== undefined} onClick={() => void open('village')}>{t('home.doors.sampleVillage')}</button>
        <button type="button" disabled={opening.busy !== undefined} onClick={() => void open('city')}>{t('home.doors.sampleCity')}</button>
        <button type="button" disabled={opening.busy !== undefined} onClick={() => void open('regency')}>{t('home.doors.sampleRegency')}</button>
      </div>
      <Progress at={AT} opening={opening} stoppable />
      <FailureNote at={AT} opening={opening} />
    </section>
  )
}
