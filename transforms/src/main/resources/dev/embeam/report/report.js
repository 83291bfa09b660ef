(() => {
  'use strict';
  const value = (row, column) => {
    const cell = row.cells[column];
    return 'v' in cell.dataset ? Number(cell.dataset.v) : cell.textContent.trim();
  };
  const isEmpty = v => v === '';
  const compare = (a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), undefined, { numeric: true });
  // Empty cells stay last in both directions.
  const order = (a, b, sign) =>
    isEmpty(a) || isEmpty(b) ? Number(isEmpty(a)) - Number(isEmpty(b)) : sign * compare(a, b);

  for (const table of document.querySelectorAll('table')) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => head.querySelector('button').addEventListener('click', () => {
      const now = head.getAttribute('aria-sort');
      const first = head.classList.contains('n') ? 'descending' : 'ascending';
      const next = now === null ? first : now === 'ascending' ? 'descending' : 'ascending';
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', next);
      const sign = next === 'ascending' ? 1 : -1;
      const body = table.tBodies[0];
      body.append(...[...body.rows].sort((a, b) => order(value(a, column), value(b, column), sign)));
    }));
  }

  // Paper has nothing to click on.
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(d => { d.open = true; }));
})();
