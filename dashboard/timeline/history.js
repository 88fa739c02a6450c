// Where one moves through time the address follows, but not step by step: "back" leads to what was chosen before, not to each place on the way.
const apart = (address) => {
  const url = new URL(address, document.baseURI)
  url.searchParams.delete("view")
  return `${url.origin}${url.pathname}?${url.searchParams}`
}
if (!window.datelineHistory) {
  const push = (window.datelineHistory = history.pushState.bind(history))
  history.pushState = (state, unused, address) => {
    if (address && apart(address) === apart(location.href)) history.replaceState(state, unused, address)
    else push(state, unused, address)
  }
}

