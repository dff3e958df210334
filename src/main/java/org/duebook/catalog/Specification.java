package org.duebook.catalog;

/**
 * What a part must be, as the technical sheet says it. Every text may be empty where nothing was agreed.
 *
 * @param sheet number of the technical sheet or drawing
 * @param dimensions such as {@code Ø25 × 140 mm}
 * @param tolerances such as {@code ISO 2768-m; Ø25 h6}
 */
public record Specification(
        String sheet,
        String dimensions,
        String tolerances,
        String material,
        String finish,
        String qualityStandard,
        String inspectionCriteria,
        String packaging,
        String specialCharacteristics,
        String endApplication) {

    public static final Specification NONE = new Specification("", "", "", "", "", "", "", "", "", "");
}
