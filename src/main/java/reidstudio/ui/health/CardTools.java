package reidstudio.ui.health;

import java.util.function.Consumer;
import reidstudio.event.Span;
import reidstudio.ui.common.EngineWords;
import reidstudio.ui.common.Messages;
import reidstudio.ui.common.Widgets;

/**
 * What a card needs beside its finding.
 *
 * @param next what its change may be tried with
 * @param quickFix tries its change for one epoch
 * @param steps shows steps on the charts
 */
record CardTools(
    Widgets widgets,
    EngineWords words,
    NextRun next,
    QuickFixViewModel quickFix,
    Consumer<Span> steps) {
  Messages messages() {
    return widgets.messages();
  }
}
