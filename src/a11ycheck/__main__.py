"""Run the command line as `python -m a11ycheck`."""

from a11ycheck.cli import main

if __name__ == "__main__":
    main()
