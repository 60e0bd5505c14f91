import { ORPCError } from '@orpc/client'
import { isGoneCode } from '#shared/contract/gone.ts'
import { errorText, referenceOf } from './error-text.ts'
import { useTranslator } from './language.tsx'
import { Message } from './message.tsx'
import { goTo } from './route.ts'

/** Says what went wrong: the named error's own sentence, a lost connection, or that it was unexpected, with its reference. What is gone is no failure: the way leads back. */
export function Failure({ error, again }: { readonly error: unknown; again(): void }) {
  const translator = useTranslator()
  const { t } = translator
  const tryAgain = { label: t('window.states.again'), run: again }
  const text = errorText(error, translator)
  if (error instanceof ORPCError && isGoneCode(error.code)) {
    return <Message title={t('window.states.gone')} text={text} action={{ label: t('window.states.goneBack'), run: () => goTo('ringkasan') }} other={tryAgain} />
  }
  const reference = referenceOf(error)
  return (
    <Message
      title={t(error instanceof ORPCError ? 'window.states.failed' : 'window.states.disconnected')}
      text={text}
      detail={reference && t('window.states.reference', { reference })}
      action={tryAgain}
      alarm
    />
  )
}
