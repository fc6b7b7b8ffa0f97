package reidstudio.data.layout;

import reidstudio.data.SkipReason;
import reidstudio.data.Skipped;

/** An item that has to be left out; caught where items are gathered, never shown. */
final class UnusableException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Skipped skipped;

  UnusableException(Skipped skipped) {
    super(skipped.line(), null, false, false);
    this.skipped = skipped;
  }

  UnusableException(SkipReason reason, String name, String detail) {
    this(new Skipped(reason, name, detail));
  }

  Skipped skipped() {
    return skipped;
  }
}
