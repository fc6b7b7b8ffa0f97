package reidstudio.ui.common;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.command.RunControl;

/** Sends commands and tells the user when one is refused. */
public final class CommandSender {
  private final RunControl control;
  private final ErrorFunnel errors;
  private final Executor io;
  private final Executor fx;

  /**
   * Sends to {@code control}.
   *
   * @param io may block
   * @param fx runs on the JavaFX thread
   */
  public CommandSender(RunControl control, ErrorFunnel errors, Executor io, Executor fx) {
    this.control = control;
    this.errors = errors;
    this.io = io;
    this.fx = fx;
  }

  /** Whether {@code command}, which needs no disk, was accepted. */
  public boolean send(RunCommand command) {
    return isAccepted(control.submit(command));
  }

  /**
   * Begins a run, for which a folder is made.
   *
   * @param answered hears on the JavaFX thread whether it was accepted
   */
  public void begin(RunCommand.Start start, Consumer<Boolean> answered) {
    io.execute(
        () -> {
          try {
            CommandAck ack = control.submit(start);
            fx.execute(() -> answered.accept(isAccepted(ack)));
          } catch (RuntimeException e) {
            fx.execute(
                () -> {
                  errors.failed(e);
                  answered.accept(false);
                });
          }
        });
  }

  private boolean isAccepted(CommandAck ack) {
    if (ack instanceof CommandAck.Refused refused) {
      errors.refused(refused.reason());
      return false;
    }
    return true;
  }
}
