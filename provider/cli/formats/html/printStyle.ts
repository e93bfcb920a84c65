/**
 * On paper: always light, no controls, and every row, also those that a filter hides on the screen. A printed report that is
 * kept must not be a part of it.
 *
 * @internal
 */
export const printStyle = `
@page { size: landscape; margin: 12mm; }
@media print {
  :root { color-scheme: light; --ground: #ffffff; --card: #ffffff; }
  body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body > header, main, footer { max-width: none; padding-inline: 0; }
  nav, .skip, .filters, .shown, .rows thead button::after { display: none; }
  section { border: 0; border-radius: 0; padding: 0; margin: 0 0 1.5rem; }
  .verdict { border: 2px solid var(--tone); border-radius: 0; }
  h2, h3, h4 { break-after: avoid; }
  .verdict, .share, .timeline, .findings > li, .failures li, .rows tr, .plain tr { break-inside: avoid; }
  .printed:not(:empty) { display: block; font-weight: 600; }
  .scroll { overflow: visible; }
  .timeline .scroll > svg { min-width: 0; }
  .rows { min-width: 0; font-size: 8pt; }
  .badge { font-size: 7pt; padding: 0 .375rem; }
  .rows code, .rows .muted { font-size: 7pt; }
  .rows thead th { position: static; }
  .rows thead button, .rows thead th:not(:has(button)) { padding: .25rem .375rem; }
  .rows tbody th, .rows td { padding: .25rem .375rem; }
  .rows tr[hidden] { display: table-row; }
  th.status { width: 6.75rem; } th.kind { width: 4rem; } th.started, th.ended { width: 5.5rem; }
  summary { color: inherit; list-style: none; font-weight: 600; }
  details::details-content { content-visibility: visible; display: block; }
}
`;
