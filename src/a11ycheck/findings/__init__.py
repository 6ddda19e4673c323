"""What findings are to people: identity across runs, grouping by cause, secrets taken out."""
