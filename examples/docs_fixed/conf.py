"""The twin of examples/docs without its barriers.

Build: ``python -m sphinx -q -b html examples/docs_fixed OUT``. Compare: ``diff -ru examples/docs examples/docs_fixed``.
Pictures, film and the base of the theme are those of examples/docs.
"""

project = "Parley"
author = "Larkfield Systems"
project_copyright = "2026, Larkfield Systems"
release = "4.2"

html_theme = "parley_fixed"
html_theme_path = ["../docs/theme", "theme"]
html_theme_options = {"enable_search_shortcuts": False}
html_title = "Parley 4.2 documentation"
html_static_path = ["../docs/_static", "_static"]
html_extra_path = ["legacy"]
html_use_index = False
html_permalinks = False
html_scaled_image_link = False
pygments_style = "xcode"
