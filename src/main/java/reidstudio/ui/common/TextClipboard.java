package reidstudio.ui.common;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts text on the system's clipboard and says so. */
public final class TextClipboard {
  private final ErrorFunnel errors;
  private final Messages messages;

  /** Confirms through {@code errors}. */
  public TextClipboard(ErrorFunnel errors, Messages messages) {
    this.errors = errors;
    this.messages = messages;
  }

  /** Copies {@code text}. */
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    errors.confirm(messages.get("common.copied"));
  }
}
