package reidstudio.data.image;

/**
 * Says that a JPEG file is damaged or of a rare kind, so that another decoder has to look at it.
 * Without a stack trace: it is no news to anybody.
 */
final class UnusualJpegException extends Exception {
  private static final long serialVersionUID = 1;

  UnusualJpegException() {
    super("is no whole baseline JPEG", null, false, false);
  }
}
