"""One long run over real documentation and an application: whether workers grow, and what is left behind."""
