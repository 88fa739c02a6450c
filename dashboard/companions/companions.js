export default function ({ parentElement, data, setTriggerValue }) {
  const most = Math.max(...data.met.map(([, count]) => count))
  const rows = data.met.map(([name, count]) => {
    const row = document.createElement("li")
    const button = document.createElement("button")
    button.type = "button"
    button.title = say(data.phrases, "show", { name })
    for (const [className, text] of [["name", name], ["bar", ""], ["count", count.toLocaleString(data.phrases.language)]]) {
      const part = document.createElement("span")
      part.className = className
      part.textContent = text
      if (className === "name") part.dir = "auto"
      if (className === "bar") part.style.width = `${(100 * count) / most}%`
      button.append(part)
    }
    button.addEventListener("click", () => setTriggerValue("click", name))
    row.append(button)
    return row
  })
  parentElement.querySelector(".companions").replaceChildren(...rows)
}
