// The text comes as pieces and goes into the page as text nodes: nothing in it can become markup.
function mark(piece, data, choose) {
  const [text, events] = piece
  const element = document.createElement("mark")
  element.textContent = text
  element.tabIndex = 0
  element.setAttribute("role", "button")
  element.title = events.map((id) => data.labels[id]).join("\n")
  element.dataset.events = JSON.stringify(events)
  // an expression may date several events: each further click takes the next
  const next = () => choose(events[(events.indexOf(data.chosen) + 1) % events.length])
  element.addEventListener("click", next)
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return
    event.preventDefault()
    next()
  })
  if (events.includes(data.chosen)) element.setAttribute("aria-current", "true")
  return element
}

function draw(root, data, choose) {
  const shown = data.pieces.map((piece) => {
    const element = piece[1].length ? mark(piece, data, choose) : document.createElement("span")
    if (!piece[1].length) element.textContent = piece[0]
    element.classList.toggle("told", piece[2])
    if (piece[3]) element.classList.add(...piece[3].split(" "))
    if (piece[4]) {
      element.classList.add("expression")
      element.title = [piece[4], element.title].filter(Boolean).join("\n")
    }
    return element
  })
  root.lang = data.language
  root.dir = "auto"
  root.replaceChildren(...shown)
}

const selectionIn = (root) => root.getRootNode().getSelection?.() ?? document.getSelection()

// The words that are chosen in the text, as half-open offsets in code points; null where none are.
function chosenWords(root) {
  const selection = selectionIn(root)
  if (!selection || !selection.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer) || !range.toString().trim()) return null
  const before = document.createRange()
  before.setStart(root, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const start = [...before.toString()].length
  return [start, start + [...range.toString()].length]
}

// A button that comes up when words are chosen, and hands them over.
function offer(root, button, hand) {
  let words = null
  const look = () => {
    words = chosenWords(root)
    button.hidden = !words
  }
  button.onmousedown = (event) => event.preventDefault() // the words stay chosen
  button.onclick = () => {
    if (words) hand(words)
    selectionIn(root)?.removeAllRanges() // else the next change of any selection would offer them again
    button.hidden = true
  }
  document.addEventListener("selectionchange", look)
  return () => document.removeEventListener("selectionchange", look)
}

function scroll(root) {
  const places = ['.excerpt[aria-current="true"]', ".excerpt", '[aria-current="true"]', ".told", ".found"] // the excerpt before other mentions
  const target = places.map((place) => root.querySelector(place)).find(Boolean)
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches
  target?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" })
}

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".reader")
  const before = root.dataset.sought
  const place = root.scrollTop
  draw(root, data, (id) => setTriggerValue("click", id))
  root.scrollTop = place
  root.dataset.sought = data.chosen || data.searched
  if (root.dataset.sought && root.dataset.sought !== before) requestAnimationFrame(() => scroll(root))
  const button = parentElement.querySelector(".offer")
  button.hidden = true
  return offer(root, button, (words) => setTriggerValue("words", words))
}
