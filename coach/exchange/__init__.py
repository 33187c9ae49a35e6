"""Sessions for other programs (annotation, phonetics, players, tables), and other people's annotations for Coach."""
