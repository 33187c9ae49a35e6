"""What to say to the agent, and when: sparse, traceable, as quick to praise as to correct."""
