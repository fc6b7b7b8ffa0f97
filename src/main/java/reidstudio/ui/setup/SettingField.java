package reidstudio.ui.setup;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import reidstudio.config.Problem;

/** A setting while it is edited: its text, and what is wrong with it. */
final class SettingField {
  private final Setting setting;
  private final String standard;
  private final StringProperty text;
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();

  /**
   * @param standard its default as a user would type it
   */
  SettingField(Setting setting, String standard) {
    this.setting = setting;
    this.standard = setting.plainly(standard);
    text = new SimpleStringProperty(this.standard);
  }

  Setting setting() {
    return setting;
  }

  StringProperty textProperty() {
    return text;
  }

  String text() {
    return text.get() == null ? "" : text.get().strip();
  }

  /** Null while there is nothing wrong. */
  ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  void setProblem(Problem found) {
    problem.set(found);
  }

  boolean isChanged() {
    return !setting.plainly(text()).equals(standard);
  }

  void reset() {
    text.set(standard);
  }
}
