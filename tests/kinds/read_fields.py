"""The fields that a question reads of what is posted, found out by watching it read."""


class Reads(dict):
    """Posted fields that note which of them were looked at."""

    def __init__(self):
        super().__init__()
        self.names = set()

    def get(self, name, default=None):
        self.names.add(name)
        return super().get(name, default)


def fields_of(question):
    """The names of all fields that the question looks at."""
    fields = Reads()
    question.kind.parse(question, fields, "en")
    return fields.names
