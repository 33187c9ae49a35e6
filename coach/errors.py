"""The two kinds of error: the user's world (`KnownError`) and our own bugs (everything else)."""


class KnownError(Exception):
    """Something in the user's world is at fault: a file, a device, a setting, a full disk.

    The message is one clear Spanish sentence that says what failed, where, and what to do about it. The command
    line prints it alone and exits with 1; the window shows it in its notice bar. Never a traceback.
    """
