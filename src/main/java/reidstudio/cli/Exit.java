package reidstudio.cli;

/** How a verb ended, as a script sees it. */
enum Exit {
  /** All is well. */
  OK(0),
  /** A check found a problem, data cannot be used, or the run failed. */
  PROBLEM(1),
  /** Wrong usage or bad configuration; nothing was begun. */
  USAGE(2),
  /** Ctrl+C: 128 and the number of the signal, as shells have it. */
  INTERRUPTED(130);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
