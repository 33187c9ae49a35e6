"""Speed, memory and delay on this machine, beside the bare models. Everything measured runs in a process of its own."""
