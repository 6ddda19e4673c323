"""Evidence: frozen facts collected from a page. One collector is one file; only this room and `browser` touch a page."""
