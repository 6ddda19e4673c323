"""Reports of a stored run. One format is one file, found by scanning; all of them only read."""
