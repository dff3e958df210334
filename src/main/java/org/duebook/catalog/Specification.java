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

    /** This where it says something, else what the other says. */
    public Specification over(Specification other) {
        return new Specification(
                first(sheet, other.sheet),
                first(dimensions, other.dimensions),
                first(tolerances, other.tolerances),
                first(material, other.material),
                first(finish, other.finish),
                first(qualityStandard, other.qualityStandard),
                first(inspectionCriteria, other.inspectionCriteria),
                first(packaging, other.packaging),
                first(specialCharacteristics, other.specialCharacteristics),
                first(endApplication, other.endApplication));
    }

    private static String first(String own, String other) {
        return own.isBlank() ? other : own;
    }

    /** Every text of it, each on a line of its own. */
    public String text() {
        return String.join(
                "\n",
                sheet,
                dimensions,
                tolerances,
                material,
                finish,
                qualityStandard,
                inspectionCriteria,
                packaging,
                specialCharacteristics,
                endApplication);
    }
}
