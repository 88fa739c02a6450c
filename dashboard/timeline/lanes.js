// The lanes of the chart: their names at the left, and the menu that chooses them.
class Lanes {
  constructor(timeline, bar) {
    this.timeline = timeline
    const menu = element("details", "dl-lanes", bar)
    element("summary", "", menu).textContent = timeline.say("lanes")
    this.choices = element("div", "dl-choices", menu)
  }

  beside(chart) {
    this.heads = element("ul", "dl-heads", chart, { "aria-label": this.timeline.say("lanes") })
  }

  draw() {
    this.choose()
    this.head()
  }

  // the menu: how lanes are made, which have a name of their own, in which order
  choose() {
    const { by, ways, names, hidden } = this.timeline.data.lanes
    const told = JSON.stringify(this.timeline.data.lanes)
    if (this.choices.dataset.told === told) return
    this.choices.dataset.told = told
    this.choices.replaceChildren()
    const way = element("select", "", element("label", "", this.choices))
    way.before(`${this.timeline.say("by")} `)
    for (const [key, about] of ways) element("option", "", way, { value: key }).textContent = about
    way.value = by
    way.addEventListener("change", () => this.timeline.tell.state("lanes", { by: way.value }))
    const list = element("ol", "", this.choices)
    const order = names.map(([name]) => name)
    const put = (changed) => this.put(changed)
    names.forEach(([name, count], place) => {
      const row = element("li", "", list)
      const label = element("label", "", row)
      const box = element("input", "", label, { type: "checkbox" })
      box.checked = !hidden.includes(name)
      label.append(` ${this.timeline.say("counted", { name, count })}`)
      box.addEventListener("change", () => put({ hidden: box.checked ? hidden.filter((other) => other !== name) : [...hidden, name] }))
      const up = button(row, "", "↑", () => put({ order: [...order.slice(0, place - 1), name, order[place - 1], ...order.slice(place + 1)] }), this.timeline.say("up", { name }))
      up.disabled = place === 0 || hidden.includes(name)
    })
  }

  put(changed) {
    const { by, order, hidden, closed } = this.timeline.data.lanes
    this.timeline.tell.state("lanes", { by, order, hidden, closed, ...changed })
  }

  // the names of the lanes, by which they are dragged, folded and put away
  head() {
    const { heads, left, narrow, lanes } = this.timeline.data
    const own = new Set(lanes.names.map(([name]) => name))
    const held = this.heads.contains(document.activeElement) && document.activeElement.dataset.act
    this.heads.classList.toggle("dl-narrow", narrow)
    this.heads.style.width = narrow ? "100%" : `${left}px`
    this.heads.replaceChildren()
    for (const { name, top, height, colour, count, hidden, closed } of heads) {
      const made = element("li", "dl-lane", this.heads)
      Object.assign(made.style, { top: `${top}px`, height: `${height}px` })
      made.style.setProperty("--lane", colour)
      const text = element("div", "dl-name", made, { title: name })
      element("bdi", "", text).textContent = name
      if (hidden && !(closed && !narrow)) element("small", "", text).textContent = this.timeline.say("events", { count })
      const acts = element("div", "dl-acts", made)
      const folded = lanes.closed.filter((other) => other !== name)
      const fold = button(acts, "", closed ? "▸" : "▾", () => this.put({ closed: closed ? folded : [...folded, name] }), this.timeline.say(closed ? "unfold" : "fold", { name }))
      fold.setAttribute("aria-expanded", String(!closed))
      fold.dataset.act = `fold-${name}`
      if (!own.has(name)) continue
      const away = button(acts, "", "×", () => this.put({ hidden: [...lanes.hidden, name] }), this.timeline.say("away", { name }))
      away.dataset.act = `×${name}`
      text.addEventListener("pointerdown", (event) => this.lift(event, made, name))
      made.classList.add("dl-own")
    }
    if (held) [...this.heads.querySelectorAll("button")].find((one) => one.dataset.act === held)?.focus({ preventScroll: true })
  }

  // a lane follows the pointer and is dropped between two others
  lift(event, head, name) {
    if (event.button > 0) return
    event.preventDefault()
    event.target.setPointerCapture(event.pointerId)
    this.timeline.pointers.set("lane", { from: event, at: event })
    const move = (now) => (head.style.transform = `translateY(${now.clientY - event.clientY}px)`)
    const drop = (now) => {
      this.timeline.pointers.delete("lane")
      event.target.removeEventListener("pointermove", move)
      head.style.transform = ""
      if (now.type === "pointercancel" || Math.abs(now.clientY - event.clientY) < CLICK) return
      const middle = head.offsetTop + head.offsetHeight / 2 + now.clientY - event.clientY
      const below = this.timeline.data.heads.find((one) => one.name !== name && one.top + one.height / 2 > middle)?.name
      const order = this.timeline.data.lanes.names.map(([other]) => other).filter((other) => other !== name)
      const place = order.indexOf(below)
      order.splice(place < 0 ? order.length - this.timeline.data.lanes.hidden.length : place, 0, name)
      this.put({ order })
    }
    event.target.addEventListener("pointermove", move)
    event.target.addEventListener("pointerup", drop, { once: true })
    event.target.addEventListener("pointercancel", drop, { once: true })
  }
}
