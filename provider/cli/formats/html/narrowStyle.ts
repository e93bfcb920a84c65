/** On a telephone a row is a card, and each cell says which column it is of. @internal */
export const narrowStyle = `
@media screen and (max-width: 47.49rem) {
  body > header { padding-top: 1.25rem; }
  .filters > div, .filters select { width: 100%; }
  .verdict { grid-template-columns: minmax(0, 1fr); }
  .rows, .rows tbody, .rows tr, .rows tbody th, .rows td { display: block; width: auto; }
  .rows thead { display: block; margin-bottom: .5rem; }
  .rows thead tr { display: flex; flex-wrap: wrap; gap: .375rem; }
  .rows thead tr::before { content: "Sort by" / ""; align-self: center; font-size: .8125rem; color: var(--muted); }
  .rows thead th { position: static; width: auto; border: 1px solid var(--line); border-radius: 999px; box-shadow: none; }
  .rows thead button { padding: .375rem .75rem; border-radius: 999px; }
  .rows thead:not(:has(button)) { display: none; }
  .rows tbody tr { border: 1px solid var(--line); border-radius: 10px; padding: .625rem .75rem; margin-bottom: .75rem; content-visibility: auto; contain-intrinsic-size: auto 15rem; }
  .rows tbody tr[hidden] { display: none; }
  .rows tbody th, .rows td { border: 0; padding: .1875rem 0; }
  .rows td:empty { display: none; }
  .rows td:not(.status)::before { display: block; color: var(--muted); font-size: .75rem; }
  td.organization::before { content: "Organization" / ""; }
  td.display::before { content: "Display name" / ""; }
  td.kind::before { content: "Kind" / ""; }
  td.why::before { content: "Why" / ""; }
  td.started::before { content: "Started" / ""; }
  td.ended::before { content: "Ended" / ""; }
  td.job::before { content: "Job" / ""; }
  td.archive::before { content: "Archive" / ""; }
  td.entity::before { content: "User or resource" / ""; }
}
`;
