import { useState } from 'react'
import { useTranslator } from '../../ui/language.tsx'

/** Questions that no plan asks: typed one by one, and taken out again. */
export function Questions({ questions, change }: { readonly questions: readonly string[]; change(questions: readonly string[]): void }) {
  const { t } = useTranslator()
  const [text, setText] = useState('')
  const add = () => {
    if (text.trim() === '') return
    change([...questions, text.trim()])
    setText('')
  }
  return (
    <>
      <ul className="points own">
        {questions.map((question, index) => (
          <li key={question}><span>{question}</span><button type="button" className="plain" aria-label={t('meeting.prepare.drop', { text: question })} onClick={() => change(questions.filter((_, at) => at !== index))}>×</button></li>
        ))}
      </ul>
      <div className="ask">
        <label className="field"><span className="fine soft">{t('meeting.prepare.ask')}</span>
          <input type="text" value={text} maxLength={300} placeholder={t('meeting.prepare.askHint')} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); add() } }} />
        </label>
        <button type="button" onClick={add} disabled={text.trim() === ''}>{t('meeting.prepare.add')}</button>
      </div>
    </>
  )
}
