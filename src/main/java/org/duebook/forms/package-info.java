/**
 * The forms one prints or hands on: order balance sheet, weekly schedule, dispatch list, order acknowledgement. Other modules give
 * the facts, {@code documents} knows paper; here stands what a form shows and in which words, in one place, so that a form reads
 * alike as Excel, Word and PDF.
 *
 * <p>Words are in {@code words.properties} and {@code words_zh.properties}. A spreadsheet's columns carry a key in a hidden row
 * above the header, which stays the same whatever the language: it is what a program reads the sheet by, and what an edited
 * balance sheet is taken back by.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "documents",
            "customers",
            "catalog",
            "plant",
            "orders",
            "planning",
            "promising",
            "changes",
            "balancesheet"
        })
package org.duebook.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
