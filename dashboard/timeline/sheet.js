// Labels and density strips, laid over the chart: they go with the view, and cost far less than Plotly's own texts and curves.
const SVG = "http://www.w3.org/2000/svg"
const LABEL_GAP = 6 // px between a mark and its label

class Sheet {
  constructor(parent) {
    this.frame = document.createElement("div")
    this.frame.className = "dl-sheet"
    this.frame.setAttribute("aria-hidden", "true")
    parent.append(this.frame)
  }

  draw({ labels, strips }, { xaxis, height }) {
    Object.assign(this.frame.style, { left: `${xaxis._offset}px`, width: `${xaxis._length}px`, height: `${height}px` })
    this.labels = labels.map(([at, y, text, side, happened, ground]) => {
      const made = document.createElement("bdi")
      made.className = `dl-label dl-label-${side}${happened ? "" : " dl-unsure"}`
      made.textContent = text
      made.style.top = `${y - 9}px`
      if (ground) made.style.background = ground
      return { at, made, gap: side === "right" ? LABEL_GAP : side === "left" ? -LABEL_GAP : 0 }
    })
    const picture = document.createElementNS(SVG, "svg")
    this.strips = strips.map(([from, step, foot, colour, heights]) => {
      const made = document.createElementNS(SVG, "path")
      const outline = [...heights].map((digit, place) => `V${foot - parseInt(digit, 36)}H${place + 1}`)
      made.setAttribute("d", `M0 ${foot}${outline.join("")}V${foot}Z`)
      made.setAttribute("fill", colour)
      picture.append(made)
      return { from, step, made }
    })
    this.moving = document.createElement("div")
    this.moving.append(...this.labels.map(({ made }) => made))
    this.frame.replaceChildren(picture, this.moving)
    this.follow(xaxis)
  }

  // a view that was only moved takes the labels along as one
  follow(axis) {
    for (const { from, step, made } of this.strips) {
      const left = axis.l2p(from)
      made.setAttribute("transform", `translate(${left},0)scale(${axis.l2p(from + step) - left},1)`)
    }
    const [start, end] = axis.range
    if (this.placed?.moving === this.moving && Math.abs((end - start) / this.placed.length - 1) < 1e-9) {
      this.moving.style.transform = `translateX(${axis.l2p(this.placed.start)}px)`
      return
    }
    this.placed = { moving: this.moving, start, length: end - start }
    this.moving.style.transform = ""
    for (const { at, made, gap } of this.labels) made.style.transform = `translateX(${axis.l2p(at) + gap}px)`
  }
}

