"""The slides of an automatic deck, made of tables."""
