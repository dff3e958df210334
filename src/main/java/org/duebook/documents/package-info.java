/**
 * Reading and writing of spreadsheets, and writing of printed forms as PDF and Word; knows cells and paper, not the trade. POI
 * and the PDF renderer live inside only.
 *
 * <p>A form is laid out as XHTML for the PDF renderer (openhtmltopdf), which breaks pages and repeats headers by itself; its
 * fonts are shipped, since a Chinese form must print on a machine that has no Chinese font. Text that runs from right to left is
 * printed letter by letter, not shaped.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.duebook.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
