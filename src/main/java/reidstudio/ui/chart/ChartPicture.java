package reidstudio.ui.chart;

import java.util.List;

/** Everything that one frame of a chart shows. */
record ChartPicture(
    PlotFrame frame,
    List<SeriesTrace> traces,
    List<Reference> references,
    List<VerticalMark> marks,
    List<SpanMark> spans,
    AxisUnit xUnit,
    String xLabel,
    boolean smoothed,
    ChartColors colors,
    TextMeasure measure) {}
