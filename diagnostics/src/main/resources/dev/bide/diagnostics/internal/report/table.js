// Tables that are sorted by what is clicked.

function makeSortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = make("button", { type: "button", textContent: head.textContent, title: "Sort" });
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const numbers = head.classList.contains("number") || column > 0;
      const falls = head.ariaSort ? head.ariaSort !== "descending" : numbers;
      heads.forEach(each => {
        each.removeAttribute("aria-sort");
        each.firstChild.textContent = each.firstChild.textContent.replace(/ [▲▼]$/, "");
      });
      head.setAttribute("aria-sort", falls ? "descending" : "ascending");
      button.textContent += falls ? " ▼" : " ▲";
      sortRows(table.tBodies[0], column, numbers, falls ? -1 : 1);
    });
  });
}

function sortRows(body, column, numbers, sign) {
  const value = row => row.cells[column].dataset.value ?? row.cells[column].textContent;
  const compare = numbers
    ? (a, b) => Number(value(a)) - Number(value(b))
    : (a, b) => value(a).localeCompare(value(b), undefined, { numeric: true });
  body.append(...[...body.rows].sort((a, b) => sign * compare(a, b)));
}
