import { UNFUNDED } from './source-colours.ts'
import './hatch-bar.css'

/** What is missing as a thin hatched bar from zero; its figure stands beside it. @param share of 0 … 1 of the longest */
export function HatchBar({ share }: { readonly share: number }) {
  return <span className="hatch-bar" aria-hidden="true"><i style={{ width: `${100 * share}%`, background: UNFUNDED }} /></span>
}
