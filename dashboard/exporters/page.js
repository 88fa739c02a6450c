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
    for (const folded of part.querySelectorAll("details")) folded.open = true
    return part
  }))
}

// axis and window go with the view; how many lie beyond it was counted for the first view only
const chart = document.getElementById("chart")
const [desk, phone] = JSON.parse(document.getElementById("charts").textContent)
const narrow = innerWidth < 640
const { figure, axes } = narrow ? phone : desk
if (narrow) figure.layout.dragmode = false // a finger scrolls the page; the buttons zoom and move
Plotly.newPlot(chart, figure.data, figure.layout, { displaylogo: false, scrollZoom: !narrow })
const opened = chart.layout.xaxis.range.map(Number)
const labels = chart.data.flatMap((trace, place) => (/left|right/.test(trace.textposition) ? [place] : []))
chart.on("plotly_relayout", (changed) => {
  const range = chart.layout.xaxis.range.map(Number)
  if (!("xaxis.range[0]" in changed) && !("xaxis.range" in changed)) return
  const { tickvals, ticktext, minor } = axes.findLast((one) => one.length >= (range[1] - range[0]) / 1.5) ?? axes[0]
  const ticks = (axis) => ({ [`${axis}.tickvals`]: tickvals, [`${axis}.ticktext`]: ticktext })
  const shown = {
    ...ticks("xaxis"),
    "xaxis.minor.tickvals": minor,
    ...(chart.layout.xaxis3 ? ticks("xaxis3") : {}),
    shapes: chart.layout.shapes.map((one) => (one.xref === "x2" ? { ...one, x0: range[0], x1: range[1] } : one)),
    annotations: chart.layout.annotations.map((one) => (one.name === "beyond" ? { ...one, visible: String(range) === String(opened) } : one)),
  }
  // labels were laid out for the first view: farther out they would stand upon each other, and the marks tell all when pointed at
  const near = range[1] - range[0] <= 1.05 * (opened[1] - opened[0])
  Plotly.update(chart, { visible: near }, shown, labels)
})

chart.on("plotly_click", (event) => choose(event.points[0].customdata))
for (const [id, row] of rows) {
  row.addEventListener("click", () => choose(id))
  row.addEventListener("keydown", (event) => event.key === "Enter" && choose(id))
}
