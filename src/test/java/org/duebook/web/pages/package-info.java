@NullMarked
package org.duebook.web.pages;

import org.jspecify.annotations.NullMarked;
