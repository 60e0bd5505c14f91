import type { ComponentProps, ComponentType } from 'react'
import { type LazyPart, lazyPart } from './lazy-part.tsx'

type Charts = typeof import('./charts.tsx')
interface Chart<Name extends keyof Charts> extends LazyPart<ComponentProps<Charts[Name]>> {}

/** Asked for as soon as the window starts, and waited for only where a chart is drawn. */
function chart<Name extends keyof Charts>(name: Name): Chart<Name> {
  const later = lazyPart<ComponentProps<Charts[Name]>>(() => import('./charts.tsx').then((part) => part[name] as ComponentType<ComponentProps<Charts[Name]>>))
  void later.load()
  return later
}

export const BarChart = chart('BarChart')
export const FlowChart = chart('FlowChart')
export const GrowthChart = chart('GrowthChart')
export const HatchBar = chart('HatchBar')
export const StepBars = chart('StepBars')
export const PrevalenceChart = chart('PrevalenceChart')
export const SourceBar = chart('SourceBar')
export const TrendChart = chart('TrendChart')
