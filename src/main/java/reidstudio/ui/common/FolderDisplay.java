package reidstudio.ui.common;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** Shows folders, and tells why one cannot be shown. */
public final class FolderDisplay implements FolderOpener {
  private final FolderCommand command;
  private final ErrorFunnel errors;
  private final Executor io;
  private final Executor fx;

  /**
   * Shows folders with {@code command}.
   *
   * @param io may block
   * @param fx runs on the JavaFX thread
   */
  public FolderDisplay(FolderCommand command, ErrorFunnel errors, Executor io, Executor fx) {
    this.command = command;
    this.errors = errors;
    this.io = io;
    this.fx = fx;
  }

  @Override
  public void open(Path folder) {
    io.execute(
        () -> {
          try {
            command.show(folder);
          } catch (IOException e) {
            fx.execute(() -> errors.failed(e));
          }
        });
  }
}
