package reidstudio.command;

/** The only way from a button or a verb to the engine. */
@FunctionalInterface
public interface RunControl {
  /** Accepts or refuses at once, without waiting for the engine. */
  CommandAck submit(RunCommand command);
}
