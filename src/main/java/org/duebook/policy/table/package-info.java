/**
 * Reads what analysts write: CSV tables and their YAML templates into typed rows, each fault at its file, row and column.
 * A cell is data and stays data; nothing in it is ever taken for code.
 */
@NullMarked
package org.duebook.policy.table;

import org.jspecify.annotations.NullMarked;
