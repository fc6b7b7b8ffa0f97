package reidstudio.command;

/** The only way from a button or a verb to the engine. */
@FunctionalInterface
public interface RunControl {
  /**
   * Accepts or refuses without waiting for the engine. What begins or continues a run, or evaluates
   * an ended one, waits for the disk with its folder; all else answers at once.
   */
  CommandAck submit(RunCommand command);
}
