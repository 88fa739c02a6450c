"""The parts that the pages are put together from: each draws itself from the session and has a stable key."""
