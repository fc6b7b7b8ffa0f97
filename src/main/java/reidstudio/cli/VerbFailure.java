package reidstudio.cli;

/** A verb that cannot go on. */
final class VerbFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final Exit exit;

  /** With one sentence for the user. */
  VerbFailure(Exit exit, String sentence) {
    super(sentence);
    this.exit = exit;
  }

  Exit exit() {
    return exit;
  }
}
