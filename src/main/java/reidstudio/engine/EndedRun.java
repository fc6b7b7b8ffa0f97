package reidstudio.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import reidstudio.config.RunConfig;
import reidstudio.event.RunState;
import reidstudio.event.TrainingEvent.DiagnosisFinished;
import reidstudio.event.TrainingEvent.Evaluated;

/** The folder of a run that nobody writes, taken in charge by this process until it is closed. */
public interface EndedRun extends AutoCloseable {
  /** Where it is. */
  Path folder();

  /** What the run was asked to do. */
  RunConfig config();

  /** Its last state; empty if it never had one. A killed run's is not terminal. */
  Optional<RunState> state();

  /** The steps that could not be applied, for a value of theirs was not finite. */
  Set<Long> nonFiniteSteps();

  /**
   * Has all further events of the run recorded behind those that are there. From now on {@link
   * #close} does nothing.
   *
   * @param config what it is to do now
   * @param step the last step that counts; what was recorded of later ones is no part of the run
   * @throws IOException with one sentence for the user
   */
  void goOn(RunConfig config, long step) throws IOException;

  /**
   * Writes down an evaluation behind what was recorded, and shows it where the run is still shown.
   *
   * @throws IOException with one sentence for the user
   */
  void record(Evaluated event) throws IOException;

  /**
   * Writes down a diagnosis of the run as it stood after {@code step}, and shows it where the run
   * is still shown.
   *
   * @throws IOException with one sentence for the user
   */
  void record(DiagnosisFinished event, long step) throws IOException;

  /** Lets go of the folder. */
  @Override
  void close();
}
