package reidstudio.ui.chart;

import javafx.scene.paint.Color;

/** The colours of the theme that a chart draws with. */
record ChartColors(
    Color background, Color text, Color grid, Color success, Color warning, Color danger) {}
