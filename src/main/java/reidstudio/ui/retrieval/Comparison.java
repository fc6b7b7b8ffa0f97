package reidstudio.ui.retrieval;

import java.nio.file.Path;
import java.util.Optional;
import reidstudio.event.Evaluation;

/**
 * An evaluation that another one can be compared with.
 *
 * @param evaluation its scores
 * @param folder of its run; empty if the run is kept in memory only
 * @param otherRun name of its run if that is not the one in view
 * @param best whether it is offered as the best of that run, not as its last
 */
record Comparison(
    Evaluation evaluation, Optional<Path> folder, Optional<String> otherRun, boolean best) {}
