package reidstudio.data;

/**
 * One item that is left out.
 *
 * @param reason kind of fault
 * @param name what it is called in the data folder
 * @param detail what {@code reason} does not say; may be empty
 */
public record Skipped(SkipReason reason, String name, String detail) {
  /** Name, reason and detail. */
  public String line() {
    return name + ": " + reason.words() + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
