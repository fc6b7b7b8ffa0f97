package reidstudio.ui.common;

import reidstudio.command.CommandAck;
import reidstudio.command.RunCommand;
import reidstudio.command.RunControl;

/** Sends commands and tells the user when one is refused. */
public final class CommandSender {
  private final RunControl control;
  private final ErrorFunnel errors;

  /** Sends to {@code control}. */
  public CommandSender(RunControl control, ErrorFunnel errors) {
    this.control = control;
    this.errors = errors;
  }

  /** Whether {@code command} was accepted. */
  public boolean send(RunCommand command) {
    CommandAck ack = control.submit(command);
    if (ack instanceof CommandAck.Refused refused) {
      errors.refused(refused.reason());
      return false;
    }
    return true;
  }
}
