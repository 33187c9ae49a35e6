"""The command line, one verb a file. Light to import: Qt, MediaPipe and the rest are loaded by the verb that runs."""
