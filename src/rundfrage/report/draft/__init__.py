"""What a draft says of a question: one line, one figure, and the phrases they are made of."""
