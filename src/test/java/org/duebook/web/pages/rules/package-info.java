@NullMarked
package org.duebook.web.pages.rules;

import org.jspecify.annotations.NullMarked;
