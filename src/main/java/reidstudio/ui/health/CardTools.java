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
 * @param steps shows steps on the charts
 */
record CardTools(Widgets widgets, EngineWords words, NextRun next, Consumer<Span> steps) {
  Messages messages() {
    return widgets.messages();
  }
}
