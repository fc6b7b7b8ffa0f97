package reidstudio.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells what the line or stripe under the mouse is: its name, its value there, and how it is
 * computed.
 */
final class ReferenceTip {
  private static final double REACH = 5;
  private static final int DIGITS = 4;

  private ReferenceTip() {}

  /** The limits of a reference at one x; the same twice for a line. */
  private record Place(Reference reference, double low, double high) {
    boolean isLine() {
      return low == high;
    }

    double distance(AxisMap y, double pixel) {
      double top = y.toPixel(high);
      double bottom = y.toPixel(low);
      return Math.max(0, Math.max(top - pixel, pixel - bottom));
    }

    String text() {
      String value = TidyNumber.value(low, DIGITS);
      String values = isLine() ? value : value + " – " + TidyNumber.value(high, DIGITS);
      boolean isSaid = reference instanceof Reference.Level;
      String head = isSaid ? reference.label() : reference.label() + ": " + values;
      return head + "\n" + reference.explanation();
    }
  }

  /** The text for a pixel of the plot; lines come before stripes, which are easier to hit. */
  static Optional<String> at(ChartPicture picture, double pixelX, double pixelY) {
    double x = picture.frame().x().toValue(pixelX);
    AxisMap y = picture.frame().y();
    return places(picture.references(), x).stream()
        .filter(place -> place.distance(y, pixelY) <= (place.isLine() ? REACH : 0))
        .min(
            Comparator.comparing((Place place) -> !place.isLine())
                .thenComparingDouble(place -> place.distance(y, pixelY)))
        .map(Place::text);
  }

  private static List<Place> places(List<Reference> references, double x) {
    List<Place> places = new ArrayList<>();
    for (Reference reference : references) {
      if (!reference.explanation().isEmpty()) {
        places.add(place(reference, x));
      }
    }
    return places;
  }

  private static Place place(Reference reference, double x) {
    if (reference instanceof Reference.Level level) {
      return new Place(level, level.value(), level.value());
    }
    if (reference instanceof Reference.Zone zone) {
      return new Place(zone, zone.low(), zone.high());
    }
    if (reference instanceof Reference.Expected expected) {
      double value = expected.line().snapshot().between(x);
      return new Place(expected, value, value);
    }
    Reference.ExpectedBand band = (Reference.ExpectedBand) reference;
    return new Place(band, band.lower().snapshot().between(x), band.upper().snapshot().between(x));
  }
}
