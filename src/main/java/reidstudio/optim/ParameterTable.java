package reidstudio.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import reidstudio.tensor.Parameter;

/** Every parameter of a model with its group, size, origin, and how it moves. */
public record ParameterTable(List<Parameter> parameters, Adam optimizer) {
  private static final String HEADING =
      "name\tgroup\tshape\tsize\ttrained\torigin\tlearningRate\tweightDecay";

  /** Lines with tabs between columns, the first one names them; rates are peaks, 0 if frozen. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(HEADING));
    parameters.forEach(p -> lines.add(line(p)));
    return lines;
  }

  /** How many numbers are trained, how many are frozen, and how many were pretrained. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%,d numbers in %d parameters are trained, %,d are frozen, %,d come from pretrained weights.",
        parameters.stream().filter(Parameter::isTrained).mapToLong(ParameterTable::size).sum(),
        parameters.stream().filter(Parameter::isTrained).count(),
        parameters.stream().filter(p -> !p.isTrained()).mapToLong(ParameterTable::size).sum(),
        parameters.stream()
            .filter(p -> p.origin() == Parameter.Origin.PRETRAINED)
            .mapToLong(ParameterTable::size)
            .sum());
  }

  private String line(Parameter p) {
    double rate = p.isTrained() ? optimizer.peakRate(p) : 0;
    double decay = p.isTrained() ? optimizer.weightDecay(p) : 0;
    return String.join(
        "\t",
        p.name(),
        p.role().name().toLowerCase(Locale.ROOT),
        Arrays.toString(p.value().getShape().getShape()).replace(" ", ""),
        Long.toString(size(p)),
        p.isTrained() ? "trained" : "frozen",
        p.origin().name().toLowerCase(Locale.ROOT),
        Double.toString(rate),
        Double.toString(decay));
  }

  private static long size(Parameter p) {
    return p.value().size();
  }
}
