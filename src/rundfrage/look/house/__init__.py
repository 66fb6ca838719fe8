"""An organisation's house style, read from its PowerPoint template: colours, fonts, logo, room."""
