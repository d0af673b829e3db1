// A plain table that becomes cards on a narrow screen: each cell carries its column's name.
import { html } from "lit";

/** @param columns [title, cell(row)] each */
export const table = (label, columns, rows) => html`
  <div class="table">
    <table aria-label=${label}>
      <thead>
        <tr>
          ${columns.map(([title]) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${columns.map(([title, cell]) => html`<td data-title=${title}>${cell(row)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;
