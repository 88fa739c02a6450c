const FORMATS = ["png", "svg"]

async function save({ figure, name, wanted }) {
  const { width, height } = figure.layout
  const url = await window.Plotly.toImage(figure, { format: wanted.format, width, height, scale: wanted.format === "png" ? 2 : 1 })
  const link = document.createElement("a")
  link.href = url
  link.download = `${name}.${wanted.format}`
  link.click()
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".pictures")
  if (!root.childElementCount) {
    for (const format of FORMATS) {
      const button = document.createElement("button")
      button.type = "button"
      button.textContent = say(data.phrases, `${format}`)
      button.title = data.about
      button.addEventListener("click", () => {
        root.awaited = Date.now()
        setTriggerValue("wanted", { format, serial: root.awaited })
      })
      root.append(button)
    }
  }
  // the answer stays in `data` over later runs: only the one that was asked for is saved, once
  if (data.wanted && data.wanted.serial === root.awaited) {
    root.awaited = undefined
    save(data)
  }
}
