// What the parts of the chart share.
const CLICK = 5 // px that a click may wander
const NARROWEST = 60_000 // ms; no view is shorter than a minute

let loading
function plotly(path) {
  loading ??= window.Plotly
    ? Promise.resolve()
    : new Promise((resolve, reject) => {
        const script = document.createElement("script")
        script.src = new URL(`/${path}`, document.baseURI)
        script.onload = resolve
        script.onerror = () => reject(new Error(`cannot load ${script.src}`))
        document.head.append(script)
      })
  return loading
}

function element(tag, className, parent, attributes = {}) {
  const made = document.createElement(tag)
  made.className = className
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  parent.append(made)
  return made
}

function button(parent, className, text, act, label) {
  const made = element("button", className, parent, label ? { type: "button", "aria-label": label, title: label } : { type: "button" })
  made.textContent = text
  made.addEventListener("click", act)
  return made
}
