"""What a recording showed, for people and programs: JSON document, terminal summary, page. Pure."""
