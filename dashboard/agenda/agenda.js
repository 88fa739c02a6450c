// Everything goes into the page as text nodes: no text of a document can become markup.
function element(tag, className, text = "") {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  if (text) made.dir = "auto"
  return made
}

function entry(told, chosen, choose) {
  const item = element("li", "")
  const button = element("button", "event")
  button.type = "button"
  button.dataset.event = told.id
  if (told.id === chosen) button.setAttribute("aria-current", "true")
  button.append(element("span", "label", told.label))
  if (told.clock) button.firstChild.before(element("span", "clock", told.clock))
  const about = element("span", "about")
  about.append(...told.actors.map((name) => element("bdi", "actor", name)), element("bdi", "source", told.source))
  about.append(...told.notes.map((note) => element("bdi", "note", note)))
  button.append(about)
  button.addEventListener("click", () => choose(told.id))
  item.append(button)
  return item
}

function section(day, number, chosen, choose) {
  const made = element("section", "day")
  const heading = element("h2", "date", day.date)
  heading.id = `day-${number}`
  if (day.note) heading.append(" ", element("span", "known", day.note))
  made.setAttribute("aria-labelledby", heading.id)
  const list = element("ol", "events")
  list.setAttribute("role", "list") // Safari takes the role from a list without bullets
  list.append(...day.entries.map((told) => entry(told, chosen, choose)))
  made.append(heading, list)
  return made
}

// the keys J and K step through the events: the one that they come to must be in sight, and the focus goes along
function follow(root) {
  const focused = root.getRootNode().activeElement?.classList.contains("event")
  const target = root.querySelector('[aria-current="true"]')
  if (!target) return
  if (focused) target.focus({ preventScroll: true })
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches
  target.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" })
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".agenda")
  const days = JSON.stringify(data.days)
  if (root.days !== days) {
    root.days = days
    root.replaceChildren(...data.days.map((day, number) => section(day, number, data.chosen, (id) => setTriggerValue("click", id))))
  }
  for (const button of root.querySelectorAll(".event")) {
    if (button.dataset.event === data.chosen) button.setAttribute("aria-current", "true")
    else button.removeAttribute("aria-current")
  }
  if (data.chosen && data.chosen !== root.chosen) requestAnimationFrame(() => follow(root))
  root.chosen = data.chosen
}
