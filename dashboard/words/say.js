// A phrase by its name, its values filled in, as dashboard/words/say.py does it: numbers are grouped, `count` decides between one and many.
function say(phrases, name, values = {}) {
  const phrase = phrases[name]
  const text = typeof phrase === "string" ? phrase : phrase[new Intl.PluralRules(phrases.language).select(values.count)]
  return text.replace(/\{(\w+)\}/g, (_, key) => (typeof values[key] === "number" ? values[key].toLocaleString(phrases.language) : values[key]))
}
