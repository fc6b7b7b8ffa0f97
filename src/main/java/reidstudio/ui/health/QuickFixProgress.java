package reidstudio.ui.health;

import reidstudio.event.Change;

/**
 * How far the trial of a change is.
 *
 * @param change that is tried
 * @param withChange whether the epoch that trains now is the one with it
 * @param step made of that epoch; 0 before the first
 * @param steps of that epoch; 0 while not known
 * @param epochs that are trained in all, 1 or 2
 * @param stopping whether it was asked to end
 */
record QuickFixProgress(
    Change change, boolean withChange, int step, int steps, int epochs, boolean stopping) {
  /** Share of all steps; negative while it cannot be told. */
  double fraction() {
    double done = withChange && epochs == 2 ? 1 : 0;
    return steps == 0 && done == 0 ? -1 : (done + (double) step / Math.max(1, steps)) / epochs;
  }
}
