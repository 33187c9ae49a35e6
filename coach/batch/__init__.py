"""Many recordings at once: on all cores of this computer, or on a cluster."""
