"""`python -m stemma` is the command `stemma`."""

from stemma.presentations.cli import main

if __name__ == "__main__":
    main()
