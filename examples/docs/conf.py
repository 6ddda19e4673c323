"""The Parley documentation as its team shipped it, barriers included.

Build: ``python -m sphinx -q -b html examples/docs OUT``. The barriers are listed in BARRIERS.md.
"""

project = "Parley"
author = "Larkfield Systems"
project_copyright = "2026, Larkfield Systems"
release = "4.2"

html_theme = "parley"
html_theme_path = ["theme"]
html_title = "Parley 4.2 documentation"
html_static_path = ["_static"]
html_extra_path = ["legacy"]
html_use_index = False
pygments_style = "friendly"
