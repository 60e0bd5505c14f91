import { lazy } from 'react'

/** Asked for as soon as the window starts, and waited for only where a chart is drawn. */
const charts = import('./charts.tsx')

/** Each needs a `Suspense` above it; `ChartBlock` is one. */
export const BarChart = lazy(() => charts.then((part) => ({ default: part.BarChart })))
export const FlowChart = lazy(() => charts.then((part) => ({ default: part.FlowChart })))
export const GrowthChart = lazy(() => charts.then((part) => ({ default: part.GrowthChart })))
export const HatchBar = lazy(() => charts.then((part) => ({ default: part.HatchBar })))
export const StepBars = lazy(() => charts.then((part) => ({ default: part.StepBars })))
export const PrevalenceChart = lazy(() => charts.then((part) => ({ default: part.PrevalenceChart })))
export const SourceBar = lazy(() => charts.then((part) => ({ default: part.SourceBar })))
export const TrendChart = lazy(() => charts.then((part) => ({ default: part.TrendChart })))
