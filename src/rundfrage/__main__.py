"""`python -m rundfrage` is the command `rundfrage`."""

from rundfrage.cli import main

if __name__ == "__main__":
    main()
