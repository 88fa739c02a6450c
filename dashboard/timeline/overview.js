// The whole span beneath the chart, and the window on it, which is the view.
const GRIP = 8 // px at the ends of the window that resize it

class Overview {
  constructor(timeline, root) {
    this.timeline = timeline
    const foot = element("div", "dl-foot", root)
    this.overview = element("div", "dl-overview", foot)
    this.window = element("div", "dl-window", foot, { tabindex: "0", role: "slider", "aria-label": timeline.say("window") })
    this.window.addEventListener("keydown", (event) => timeline.key(event))
    this.window.addEventListener("pointerdown", (event) => this.grab(event))
    this.overview.addEventListener("click", (event) => this.jump(event))
  }

  // the overview stays as it is while one moves through time
  draw(overview) {
    const told = JSON.stringify(overview)
    if (told === this.surveyed) return
    this.surveyed = told
    const { data, layout } = JSON.parse(told)
    window.Plotly.react(this.overview, data, layout, { staticPlot: true })
  }

  follow(view, words) {
    const { xaxis: axis, yaxis: height } = this.overview._fullLayout
    const [start, end] = view.map((at) => Math.min(Math.max(axis.l2p(at), 0), axis._length))
    const top = this.overview.offsetTop + height._offset
    const left = this.overview.offsetLeft + axis._offset + Math.min(start, axis._length - GRIP)
    Object.assign(this.window.style, { left: `${left}px`, width: `${end - start}px`, top: `${top}px`, height: `${height._length}px` })
    const [low, high] = axis.range
    const share = (view[0] + view[1] - 2 * low) / (2 * (high - low))
    const told = { min: 0, max: 100, now: Math.round(100 * Math.min(Math.max(share, 0), 1)), text: words }
    for (const [name, value] of Object.entries(told)) this.window.setAttribute(`aria-value${name}`, value)
  }

  jump(event) {
    if (!this.timeline.drawn || event.button > 0) return
    const { xaxis: axis } = this.overview._fullLayout
    const at = axis.p2l(event.clientX - this.overview.getBoundingClientRect().left - axis._offset)
    const half = (this.timeline.view()[1] - this.timeline.view()[0]) / 2
    this.timeline.step([at - half, at + half])
  }

  // the window on the overview: its ends resize the view, its middle moves it
  grab(event) {
    event.preventDefault()
    this.window.focus()
    const box = this.window.getBoundingClientRect()
    const [start, end] = this.timeline.view()
    const axis = this.overview._fullLayout.xaxis
    const wide = box.width > 3 * GRIP
    const left = wide && event.clientX - box.left < GRIP
    const right = wide && box.right - event.clientX < GRIP
    this.window.setPointerCapture(event.pointerId)
    this.timeline.pointers.set("window", { from: event, at: event })
    const drag = (now) => {
      const shift = ((now.clientX - event.clientX) / axis._length) * (axis.range[1] - axis.range[0])
      this.timeline.go([right ? start : Math.min(start + shift, left ? end - NARROWEST : Infinity), left ? end : Math.max(end + shift, right ? start + NARROWEST : -Infinity)])
    }
    const drop = () => {
      this.timeline.pointers.delete("window")
      this.window.removeEventListener("pointermove", drag)
    }
    this.window.addEventListener("pointermove", drag)
    this.window.addEventListener("pointerup", drop, { once: true })
    this.window.addEventListener("pointercancel", drop, { once: true })
  }
}
