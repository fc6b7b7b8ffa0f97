package reidstudio.ui.dataset;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import reidstudio.data.audit.IdentityItems;
import reidstudio.data.audit.Verified;

/** The identities of a data folder, those that are searched for, and the one that is looked at. */
public final class WallViewModel {
  private final ObservableList<IdentityItems> people = FXCollections.observableArrayList();
  private final ObjectProperty<IdentityItems> chosen = new SimpleObjectProperty<>();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<IdentityFilter> filter =
      new SimpleObjectProperty<>(IdentityFilter.ALL);
  private final ReadOnlyIntegerWrapper all = new ReadOnlyIntegerWrapper();
  private List<IdentityItems> everybody = List.of();

  /** Shows the people of what {@code verify} finds. */
  public WallViewModel(VerifyViewModel verify) {
    verify.resultProperty().subscribe(this::take);
    search.addListener(changed -> list());
    filter.addListener(changed -> list());
  }

  /** Those who are searched for. */
  ObservableList<IdentityItems> people() {
    return people;
  }

  /** How many there are without a search. */
  ReadOnlyIntegerProperty allProperty() {
    return all.getReadOnlyProperty();
  }

  /** Whose pictures are shown; null if there is nobody. */
  ObjectProperty<IdentityItems> chosenProperty() {
    return chosen;
  }

  /** Part of an identity. */
  StringProperty searchProperty() {
    return search;
  }

  ObjectProperty<IdentityFilter> filterProperty() {
    return filter;
  }

  /** The next one of the list, or the one before for −1. */
  void step(int by) {
    int at = people.indexOf(chosen.get()) + by;
    if (at >= 0 && at < people.size()) {
      chosen.set(people.get(at));
    }
  }

  /** Shows {@code identity}, of the training split if it is in both. */
  void show(String identity) {
    everybody.stream()
        .filter(person -> person.identity().equals(identity))
        .findFirst()
        .ifPresent(
            person -> {
              if (!people.contains(person)) {
                search.set("");
                filter.set(IdentityFilter.ALL);
              }
              chosen.set(person);
            });
  }

  private void take(Verified verified) {
    List<IdentityItems> found = verified == null ? List.of() : verified.people();
    if (!found.equals(everybody)) {
      everybody = found;
      all.set(found.size());
      list();
    }
  }

  /** Who was looked at is looked at further if still in the list. */
  private void list() {
    IdentityItems before = chosen.get();
    String wanted = search.get().strip().toLowerCase(Locale.ROOT);
    people.setAll(
        everybody.stream()
            .filter(person -> filter.get().takes(person))
            .filter(person -> person.identity().toLowerCase(Locale.ROOT).contains(wanted))
            .toList());
    IdentityItems next =
        people.stream()
            .filter(person -> before != null && isSame(person, before))
            .findFirst()
            .orElse(people.isEmpty() ? null : people.get(0));
    chosen.set(next);
  }

  private static boolean isSame(IdentityItems one, IdentityItems other) {
    return one.identity().equals(other.identity()) && one.isTraining() == other.isTraining();
  }
}
