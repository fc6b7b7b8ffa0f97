package reidstudio.engine;

import java.time.Clock;
import reidstudio.event.EventSink;
import reidstudio.event.Severity;
import reidstudio.event.TrainingEvent;
import reidstudio.event.TrainingEvent.LogLine;

/**
 * Tells about one run.
 *
 * @param run the run's name; empty outside any run
 * @param sink where events go
 * @param clock for their time
 */
record RunLog(String run, EventSink sink, Clock clock) {
  void info(String text) {
    line(Severity.INFO, text);
  }

  void warning(String text) {
    line(Severity.WARNING, text);
  }

  void error(String text) {
    line(Severity.ERROR, text);
  }

  void publish(TrainingEvent event) {
    sink.publish(event);
  }

  long now() {
    return clock.millis();
  }

  void line(Severity severity, String text) {
    sink.publish(new LogLine(run, now(), severity, text));
  }
}
