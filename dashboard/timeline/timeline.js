// The view belongs to the browser: it moves at once, tells the server where it came to rest, and keeps it when an answer arrives.
const REST = 100 // ms without movement before the server is told where a hand came to rest; of a step it hears at once
const ROW = 11 // px above and below a row that still hit it

class Timeline {
  constructor(root, phrases) {
    this.root = root
    this.say = (name, values) => say(phrases, name, values)
    this.lastWheel = 0
    this.pointers = new Map()
    const head = element("div", "dl-head", root)
    const bar = element("div", "dl-bar", head, { role: "toolbar", "aria-label": this.say("toolbar") })
    this.before = button(bar, "dl-before", "", () => this.step(this.data.edges[0].view))
    this.zoom = element("div", "dl-zoom", bar)
    const sought = { type: "search", maxlength: 100, placeholder: this.say("sought"), "aria-label": this.say("sought.about") }
    this.sought = element("input", "dl-sought", bar, sought)
    this.lanes = new Lanes(this, bar)
    this.range = element("output", "dl-range", bar)
    this.after = button(bar, "dl-after", "", () => this.step(this.data.edges[1].view))
    this.problem = element("p", "dl-problem", head, { role: "alert" })
    this.signs = element("details", "dl-legend", head)
    element("summary", "", this.signs).textContent = this.say("legend")
    this.signs.open = innerWidth > 640
    this.legend = element("ul", "", this.signs, { "aria-label": this.say("legend.about") })
    this.axis = element("div", "dl-axis", head, { "aria-hidden": "true" })
    this.chart = element("div", "dl-chart", root)
    this.plot = element("div", "dl-plot", this.chart, { tabindex: "0", role: "group" })
    this.sheet = new Sheet(this.chart)
    this.lanes.beside(this.chart)
    this.nothing = element("p", "dl-nothing", root, { role: "status" })
    this.folded = element("p", "dl-folded", root)
    this.overview = new Overview(this, root)
    this.listen()
  }

  // ---- drawing -------------------------------------------------------------------------------------------------------

  async update(data, tell) {
    Object.assign(this, { data, tell })
    if (data.sought) this.errand = data.sought // it is told once, and holds though another picture comes before this one is drawn
    const drawing = plotly(data.plotly) // long to come: it is fetched while the width goes to the server and back
    if (this.measure() !== data.width) return // another picture is on its way
    await drawing
    if (this.data !== data) return
    this.draw()
    if (this.errand) this.answer(this.errand)
    this.errand = undefined
  }

  measure() {
    const width = Math.round(this.root.getBoundingClientRect().width)
    if (width && width !== this.told) {
      this.told = width
      if (width !== this.data.width) this.tell.state("width", width)
    }
    return width || this.data.width
  }

  draw() {
    clearTimeout(this.waiting)
    if (this.pointers.size || performance.now() - this.lastWheel < REST) {
      this.waiting = setTimeout(() => this.draw(), REST) // never under the visitor's hand
      return
    }
    const { data, layout } = structuredClone(this.data.figure)
    if (this.drawn) layout.xaxis.range = this.coming()
    this.reveal(layout)
    if (String(layout.xaxis.range) !== String(this.data.view)) this.report(layout.xaxis.range)
    window.Plotly.react(this.plot, data, layout, { scrollZoom: true, displayModeBar: false, doubleClick: false, showTips: false })
    this.sheet.draw(this.data.sheet, this.plot._fullLayout)
    this.overview.draw(this.data.overview)
    if (!this.drawn) {
      this.drawn = true
      this.plot.on("plotly_relayouting", () => this.follow())
      this.plot.on("plotly_relayout", () => this.moved())
    }
    this.describe()
    this.follow()
  }

  reveal(layout) {
    const chosen = this.data.selected
    const isNew = chosen && chosen.id !== this.selected
    this.selected = chosen?.id
    if (!isNew) return
    const [start, end] = layout.xaxis.range
    if (chosen.at[0] < end && chosen.at[1] > start) return
    const middle = (chosen.at[0] + chosen.at[1]) / 2
    layout.xaxis.range = [middle - (end - start) / 2, middle + (end - start) / 2]
  }

  describe() {
    const { edges, words, units } = this.data
    const [before, after] = edges.map(({ count }) => count)
    for (const [name, count] of Object.entries({ before, after })) {
      this[name].disabled = !count
      this[name].textContent = this.say(name, { count })
    }
    const { inside, count, folded } = this.data
    this.range.textContent = words
    if (inside < count) element("span", "dl-inside", this.range).textContent = ` · ${this.say("inside", { inside, count })}`
    this.range.title = this.say("inside.about", { inside, count })
    this.nothing.textContent = inside || !count ? "" : this.say("nothing", { before, after })
    this.folded.replaceChildren(folded.length ? this.say("folded", { count: folded.length }) : "")
    for (const lane of folded) {
      button(this.folded, "", this.say("counted", lane), () => this.step(lane.view), this.say("folded.show", lane))
    }
    this.label()
    this.explain()
    this.lanes.draw()
    this.plot.setAttribute("aria-label", this.say("named", { count, view: words }))
    const names = ["all", ...Object.keys(units)]
    if (this.zoom.dataset.names === String(names)) return
    this.zoom.dataset.names = names
    this.zoom.replaceChildren()
    button(this.zoom, "", "−", () => this.step(this.scaled(2)), this.say("out"))
    for (const name of names) button(this.zoom, "", this.say(`unit.${name}`), () => this.show(name), this.say(`show.${name}`))
    button(this.zoom, "", "+", () => this.step(this.scaled(0.5)), this.say("in"))
  }

  explain() {
    const told = JSON.stringify(this.data.legend)
    if (this.legend.dataset.told === told) return
    this.legend.dataset.told = told
    this.legend.replaceChildren()
    for (const [about, outline, solid] of this.data.legend) {
      const entry = element("li", "", this.legend)
      const sign = document.createElementNS("http://www.w3.org/2000/svg", "svg")
      sign.setAttribute("viewBox", "0 0 24 14")
      sign.setAttribute("aria-hidden", "true")
      sign.setAttribute("class", solid ? "dl-solid" : "")
      sign.append(document.createElementNS(sign.namespaceURI, "path"))
      sign.firstChild.setAttribute("d", outline)
      entry.append(sign, about)
    }
  }

  // what became of a date that was typed
  answer({ view, problem }) {
    this.problem.textContent = problem ?? ""
    if (view) this.step(view)
  }

  // the words of the time axis, which stay in sight above the lanes
  label() {
    const texts = this.data.axis.map(([at, text, context]) => {
      const made = element("span", "", this.axis)
      made.append(text)
      if (context) made.append(document.createElement("br"), context)
      return { at, made, half: 0 }
    })
    this.axis.replaceChildren(...texts.map(({ made }) => made))
    for (const text of texts) text.half = text.made.offsetWidth / 2
    this.texts = texts
  }

  // axis and window go with the view
  follow() {
    this.tie()
    const { xaxis, width } = this.plot._fullLayout
    this.sheet.follow(xaxis)
    for (const { at, made, half } of this.texts) {
      const x = xaxis._offset + xaxis.l2p(at)
      made.hidden = x < xaxis._offset || x > xaxis._offset + xaxis._length || x < half || x + half > width
      made.style.transform = `translateX(${x - half}px)`
    }
    this.overview.follow(this.view(), this.data.words)
  }

  // ---- moving --------------------------------------------------------------------------------------------------------

  view() {
    return this.plot._fullLayout.xaxis.range.map(Number)
  }

  // where a button, a key or a typed date leads; a hand that turns or drags goes, and the server hears of it when it rests
  step(view) {
    this.go(view)
    this.report(this.next)
  }

  go([start, end]) {
    const [low, high] = this.reach()
    const length = Math.min(Math.max(end - start, NARROWEST), high - low)
    const from = Math.min(Math.max((start + end - length) / 2, low), high - length)
    this.next = [from, from + length]
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined
      window.Plotly.relayout(this.plot, { "xaxis.range": this.next })
    })
  }

  reach() {
    const { minallowed, maxallowed } = this.plot._fullLayout.xaxis
    return [minallowed, maxallowed]
  }

  moved() {
    this.follow()
    this.settle(this.view())
  }

  settle(view) {
    clearTimeout(this.resting)
    this.resting = setTimeout(() => this.report(view), REST)
  }

  report(view) {
    clearTimeout(this.resting)
    if (String(view) === this.reported) return
    this.reported = String(view)
    this.tell.state("view", view)
  }

  coming() {
    return this.next && this.frame ? this.next : this.view()
  }

  by(share) {
    const [start, end] = this.coming()
    return [start + share * (end - start), end + share * (end - start)]
  }

  scaled(factor, at) {
    const [start, end] = this.coming()
    const still = at ?? (start + end) / 2
    return [still - (still - start) * factor, still + (end - still) * factor]
  }

  show(name) {
    if (name === "all") return this.step(this.data.whole)
    const [start, end] = this.view()
    const chosen = this.data.selected?.at
    const middle = chosen && chosen[0] < end && chosen[1] > start ? (chosen[0] + chosen[1]) / 2 : (start + end) / 2
    const half = this.data.units[name] / 2
    this.step([middle - half, middle + half])
  }

  // ---- hands ---------------------------------------------------------------------------------------------------------

  listen() {
    const { plot } = this
    new ResizeObserver(() => this.data && this.measure()).observe(this.root)
    plot.addEventListener("keydown", (event) => this.key(event))
    this.sought.addEventListener("keydown", (event) => {
      event.stopPropagation()
      if (event.key === "Enter" && this.sought.value.trim()) this.tell.trigger("sought", this.sought.value)
    })
    plot.addEventListener("wheel", (event) => this.wheel(event), { capture: true, passive: false })
    // Plotly would keep a finger from scrolling the page: fingers are ours
    plot.addEventListener("touchstart", (event) => event.stopPropagation(), { capture: true, passive: true })
    // and two of them the browser would take to zoom the page
    plot.addEventListener("touchmove", (event) => event.touches.length > 1 && event.preventDefault(), { capture: true, passive: false })
    plot.addEventListener("pointerdown", (event) => this.down(event), { capture: true })
    plot.addEventListener("pointermove", (event) => this.drawn && this.tie(this.pointers.size ? undefined : this.hit(event)?.[0]))
    plot.addEventListener("pointerleave", () => this.tie())
  }

  key(event) {
    const keys = {
      ArrowLeft: () => this.by(-0.2),
      ArrowRight: () => this.by(0.2),
      PageUp: () => this.by(-0.9),
      PageDown: () => this.by(0.9),
      "+": () => this.scaled(0.5),
      "=": () => this.scaled(0.5),
      "-": () => this.scaled(2),
      Home: () => this.data.whole,
    }
    if (!this.drawn || !keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const view = keys[event.key]()
    if (event.repeat) this.go(view)
    else this.step(view)
  }

  wheel(event) {
    if (!this.drawn || !event.target.classList.contains("nsewdrag")) return
    this.lastWheel = performance.now()
    const [start, end] = this.view()
    const [low, high] = this.data.whole
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault()
      event.stopPropagation()
      this.go(this.by(sideways / this.plot._fullLayout.xaxis._length))
    } else if (event.deltaY > 0 && start <= low && end >= high) {
      event.stopPropagation() // all is shown: the wheel scrolls the page
    }
  }

  // the event under the pointer, in each lane that it appears in
  tie(id) {
    if (id === this.tied) return
    this.tied = id
    this.plot.classList.toggle("dl-over", id !== undefined)
    this.chart.querySelectorAll(".dl-tie").forEach((old) => old.remove())
    if (id === undefined) return
    const { xaxis, yaxis } = this.plot._fullLayout
    const inside = (x) => Math.min(Math.max(x, 0), xaxis._length)
    for (const [, start, end, left, right, y] of this.data.hits.filter((hit) => hit[0] === id)) {
      const from = inside(xaxis.l2p(start) - left - 6)
      const to = inside(xaxis.l2p(end) + right + 4)
      if (from === to) continue
      const shade = element("div", "dl-tie", this.chart)
      const top = this.plot.offsetTop + yaxis._offset + yaxis.l2p(y) - ROW
      Object.assign(shade.style, { left: `${this.plot.offsetLeft + xaxis._offset + from}px`, width: `${to - from}px`, top: `${top}px` })
    }
  }

  place(event) {
    const box = this.plot.getBoundingClientRect()
    const { xaxis, yaxis } = this.plot._fullLayout
    return { x: event.clientX - box.left - xaxis._offset, y: yaxis.p2l(event.clientY - box.top - yaxis._offset), axis: xaxis }
  }

  hit(event) {
    const { x, y, axis } = this.place(event)
    if (x < 0 || x > axis._length) return undefined
    const distance = ([, start, end]) => Math.abs(x - axis.l2p((start + end) / 2))
    return this.data.hits
      .filter(([, start, end, left, right, row]) => Math.abs(y - row) <= ROW && x >= axis.l2p(start) - left && x <= axis.l2p(end) + right)
      .sort((one, two) => distance(one) - distance(two))[0]
  }

  down(event) {
    if (!this.drawn || event.button > 0) return
    this.pointers.set(event.pointerId, { from: event, at: event })
    if (this.pointers.size > 1) return
    // until all are up again, wherever they go meanwhile
    this.held = new AbortController()
    const { signal } = this.held
    window.addEventListener("pointermove", (moved) => this.move(moved), { signal })
    window.addEventListener("pointerup", (lifted) => this.up(lifted), { signal })
    window.addEventListener("pointercancel", (lost) => this.release(lost), { signal })
  }

  release(event) {
    const held = this.pointers.get(event.pointerId)
    this.pointers.delete(event.pointerId)
    if (!this.pointers.size) this.held.abort()
    return held
  }

  move(event) {
    const held = this.pointers.get(event.pointerId)
    if (!held) return
    if (event.pointerType === "mouse" && !event.buttons) return void this.release(event) // let go outside of the page
    const before = held.at
    held.at = event
    if (event.pointerType !== "touch" || Math.abs(event.clientX - held.from.clientX) < CLICK) return
    const length = this.plot._fullLayout.xaxis._length
    if (this.pointers.size === 1) {
      this.go(this.by((before.clientX - event.clientX) / length))
    } else {
      const other = [...this.pointers.values()].find((one) => one !== held).at
      const gap = (one) => Math.max(Math.abs(one.clientX - other.clientX), 20)
      this.go(this.scaled(gap(before) / gap(event), this.plot._fullLayout.xaxis.p2l(this.place(other).x)))
    }
  }

  up(event) {
    const held = this.release(event)
    if (!held || Math.hypot(event.clientX - held.from.clientX, event.clientY - held.from.clientY) > CLICK) return
    const found = this.hit(event)
    if (found) this.tell.trigger("click", found[0])
  }

}

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".dl-timeline")
  root.timeline ??= new Timeline(root, data.phrases)
  root.timeline.update(data, { state: setStateValue, trigger: setTriggerValue })
}
