const rows = new Map([...document.querySelectorAll("tr[data-id]")].map((row) => [JSON.parse(row.dataset.id), row]))
const excerpt = document.getElementById("excerpt")

function choose(id) {
  const row = rows.get(id)
  if (!row) return
  for (const other of rows.values()) other.removeAttribute("aria-current")
  row.setAttribute("aria-current", "true")
  // cells of this very page, copied as nodes: nothing is read as markup again
  excerpt.replaceChildren(...[...row.cells].map((cell) => {
    const part = document.createElement("div")
    part.append(...[...cell.childNodes].map((node) => node.cloneNode(true)))
    return part
  }))
}

document.getElementById("chart").on("plotly_click", (event) => choose(event.points[0].customdata))
for (const [id, row] of rows) {
  row.addEventListener("click", () => choose(id))
  row.addEventListener("keydown", (event) => event.key === "Enter" && choose(id))
}
