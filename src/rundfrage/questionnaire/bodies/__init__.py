"""What bodies of kinds are made of: options, items, ratings."""
