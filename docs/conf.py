"""The handbook: `sphinx-build -b html docs docs/_build/html`, or `-b a11y` to build and audit it."""

import sys
from pathlib import Path

from a11ycheck import __version__

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "a11ycheck"
author = "The a11ycheck authors"
release = __version__
extensions = ["myst_parser", "a11ycheck.sphinx_ext", "accessible", "reference"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build", "acr/*.html"]
html_theme = "furo"
html_title = f"a11ycheck {release}"
html_static_path = ["_static"]
html_css_files = ["handbook.css"]
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
