package reidstudio.store;

import java.util.List;

/**
 * What a user says of a run.
 *
 * @param title what it is called; empty for its name
 * @param tags words to find it by, without commas, each once
 * @param notes anything else, may have several lines
 * @param pinned whether it stays on top of the list
 * @param archived whether it is out of sight
 */
public record RunAbout(
    String title, List<String> tags, String notes, boolean pinned, boolean archived) {
  private static final RunAbout NOTHING = new RunAbout("", List.of(), "", false, false);

  public RunAbout {
    title = title.replaceAll("\\s+", " ").strip();
    tags =
        tags.stream()
            .map(tag -> tag.replaceAll("[\\s,]+", " ").strip())
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    notes = notes.strip();
  }

  /** Of a run that nobody has said anything of. */
  public static RunAbout nothing() {
    return NOTHING;
  }

  /** The same under another title. */
  public RunAbout withTitle(String other) {
    return new RunAbout(other, tags, notes, pinned, archived);
  }

  /** The same with other tags. */
  public RunAbout withTags(List<String> others) {
    return new RunAbout(title, others, notes, pinned, archived);
  }

  /** The same with other notes. */
  public RunAbout withNotes(String others) {
    return new RunAbout(title, tags, others, pinned, archived);
  }

  /** The same, on top of the list or not. */
  public RunAbout asPinned(boolean now) {
    return new RunAbout(title, tags, notes, now, archived);
  }

  /** The same, out of sight or not. */
  public RunAbout asArchived(boolean now) {
    return new RunAbout(title, tags, notes, pinned, now);
  }
}
