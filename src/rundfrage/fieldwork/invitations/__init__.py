"""Inviting people: addresses from a file, a letter in each language, and the post that takes it."""
