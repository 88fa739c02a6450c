"""Who takes part: how often, with whom, from when to when, and when nothing is heard of them."""
