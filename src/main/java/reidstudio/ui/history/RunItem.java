package reidstudio.ui.history;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import reidstudio.store.RunListing;

/** A run in the list: stays the same, and selected, while what is known of it changes. */
final class RunItem {
  private final ReadOnlyObjectWrapper<RunListing> listing = new ReadOnlyObjectWrapper<>();

  RunItem(RunListing first) {
    listing.set(first);
  }

  Path folder() {
    return now().folder();
  }

  /** What is known of it. */
  RunListing now() {
    return listing.get();
  }

  ReadOnlyObjectProperty<RunListing> listingProperty() {
    return listing.getReadOnlyProperty();
  }

  /** To be observed by lists. */
  ObjectProperty<RunListing> observed() {
    return listing;
  }

  void set(RunListing other) {
    listing.set(other);
  }
}
