import './swatch.css'

/** The little square that ties a name to its part. */
export function Swatch({ colour }: { readonly colour: string }) {
  return <i className="swatch" aria-hidden="true" style={{ background: colour }} />
}
