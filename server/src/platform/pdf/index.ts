export { renderPdf, type PdfLimits } from './render-pdf'
