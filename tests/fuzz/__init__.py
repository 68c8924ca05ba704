"""What nobody would write: programs and files made from the repository's own by mutation."""
