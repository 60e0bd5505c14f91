interface MessageProps {
  readonly title: string
  readonly text?: string | undefined
  readonly detail?: string | undefined
  readonly action?: { readonly label: string; run(): void } | undefined
  /** Another way on. */
  readonly other?: { readonly label: string; run(): void } | undefined
  /** Something went wrong: announced at once. */
  readonly alarm?: boolean
}

/** A screen or part of one that has words instead of content: loading, nothing there yet, or a failure with a way on. */
export function Message({ title, text, detail, action, other, alarm = false }: MessageProps) {
  return (
    <div className="message" role={alarm ? 'alert' : 'status'}>
      <h1 className={alarm ? 'alarm' : undefined}>
        {alarm && <span aria-hidden="true">▲ </span>}
        {title}
      </h1>
      {text && <p>{text}</p>}
      {detail && <p className="fine soft">{detail}</p>}
      {[action, other].map((way) => way && <button type="button" key={way.label} onClick={() => way.run()}>{way.label}</button>)}
    </div>
  )
}
