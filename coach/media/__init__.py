"""What picture and sound share: opening a recording, telling the silence of a device, playing in real time."""
