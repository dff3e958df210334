/**
 * The pages of the rules: what runs, for everybody; tables to edit, try and publish, for analysts. A cell is saved when it is
 * left, so there is no button to forget; what it means is told beside it, and nothing decides before it is published.
 */
@NullMarked
package org.duebook.web.pages.rules;

import org.jspecify.annotations.NullMarked;
