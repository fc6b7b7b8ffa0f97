package reidstudio.ui.common;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reidstudio.event.Severity;

/**
 * The one place where refused commands, failures and small confirmations become {@link Notice}s. A
 * notice that repeats an open one only raises its count.
 */
public final class ErrorFunnel {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorFunnel.class);
  private static final int MOST_OPEN = 4;

  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final Messages messages;
  private final EngineWords words;

  /** Words its own sentences with {@code messages}. */
  public ErrorFunnel(Messages messages) {
    this.messages = messages;
    this.words = new EngineWords(messages);
  }

  /** Open notices, newest last. */
  public ObservableList<Notice> notices() {
    return notices;
  }

  /** A command was refused for {@code reason}. */
  public void refused(String reason) {
    show(new Notice(Severity.WARNING, words.of(reason), "", 1));
  }

  /** Something is wrong with a run; {@code action} leads to the reasons. */
  public Notice alarm(String text, Notice.Action action) {
    Notice notice = new Notice(Severity.ERROR, text, "", 1, Optional.of(action));
    show(notice);
    return notice;
  }

  /** Something went well that the user cannot see otherwise. */
  public void confirm(String text) {
    show(new Notice(Severity.INFO, text, "", 1));
  }

  /** Something was done that {@code undo} takes back. */
  public void done(String text, Notice.Action undo) {
    show(new Notice(Severity.INFO, text, "", 1, Optional.of(undo)));
  }

  /** {@code problem} kept something from being done; its own message is the sentence to show. */
  public void failed(Throwable problem) {
    Throwable cause = unwrap(problem);
    LOG.error("shown to the user", cause);
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    show(new Notice(Severity.ERROR, sentence(cause), trace.toString(), 1));
  }

  /** Something failed that has told why; {@code details} are for a report of it. */
  public void failed(String sentence, String details) {
    show(new Notice(Severity.ERROR, sentence, details, 1));
  }

  /** A sentence for {@code problem}: its message, or what kind of problem it is. */
  public String sentence(Throwable problem) {
    Throwable cause = unwrap(problem);
    boolean expected =
        cause instanceof java.io.IOException || cause instanceof IllegalArgumentException;
    String message = cause.getMessage();
    if (message != null && !message.isBlank() && expected) {
      return words.of(message);
    }
    return messages.get("error.unexpected", cause.getClass().getSimpleName());
  }

  /** Takes {@code notice} away. */
  public void dismiss(Notice notice) {
    notices.remove(notice);
  }

  private void show(Notice notice) {
    for (int i = 0; i < notices.size(); i++) {
      if (notices.get(i).repeats(notice)) {
        notices.set(i, notices.get(i).again());
        return;
      }
    }
    if (notices.size() == MOST_OPEN) {
      notices.remove(0);
    }
    notices.add(notice);
  }

  private static Throwable unwrap(Throwable problem) {
    return problem instanceof CompletionException && problem.getCause() != null
        ? problem.getCause()
        : problem;
  }
}
